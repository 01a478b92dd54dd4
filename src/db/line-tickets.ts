import type { Reader, Tx } from "./database.ts";
import { eq } from "./drizzle.ts";
import { lineTickets } from "./schema-lines.ts";

/** Writes down whom a message will name, before it is posted: asked for again it adds what is new. */
export async function noteLineTickets(tx: Tx, effectId: number, ticketIds: readonly number[]): Promise<void> {
  if (ticketIds.length === 0) return;
  const rows = ticketIds.map((ticketId) => ({ effectId, ticketId }));
  await tx.insert(lineTickets).values(rows).onConflictDoNothing();
}

export async function lineTicketsOf(db: Reader, effectId: number): Promise<Set<number>> {
  const rows = await db
    .select({ ticketId: lineTickets.ticketId })
    .from(lineTickets)
    .where(eq(lineTickets.effectId, effectId));
  return new Set(rows.map(({ ticketId }) => ticketId));
}
