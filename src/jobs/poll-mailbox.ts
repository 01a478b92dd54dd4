import { appendAudit } from "../db/audit.ts";
import type { Database, Tx } from "../db/database.ts";
import { enqueue } from "../db/jobs.ts";
import { enterMessages, type LedgerRow, reopenLedgerRows } from "../db/ledger.ts";
import { getMailbox, type Mailbox, markDisconnected, moveCursor } from "../db/mailboxes.ts";
import { toFailure } from "../domain/errors.ts";
import { JOB_PRIORITY } from "../domain/jobs.ts";
import type { Log } from "../domain/log.ts";
import type { MailProvider } from "../domain/ports.ts";
import type { SettingsStore } from "../tickets/settings-store.ts";
import { LABELLED_AWAY, LEFT_OUT_OF_LISTS } from "./labels.ts";

export interface PollDeps {
  db: Database;
  settings: SettingsStore;
  mail: (address: string) => Promise<MailProvider>;
  now: () => number;
  log: Log;
}

/** A lost cursor is made good from the last time everything was known, and a day before it: Gmail's search index lags and clocks differ. */
const OVERLAP_MS = 24 * 60 * 60_000;
/** How far back the first reading goes for mail that nobody waits for any more. */
const FIRST_DAYS_MS = 7 * 24 * 60 * 60_000;
/** Unread mail in the inbox is somebody waiting, however old; an inbox that nobody ever read is not. */
const FIRST_WAITING = 100;
/** More new mail than this in one look is a heap, which later mail goes past. */
export const HEAP = 50;

/**
 * Reads what is new in a mailbox: ledger rows and the jobs that work on them commit with the cursor, so that nothing is
 * skipped whatever dies in between. A failed poll is no dead letter: the next one starts where this one did.
 */
export async function pollMailbox({ db, settings, mail, now, log }: PollDeps, mailboxId: number): Promise<void> {
  const mailbox = await getMailbox(db.read, mailboxId);
  if (!mailbox || mailbox.pausedAt !== null || settings.current().settings.mode === "paused") return;
  const startedAt = now();
  try {
    const provider = await mail(mailbox.address);
    const found = mailbox.cursor === null ? await readFirst(provider, startedAt) : await readOn(provider, mailbox, log);
    await db.transaction((tx) => enter(tx, mailbox, found, startedAt, now()));
  } catch (error) {
    const failure = toFailure(error);
    // Told once while it lasts: a poll comes every few seconds.
    const known = mailbox.disconnectedReason === failure.code;
    log[known ? "debug" : "warn"](
      { mailboxId, code: failure.code, detail: failure.detail },
      "the mailbox could not be read",
    );
    if (failure.code === "gmail_disconnected" || failure.code === "gmail_forbidden") {
      await db.transaction(async (tx) => {
        if (await markDisconnected(tx, mailboxId, failure.code, now())) {
          await appendAudit(tx, {
            at: now(),
            actor: "mailroom",
            action: "mailbox.disconnected",
            details: { mailboxId, code: failure.code },
          });
        }
      });
    }
  }
}

interface Found {
  live: string[];
  backlog: string[];
  /** Messages that may have been set aside for one of these reasons, and are back. */
  back: { ids: string[]; from: readonly string[] };
  cursor: string;
}

async function readOn(provider: MailProvider, mailbox: Mailbox, log: Log): Promise<Found> {
  try {
    const { changes, cursor } = await provider.changesSince(mailbox.cursor!);
    const intoInbox = changes.filter((change) => change.intoInbox).map((change) => change.providerId);
    const live = changes.map((change) => change.providerId);
    return { live, backlog: [], back: { ids: intoInbox, from: LABELLED_AWAY }, cursor };
  } catch (error) {
    const { code } = toFailure(error);
    if (code !== "gmail_cursor_expired" && code !== "gmail_method_missing") throw error;
    log.warn({ mailboxId: mailbox.id, code }, "no history to read on from; listing the mailbox instead");
    return relist(provider, mailbox.completeUntil ?? 0);
  }
}

/** The cursor is taken before the listing: what arrives meanwhile comes again through history, and is known then. */
async function relist(provider: MailProvider, completeUntil: number): Promise<Found> {
  const { cursor } = await provider.profile();
  const live: string[] = [];
  for await (const page of provider.listSince(Math.max(0, completeUntil - OVERLAP_MS))) live.push(...page);
  // What was rescued from spam while the history was lost shows nowhere else. Newest come first here, unlike in a history.
  return { live: live.reverse(), backlog: [], back: { ids: live, from: LEFT_OUT_OF_LISTS }, cursor };
}

async function readFirst(provider: MailProvider, now: number): Promise<Found> {
  const { cursor } = await provider.profile();
  const backlog = await provider.listWaiting(FIRST_WAITING);
  for await (const page of provider.listSince(now - FIRST_DAYS_MS)) backlog.push(...page);
  return { live: [], backlog: [...new Set(backlog)], back: { ids: [], from: [] }, cursor };
}

async function enter(tx: Tx, mailbox: Mailbox, found: Found, startedAt: number, now: number): Promise<void> {
  // Oldest first, so that a conversation is read in its order; Gmail lists newest first, history oldest first.
  const rows = [
    ...(await enterMessages(tx, mailbox.id, found.backlog.reverse(), { origin: "backlog", now })),
    ...(await enterMessages(tx, mailbox.id, found.live, { origin: "live", now })),
  ];
  for (const reason of found.back.from)
    rows.push(...(await reopenLedgerRows(tx, mailbox.id, found.back.ids, { state: "ignored", reason })));
  for (const row of rows) await enqueueMessage(tx, row, now, { inHeap: rows.length > HEAP });
  await moveCursor(tx, { id: mailbox.id, from: mailbox.cursor, to: found.cursor, completeUntil: startedAt, now });
}

/** Mail of one mailbox is worked on side by side; only its own conversation makes it wait, and that is known once it is read. */
export function enqueueMessage(
  tx: Tx,
  row: Pick<LedgerRow, "id" | "origin">,
  now: number,
  { inHeap = false } = {},
): Promise<void> {
  // Who writes now does not stand in line behind what was there before us, nor behind thousands that came at once.
  const priority = JOB_PRIORITY[row.origin === "backlog" ? "backlog" : inHeap ? "heap" : "mail"];
  return enqueue(
    tx,
    { kind: "process-message", key: `message:${row.id}`, payload: { ledgerId: row.id }, priority },
    now,
  );
}
