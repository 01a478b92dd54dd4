import type { Reader, Tx } from "./database.ts";
import { and, desc, eq, gt, max, sql } from "./drizzle.ts";
import { audit } from "./schema-desk.ts";
import { mailboxes } from "./schema-mailboxes.ts";
import { bursts } from "./schema-tickets.ts";
import { effects, jobs } from "./schema-work.ts";

/** The latest instant at which this database is known to have been written. */
export async function latestInstant(db: Reader): Promise<number> {
  const [read] = await db.select({ at: max(mailboxes.syncedAt) }).from(mailboxes);
  const [last] = await db.select({ at: audit.at }).from(audit).orderBy(desc(audit.seq)).limit(1);
  return Math.max(read?.at ?? 0, last?.at ?? 0);
}

/**
 * The machine's clock was set back by `byMs`: what was to wait for seconds must not wait for the difference as well, and what was
 * tried or looked through in a future that is none any more was so just now.
 */
export async function setBack(tx: Tx, byMs: number, now: number): Promise<void> {
  const earlier = (column: typeof jobs.runAt | typeof jobs.leasedUntil) => sql`max(${now}, ${column} - ${byMs})`;
  const live = sql`state = 'live'`;
  await tx
    .update(jobs)
    .set({ runAt: earlier(jobs.runAt) })
    .where(and(live, gt(jobs.runAt, now)));
  await tx
    .update(jobs)
    .set({ leasedUntil: earlier(jobs.leasedUntil) })
    .where(and(live, gt(jobs.leasedUntil, now)));
  await tx
    .update(effects)
    .set({ attemptedAt: now })
    .where(and(eq(effects.state, "attempting"), gt(effects.attemptedAt, now)));
  for (const mark of ["reconciledAt", "completeUntil"] as const)
    await tx
      .update(mailboxes)
      .set({ [mark]: now })
      .where(gt(mailboxes[mark], now));
  await tx.update(bursts).set({ shownAt: now }).where(gt(bursts.shownAt, now));
  tx.wake();
}
