import type { Tx } from "../db/database.ts";
import { enqueue } from "../db/jobs.ts";
import type { Mailbox } from "../db/mailboxes.ts";
import { JOB_PRIORITY } from "../domain/jobs.ts";

const ALMOST_A_DAY_MS = 23 * 60 * 60_000;
const LATER_MS = 10 * 60_000;

/**
 * What comes once a day, whenever the process was started: asked for often. Taking out what is old does no harm twice, so a
 * start may repeat it; when a mailbox was last held against the ledger is in its row.
 */
export function dailyWork(): (tx: Tx, mailboxes: readonly Mailbox[], now: number) => Promise<void> {
  let prunedAt = 0;
  return async (tx, mailboxes, now) => {
    if (isDue(prunedAt, now)) {
      prunedAt = now;
      await enqueue(tx, { kind: "prune", key: "prune", payload: {} }, now);
      await enqueue(tx, { kind: "propose-articles", key: "propose-articles", payload: {} }, now);
      await enqueue(tx, { kind: "recalibrate", key: "recalibrate", payload: {} }, now);
      await enqueue(tx, { kind: "check-people", key: "check-people", payload: {} }, now);
    }
    // It looks by itself whether its night has come. A start has better things to do.
    const drill = { kind: "drill", key: "drill", payload: {}, priority: JOB_PRIORITY.backlog } as const;
    await enqueue(tx, { ...drill, runAt: now + LATER_MS }, now);
    for (const { id, cursor, reconciledAt } of mailboxes)
      if (cursor !== null && isDue(reconciledAt ?? 0, now)) await requestReconcile(tx, id, now);
  };
}

/** What was done in a future that is none any more, by a clock that was wrong, is due at once. */
const isDue = (doneAt: number, now: number): boolean => doneAt < now - ALMOST_A_DAY_MS || doneAt > now;

export const requestReconcile = (tx: Tx, mailboxId: number, now: number): Promise<void> =>
  enqueue(tx, { kind: "reconcile", key: `reconcile:${mailboxId}`, payload: { mailboxId } }, now);
