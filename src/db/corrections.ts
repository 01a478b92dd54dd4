import { type Reader, sealJson, type Tx } from "./database.ts";
import { and, desc, eq, gte, inArray, sql } from "./drizzle.ts";
import { prepared, upTo } from "./prepared.ts";
import { corrections } from "./schema.ts";

type Row = typeof corrections.$inferSelect;
const PURPOSE = "corrections.content";

interface NewCorrection {
  ticketId: number;
  messageId: number;
  field: string;
  before: string | null;
  after: string | null;
  scope: Row["scope"];
  /** Whose later mail it is for: a sender's keyed hash or a domain; absent for this mail only. */
  appliesTo?: string | undefined;
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

const newestWord = prepared((db) => {
  const { after: value, scope, by, at } = corrections;
  return db
    .select({ value, scope, by, at })
    .from(corrections)
    .where(
      and(
        inArray(corrections.appliesTo, [sql.placeholder("first"), sql.placeholder("second")]),
        eq(corrections.field, sql.placeholder("field")),
      ),
    )
    .orderBy(desc(at), desc(corrections.id))
    .limit(upTo(1))
    .prepare();
});

/** The newest word of a person on all mail of a sender or a domain. */
export async function taughtFor(
  db: Reader,
  field: "intent" | "priority",
  [first, second = null]: readonly (string | null)[],
) {
  if (first === undefined) return undefined;
  const [row] = await newestWord(db).execute({ field, first, second });
  return row;
}

/** Intents that people put right, with the mail they were read from. */
export async function correctionsSince(db: Reader, since: number) {
  const { messageId, before } = corrections;
  return db
    .select({ messageId, before })
    .from(corrections)
    .where(and(eq(corrections.field, "intent"), gte(corrections.at, since)));
}
