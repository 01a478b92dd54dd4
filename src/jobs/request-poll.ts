import type { Tx } from "../db/database.ts";
import { enqueue } from "../db/jobs.ts";
import { JOB_PRIORITY } from "../domain/jobs.ts";

/** Asks for a mailbox to be read now. Asking twice is asking once. */
export const requestPoll = (tx: Tx, mailboxId: number, now: number): Promise<void> =>
  enqueue(
    tx,
    { kind: "poll-mailbox", key: `poll:${mailboxId}`, payload: { mailboxId }, priority: JOB_PRIORITY.poll },
    now,
  );
