import type { NewJob } from "../domain/jobs.ts";
import type { Tx } from "./database.ts";
import { and, desc, eq } from "./drizzle.ts";
import { enqueue, reviveJob } from "./jobs.ts";
import { jobs } from "./schema.ts";

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
