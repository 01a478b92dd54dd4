import type { Reader, Tx } from "./database.ts";
import { desc } from "./drizzle.ts";
import { drills } from "./schema-safety.ts";

export type Drill = typeof drills.$inferSelect;

export async function lastDrill(db: Reader): Promise<Drill | undefined> {
  const [row] = await db.select().from(drills).orderBy(desc(drills.id)).limit(1);
  return row;
}

export async function addDrill(tx: Tx, drill: Omit<Drill, "id">): Promise<number> {
  const [added] = await tx.insert(drills).values(drill).returning({ id: drills.id });
  return added!.id;
}
