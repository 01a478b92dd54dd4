import { createHash } from "node:crypto";
import {
  type BurstRow,
  cardsAhead,
  cardsUnderWay,
  changeBurst,
  getBurst,
  heldTickets,
  holdCard,
  isHeld,
  joinBurst,
  queuesWithHeld,
  releaseCard,
  wasHeld,
} from "../db/bursts.ts";
import type { Tx } from "../db/database.ts";
import { openEffectsOf, planEffect } from "../db/effects.ts";
import { enqueue } from "../db/jobs.ts";
import { resumeJob } from "../db/revive-job.ts";
import { getTicket, type Ticket } from "../db/tickets.ts";
import { burstLine } from "../domain/burst.ts";
import { toFailure } from "../domain/errors.ts";
import { JOB_PRIORITY, type NewJob } from "../domain/jobs.ts";
import { redrawCard } from "../tickets/desk.ts";
import { queuesIn, readBurst } from "../tickets/read-burst.ts";
import { burstMessage, burstOver } from "../views/burst.ts";
import type { DeskJobs } from "./desk-jobs.ts";
import type { EffectHandlers } from "./effects/effect.ts";
import { executeEffect } from "./effects/execute.ts";
import { channelOf } from "./effects/slack-card.ts";
import { NOTICE_MARKER } from "./effects/slack-direct.ts";
import type { JobContext } from "./runner.ts";

/** Tickets that come close together are counted together. */
const GATHER_MS = 1_500;
/** How often room in the channel is looked for. */
const BEAT_MS = 4_000;
/** How often the message is edited while tickets wait; Slack allows fifty edits a minute in all channels together. */
const EDIT_MS = 15_000;
/** What one sweep releases of a queue that is gone; the rest is for the next. */
const ADOPTED = 100;

/** What nobody has in hand and nobody must see at once. */
const canWait = (ticket: Ticket): boolean =>
  ticket.state === "new" &&
  ticket.owner === null &&
  ticket.priority !== "urgent" &&
  ticket.priority !== "high" &&
  ticket.cardTs === null &&
  // A card that stood already is put back at once.
  ticket.cardGeneration === 1 &&
  !wasHeld(ticket);

/**
 * With more cards ahead of it than the channel takes soon, a ticket waits with the others in one message. True: it does, and
 * the job is finished in the transaction that says so.
 */
export async function waitsInBurst(deps: DeskJobs, ticket: Ticket, job: JobContext): Promise<boolean> {
  const { db, chat, settings, now } = deps;
  if (!canWait(ticket)) return false;
  if (isHeld(ticket)) return true;
  const channel = channelOf(deps, ticket.queue);
  const line = burstLine(chat.interval(channel));
  if ((await cardsAhead(db.read, queuesIn(settings.current().settings, channel), ticket, line)) < line) return false;
  // Of one that may have been posted, Slack is asked first.
  const posting = await openEffectsOf(db.read, ticket.id, ["slack.card"]);
  if (posting.some(({ state }) => state === "attempting")) return false;
  return db.transaction(async (tx) => {
    if (!(await holdCard(tx, ticket, now()))) return false;
    await joinBurst(tx, channel);
    await enqueue(tx, burstJob(channel, now() + GATHER_MS), now());
    await job.finish(tx);
    return true;
  });
}

const burstJob = (channel: string, runAt: number): NewJob => ({
  kind: "draw-burst",
  key: `burst:${channel}`,
  payload: { channel },
  runAt,
  priority: JOB_PRIORITY.redraw,
});

/**
 * What was held in one channel and belongs to another by now (a correction, other settings) waits there; without a queue
 * nobody waits. A burst whose job was given up goes on.
 */
export async function adoptHeld({ settings, now }: Pick<DeskJobs, "settings" | "now">, tx: Tx): Promise<void> {
  const { queues } = settings.current().settings;
  for (const name of await queuesWithHeld(tx)) {
    const queue = queues[name];
    if (!queue) {
      for (const id of await heldTickets(tx, [name], ADOPTED)) await release(tx, id, now());
      continue;
    }
    const row = await getBurst(tx, queue.channel);
    if (!row || row.endedAt !== null) await joinBurst(tx, queue.channel);
    await resumeJob(tx, burstJob(queue.channel, now()), now());
  }
}

