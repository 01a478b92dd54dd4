import { z } from "zod";
import { openJson, type Reader, sealJson, type Tx } from "./database.ts";
import { and, desc, eq, gte } from "./drizzle.ts";
import { corrections } from "./schema.ts";

type Row = typeof corrections.$inferSelect;
const PURPOSE = "corrections.content";
/** What stands in a mail, before and after: names and numbers of customers. */
const Values = z.object({ before: z.string().nullable(), after: z.string().nullable() });

export type Correction = Omit<Row, "content"> & Partial<{ values: z.infer<typeof Values> }>;

interface NewCorrection {
  ticketId: number;
  messageId: number;
  field: string;
  before: string | null;
  after: string | null;
  scope: Row["scope"];
  confidence: number | null;
  engine: string | null;
  by: string;
  at: number;
}

/** Fields whose values are words of the settings; every other value may be a customer's. */
const CLOSED = new Set(["intent", "priority", "queue", "draft"]);

export async function addCorrection(tx: Tx, { before, after, ...row }: NewCorrection): Promise<void> {
  const closed = CLOSED.has(row.field);
  await tx.insert(corrections).values({
    ...row,
    before: closed ? before : null,
    after: closed ? after : null,
    content: closed ? null : sealJson(tx, PURPOSE, { before, after }),
  });
}

export async function correctionsSince(db: Reader, since: number, field = "intent"): Promise<Correction[]> {
  const rows = await db
    .select()
    .from(corrections)
    .where(and(eq(corrections.field, field), gte(corrections.at, since)))
    .orderBy(desc(corrections.at));
  return rows.map(({ content, ...row }) => {
    const values = openJson(db, PURPOSE, content, Values);
    return { ...row, ...(values && { values }) };
  });
}
