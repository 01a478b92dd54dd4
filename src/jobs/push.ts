import type { Tx } from "../db/database.ts";
import { enqueue } from "../db/jobs.ts";
import { findMailboxes, getMailbox, listMailboxes, recordWatch } from "../db/mailboxes.ts";
import { FAILURES, toFailure } from "../domain/errors.ts";
import type { PushSource } from "../domain/ports.ts";
import type { DeskJobs } from "./desk-jobs.ts";
import { requestPoll } from "./request-poll.ts";

const DAY_MS = 24 * 60 * 60_000;
/** A little under a day, so that a daily look never finds it a minute too young. */
const RENEW_MS = DAY_MS - 60 * 60_000;
const TRY_AGAIN_MS = 60 * 60_000;
/** Gmail ends a watch after seven days and says nothing: with less than this left, renewing does not work. */
const ENDS_SOON_MS = 2 * DAY_MS;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** An empty answer is normal after a quiet while; a server that gives one at once is not asked in a circle. */
const QUIET_MS = 500;

export interface PushTrouble {
  since: number;
  why: string;
}

export interface PushListener {
  /** What is wrong with hearing of news, while it is. */
  trouble(): PushTrouble | undefined;
  start(deps: Pick<DeskJobs, "db" | "settings" | "now" | "log">): void;
  stop(): Promise<void>;
}

/**
 * Hears of new mail as Gmail announces it and asks for that mailbox to be read at once. It is a hint alone: polling goes on,
 * so nothing is missed while this does not work.
 */
export function pushListener(source: PushSource): PushListener {
  const stopping = new AbortController();
  let trouble: PushTrouble | undefined;
  let listening = Promise.resolve();

  async function listen({ db, settings, now, log }: Parameters<PushListener["start"]>[0]): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    while (!stopping.signal.aborted) {
      const askedAt = now();
      try {
        const news = await source.next(stopping.signal);
        const ours = settings.current().settings.mailboxes.map(({ address }) => address);
        const boxes = await findMailboxes(
          db.read,
          news.addresses.filter((address) => ours.includes(address)),
        );
        if (boxes.length > 0)
          await db.transaction(async (tx) => {
            for (const { id, pausedAt } of boxes) if (pausedAt === null) await requestPoll(tx, id, now());
          });
        await news.acknowledge();
        if (trouble) log.info({}, "Gmail's announcements are heard again");
        trouble = undefined;
        pauseMs = FIRST_PAUSE_MS;
        if (news.addresses.length === 0 && now() - askedAt < QUIET_MS) await pause(FIRST_PAUSE_MS, stopping.signal);
      } catch (error) {
        if (stopping.signal.aborted) return;
        const { code, detail, retryAfterMs = 0 } = toFailure(error);
        if (!trouble) log.warn({ code, detail }, "Gmail's announcements are not heard; polling goes on");
        trouble = { since: trouble?.since ?? now(), why: FAILURES[code].say };
        await pause(Math.max(pauseMs, retryAfterMs), stopping.signal);
        pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
      }
    }
  }

  return {
    trouble: () => trouble,
    start(deps) {
      listening = listen(deps);
    },
    async stop() {
      stopping.abort();
      await listening;
    },
  };
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Asks for the watches that are a day old to be renewed; at a start for all, because the topic may be another one. */
export async function requestWatches(
  tx: Tx,
  addresses: readonly string[],
  { all, now }: { all: boolean; now: number },
): Promise<void> {
  for (const { id, address, watchedAt, watchedUntil } of await listMailboxes(tx)) {
    const every = (watchedUntil ?? 0) < now + ENDS_SOON_MS ? TRY_AGAIN_MS : RENEW_MS;
    if (addresses.includes(address) && (all || (watchedAt ?? 0) <= now - every))
      await enqueue(tx, { kind: "watch-mailbox", key: `watch:${id}`, payload: { mailboxId: id } }, now);
  }
}

/** Asks Gmail to announce what changes in a mailbox. What it refuses is an operator's matter, and tried again within the hour. */
export async function watchMailbox({ db, mail, now, log, push }: DeskJobs, mailboxId: number): Promise<void> {
  const mailbox = await getMailbox(db.read, mailboxId);
  if (!mailbox || !push) return;
  let until: number | undefined;
  try {
    ({ until } = await (await mail(mailbox.address)).watch(push.topic));
  } catch (error) {
    const { code, detail } = toFailure(error);
    log.warn({ mailboxId, code, detail }, "Gmail would not announce this mailbox's mail; polling goes on");
  }
  await db.transaction((tx) => recordWatch(tx, mailboxId, now(), until));
}

/** Whether a mailbox's watch was asked for and is about to end, or never began. */
export const isUnwatched = (box: { watchedAt: number | null; watchedUntil: number | null }, now: number): boolean =>
  box.watchedAt !== null && (box.watchedUntil ?? 0) < now + ENDS_SOON_MS;
