import { appendAudit } from "../db/audit.ts";
import { reopenEffect } from "../db/effects.ts";
import { getDeadJob } from "../db/jobs.ts";
import { reopenLedgerRow } from "../db/ledger.ts";
import { reviveJob } from "../db/revive-job.ts";
import { JOBS } from "../domain/jobs.ts";
import { authorise, type Forbidden } from "../domain/roles.ts";
import type { Desk } from "./desk.ts";
import { refreshHomes } from "./homes.ts";

export type ReplayDeadOutcome = { kind: "replayed" } | { kind: "gone" } | Forbidden;

/** Puts work that was given up back in hand, with what it needs to be done again: the ledger row pending, the effect open. */
export const replayDeadLetter =
  ({ db, settings, now }: Desk) =>
  async ({ by, jobId }: { by: string; jobId: number }): Promise<ReplayDeadOutcome> => {
    const may = authorise(settings.current().settings, by, "admin");
    if (may.kind === "forbidden") return may;
    return db.transaction(async (tx) => {
      const job = await getDeadJob(tx, jobId);
      if (!job || !(await reviveJob(tx, jobId, now()))) return { kind: "gone" };
      if (job.kind === "process-message")
        await reopenLedgerRow(tx, JOBS["process-message"].parse(job.payload).ledgerId);
      if (job.kind === "run-effect") await reopenEffect(tx, JOBS["run-effect"].parse(job.payload).effectId);
      await appendAudit(tx, { at: now(), actor: by, action: "job.replayed", details: { jobId, kind: job.kind } });
      await refreshHomes(tx, now());
      return { kind: "replayed" };
    });
  };
