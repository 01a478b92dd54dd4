import type { Sketch } from "../domain/incident.ts";
import type { Reader, Tx } from "./database.ts";
import { and, asc, desc, eq, gte, inArray, isNull, lt, lte, sql } from "./drizzle.ts";
import { given, prepared } from "./prepared.ts";
import { incidentMembers, sketches } from "./schema-incidents.ts";
import { tickets } from "./schema-tickets.ts";

const PURPOSE = "sketches.content";

export interface SketchRow {
  messageId: number;
  ticketId: number;
  sender: string;
  at: number;
  sketch: Sketch;
}

type Row = typeof sketches.$inferSelect;

function toRow(db: Reader, { content, messageId, ticketId, senderHash, at }: Omit<Row, "comparedAt">): SketchRow {
  const bytes = db.vault.open(content, PURPOSE);
  const sketch = Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32LE(index * 4));
  return { messageId, ticketId, sender: senderHash ?? "unknown", at, sketch };
}

/** `waits`: it is to be held against the others; other mail only shows what is ordinary. */
export async function addSketch(
  tx: Tx,
  {
    sketch,
    waits,
    ...row
  }: Pick<Row, "messageId" | "ticketId" | "senderHash" | "at"> & { sketch: Sketch; waits: boolean },
): Promise<void> {
  const bytes = Buffer.alloc(sketch.length * 4);
  for (const [index, feature] of sketch.entries()) bytes.writeUInt32LE(feature, index * 4);
  await insertion(tx).execute({
    ...row,
    comparedAt: waits ? null : row.at,
    content: tx.vault.seal(bytes, PURPOSE),
  });
}

const insertion = prepared((db) =>
  db
    .insert(sketches)
    .values(given(sketches, ["messageId", "ticketId", "senderHash", "at", "comparedAt", "content"]))
    .onConflictDoNothing()
    .prepare(),
);

/** Those that nobody has compared yet, oldest first. */
export async function newSketches(db: Reader, limit: number): Promise<SketchRow[]> {
  const rows = await db
    .select()
    .from(sketches)
    .where(isNull(sketches.comparedAt))
    .orderBy(asc(sketches.messageId))
    .limit(limit);
  return rows.map((row) => toRow(db, row));
}

export async function markCompared(tx: Tx, messageIds: readonly number[], now: number): Promise<void> {
  await tx
    .update(sketches)
    .set({ comparedAt: now })
    .where(inArray(sketches.messageId, [...messageIds]));
}

const FREE = sql`not exists (select 1 from ${incidentMembers} m where m.ticket_id = ${sketches.ticketId} and m.state = 'in')`;
const OPEN = sql`exists (select 1 from ${tickets} t where t.id = ${sketches.ticketId} and t.state in ('new', 'claimed'))`;

/** Open mail of the span that belongs to no incident, the newest first. */
export async function freeSketches(
  db: Reader,
  { from, to }: { from: number; to: number },
  limit: number,
): Promise<SketchRow[]> {
  const rows = await db
    .select()
    .from(sketches)
    .where(and(gte(sketches.at, from), lte(sketches.at, to), FREE, OPEN))
    .orderBy(desc(sketches.at))
    .limit(limit);
  return rows.map((row) => toRow(db, row));
}

/** The newest before the instant: what is ordinary here. */
export async function sketchesBefore(db: Reader, before: number, limit: number): Promise<SketchRow[]> {
  const rows = await db.select().from(sketches).where(lt(sketches.at, before)).orderBy(desc(sketches.at)).limit(limit);
  return rows.map((row) => toRow(db, row));
}

/** Of the newest members of an incident. */
export async function sketchesOf(db: Reader, incidentId: number, limit: number): Promise<SketchRow[]> {
  const rows = await db
    .select({ sketch: sketches })
    .from(incidentMembers)
    .innerJoin(sketches, eq(sketches.ticketId, incidentMembers.ticketId))
    .where(and(eq(incidentMembers.incidentId, incidentId), eq(incidentMembers.state, "in")))
    .orderBy(desc(incidentMembers.id))
    .limit(limit);
  return rows.map((row) => toRow(db, row.sketch));
}

/** How many were removed of those from before the instant. */
export async function forgetSketches(tx: Tx, before: number, limit: number): Promise<number> {
  const old = tx.select({ id: sketches.messageId }).from(sketches).where(lt(sketches.at, before)).limit(limit);
  const gone = await tx.delete(sketches).where(inArray(sketches.messageId, old)).returning({ id: sketches.messageId });
  return gone.length;
}
