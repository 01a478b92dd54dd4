import type { NewJob } from "../domain/jobs.ts";
import type { Tx } from "./database.ts";
import { and, desc, eq, sql } from "./drizzle.ts";
import { enqueue } from "./jobs.ts";
import { jobs } from "./schema-work.ts";

/** Puts a dead letter back to work with its four tries. False when it is not there or the same work is already waiting. */
export async function reviveJob(tx: Tx, id: number, now: number): Promise<boolean> {
  const twin = sql`exists (select 1 from jobs as other where other.key = ${jobs.key} and other.state = 'live')`;
  const revived = await tx
    .update(jobs)
    .set({
      state: "live",
      leasedBy: null,
      leasedUntil: null,
      attempt: 0,
      crashes: 0,
      runAt: now,
      diedAt: null,
      lastError: null,
    })
    .where(and(eq(jobs.id, id), eq(jobs.state, "dead"), sql`not ${twin}`))
    .returning({ id: jobs.id });
  if (revived.length > 0) tx.wake();
  return revived.length > 0;
}

/** How long a dead letter of work that goes on by itself lies before it is taken up again. */
const RESUME_AFTER_MS = 60_000;

/**
 * Asks for work that only its own success asks for again. Where it was given up, that dead letter is put back to work: an
 * outage that was longer than four tries must not end it for good, nor leave a row of dead letters.
 */
export async function resumeJob(tx: Tx, job: NewJob, now: number): Promise<void> {
  const [dead] = await tx
    .select({ id: jobs.id, diedAt: jobs.diedAt })
    .from(jobs)
    .where(and(eq(jobs.key, job.key), eq(jobs.state, "dead")))
    .orderBy(desc(jobs.id))
    .limit(1);
  if (!dead) return enqueue(tx, job, now);
  if (dead.diedAt! <= now - RESUME_AFTER_MS) await reviveJob(tx, dead.id, now);
}
