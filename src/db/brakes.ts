import type { Reader, Tx } from "./database.ts";
import { and, asc, desc, eq, isNull, sql } from "./drizzle.ts";
import { brakes } from "./schema-safety.ts";

export type Brake = typeof brakes.$inferSelect;

export async function addBrake(tx: Tx, brake: Omit<Brake, "id" | "settledAt" | "settledBy">): Promise<number> {
  const [added] = await tx.insert(brakes).values(brake).returning({ id: brakes.id });
  return added!.id;
}

export async function getBrake(db: Reader, id: number): Promise<Brake | undefined> {
  const [row] = await db.select().from(brakes).where(eq(brakes.id, id));
  return row;
}

/** Pulled, and nobody has said yet what is to become of it. */
export async function openBrakes(db: Reader): Promise<Brake[]> {
  return db.select().from(brakes).where(sql`${brakes.settledAt} is null`).orderBy(asc(brakes.id));
}

/** False when somebody was faster. */
export async function settleBrake(tx: Tx, id: number, by: string, now: number): Promise<boolean> {
  const rows = await tx
    .update(brakes)
    .set({ settledAt: now, settledBy: by })
    .where(and(eq(brakes.id, id), isNull(brakes.settledAt)))
    .returning({ id: brakes.id });
  return rows.length > 0;
}

/** When an intent's posture was last taken; 0 if never. */
export async function lastLowered(db: Reader, intent: string): Promise<number> {
  const [row] = await db
    .select({ at: brakes.pulledAt })
    .from(brakes)
    .where(and(eq(brakes.kind, "posture"), eq(brakes.subject, intent)))
    .orderBy(desc(brakes.id))
    .limit(1);
  return row?.at ?? 0;
}