async function release(tx: Tx, ticketId: number, now: number): Promise<void> {
  await releaseCard(tx, ticketId);
  await redrawCard(tx, (await getTicket(tx, ticketId))!, now);
}

/** Lets go of as many waiting tickets as the channel has room for, and makes its one message say what still waits. */
export async function drawBurst(
  deps: DeskJobs,
  handlers: EffectHandlers,
  channel: string,
  job: JobContext,
): Promise<void> {
  const { db, now } = deps;
  await db.transaction((tx) => letGo(deps, tx, channel));
  const lasts = await showBurst(deps, handlers, channel).catch((error) => {
    const { code, retry } = toFailure(error);
    if (retry !== "never") throw error;
    // The cards go on without the message: App Home has what waits.
    deps.log.warn({ code, channel }, "the message of a burst could not be shown");
    return true;
  });
  await db.transaction(async (tx) => {
    await job.finish(tx);
    if (lasts) await enqueue(tx, burstJob(channel, now() + BEAT_MS), now());
  });
}

async function letGo({ chat, settings, now }: DeskJobs, tx: Tx, channel: string): Promise<void> {
  const queues = queuesIn(settings.current().settings, channel);
  // As many as are posted before the next look, so that the channel is never idle and the order stays ours to the last.
  const room = Math.ceil(BEAT_MS / chat.interval(channel)) + 1 - (await cardsUnderWay(tx, queues)).total;
  if (room <= 0) return;
  for (const id of await heldTickets(tx, queues, room)) await release(tx, id, now());
}

/** False once it is over. */
async function showBurst(deps: DeskJobs, handlers: EffectHandlers, channel: string): Promise<boolean> {
  const { db, settings, now, chat } = deps;
  const row = await getBurst(db.read, channel);
  if (!row || row.endedAt !== null) return false;
  const { settings: current } = settings.current();
  const burst = await readBurst(db.read, current, channel);
  if (row.ts === null) {
    if (burst) await postBurst(deps, handlers, row);
    else await db.transaction((tx) => changeBurst(tx, channel, { endedAt: now() }));
    return burst !== undefined;
  }
  // The first figure is of a burst that has only begun.
  const everyMs = row.shown === null ? BEAT_MS : EDIT_MS;
  if (burst && row.shownAt !== null && now() - row.shownAt < everyMs) return true;
  // The last ones are still on their way.
  if (!burst && (await cardsUnderWay(db.read, queuesIn(current, channel))).released > 0) return true;
  const { timezone } = current.company;
  const message = burst ? burstMessage(burst, channel, { now: now(), timezone }) : burstOver(row.total);
  const shown = createHash("sha256").update(JSON.stringify(message)).digest("base64");
  if (shown !== row.shown) {
    const marker = { type: NOTICE_MARKER, payload: { burst: channel } };
    try {
      await chat.update({ channel, ts: row.ts }, { ...message, marker });
    } catch (error) {
      if (toFailure(error).code !== "slack_message_gone") throw error;
      if (burst) {
        const anew = { generation: row.generation + 1, ts: null, shown: null };
        await db.transaction((tx) => changeBurst(tx, channel, anew));
        await postBurst(deps, handlers, { ...row, ...anew });
        return true;
      }
    }
  }
  const endedAt = burst ? null : now();
  await db.transaction((tx) => changeBurst(tx, channel, { shown, shownAt: now(), endedAt }));
  return burst !== undefined;
}

async function postBurst({ db, now }: DeskJobs, handlers: EffectHandlers, row: BurstRow): Promise<void> {
  const { channel, generation } = row;
  const { id } = await db.transaction((tx) =>
    planEffect(
      tx,
      {
        kind: "slack.line",
        idempotencyKey: `burst:${channel}:${generation}`,
        request: { channel, notice: { type: "burst" } },
      },
      now(),
    ),
  );
  // The job goes on after it: what it finishes is more than this.
  await executeEffect({ db, handlers, now }, id, { finish: async () => undefined });
}
