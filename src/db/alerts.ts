import type { Reader, Tx } from "./database.ts";
import { eq } from "./drizzle.ts";
import { alerts } from "./schema-work.ts";

export type AlertRow = typeof alerts.$inferSelect;

export async function listAlerts(db: Reader): Promise<AlertRow[]> {
  return db.select().from(alerts);
}

/** A message of its own for a cause: the first, or another after the one before has had its hour. */
export async function openAlert(tx: Tx, cause: string, generation: number, now: number): Promise<void> {
  const fresh = { generation, openedAt: now, channel: null, ts: null, clearedAt: null, shown: null };
  await tx
    .insert(alerts)
    .values({ cause, ...fresh })
    .onConflictDoUpdate({ target: alerts.cause, set: fresh });
}

export async function changeAlert(tx: Tx, cause: string, change: Partial<Omit<AlertRow, "cause">>): Promise<void> {
  await tx.update(alerts).set(change).where(eq(alerts.cause, cause));
}
