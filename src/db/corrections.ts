import { type Reader, sealJson, type Tx } from "./database.ts";
import { and, count, desc, eq, gte, inArray, isNotNull, lt, sql } from "./drizzle.ts";
import { prepared, upTo } from "./prepared.ts";
import { corrections } from "./schema-decisions.ts";
import { messages } from "./schema-messages.ts";
import { tickets } from "./schema-tickets.ts";

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

/** A mail was read as something else, nobody has changed their mind since, and it is still kept. */
const stands = and(
  eq(corrections.field, "intent"),
  sql`${corrections.before} is not ${corrections.after}`,
  sql`not exists (select 1 from corrections as later where later.ticket_id = ${corrections.ticketId}
    and later.message_id = ${corrections.messageId} and later.field = 'intent' and later.id > ${corrections.id})`,
  isNotNull(messages.content),
  isNotNull(tickets.content),
  sql`(${tickets.outcome} is not 'spam' or ${corrections.after} = 'spam')`,
);

/** Mails whose intent people put right in a time, the newest first. */
export async function mailsPutRight(db: Reader, { from, before }: { from: number; before: number }, limit: number) {
  const { id, messageId, after: intent, at } = corrections;
  const { senderHash, mailboxId } = messages;
  return db
    .select({ id, messageId, intent, senderHash, mailboxId })
    .from(corrections)
    .innerJoin(messages, eq(messages.id, messageId))
    .innerJoin(tickets, eq(tickets.id, corrections.ticketId))
    .where(and(stands, gte(at, from), lt(at, before)))
    .orderBy(desc(at), desc(id))
    .limit(limit);
}

/** Whether each of these corrections stands as it did. */
export async function stillStand(db: Reader, ids: readonly number[]): Promise<boolean> {
  if (ids.length === 0) return true;
  const [row] = await db
    .select({ standing: count() })
    .from(corrections)
    .innerJoin(messages, eq(messages.id, corrections.messageId))
    .innerJoin(tickets, eq(tickets.id, corrections.ticketId))
    .where(and(inArray(corrections.id, [...ids]), stands));
  return row?.standing === ids.length;
}
