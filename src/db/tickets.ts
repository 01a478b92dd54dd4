import { z } from "zod";
import { TicketSummary } from "../domain/ticket.ts";
import { openJson, type Reader, sealJson, type Tx } from "./database.ts";
import { and, asc, desc, eq, isNull, lte, ne, or, sql } from "./drizzle.ts";
import { given, prepared, preparedFor } from "./prepared.ts";
import { threads } from "./schema-messages.ts";
import { tickets } from "./schema-tickets.ts";

type Row = typeof tickets.$inferSelect;
export type Ticket = Omit<Row, "content" | "placeholders"> & {
  /** Undefined once retention has emptied it. */
  about: TicketSummary | undefined;
  /** State of the conversation's placeholders, as the redaction step wrote it. */
  placeholders: unknown;
};

interface Sealed {
  about?: TicketSummary;
  placeholders?: unknown;
}
type Insertable = Omit<typeof tickets.$inferInsert, "id" | "version" | "content" | "placeholders">;

const PURPOSE = "tickets.content";
const PLACEHOLDERS = "tickets.placeholders";

const sealed = (tx: Tx, { about, placeholders }: Sealed) => ({
  ...(about && { content: sealJson(tx, PURPOSE, about) }),
  ...(placeholders !== undefined && { placeholders: sealJson(tx, PLACEHOLDERS, placeholders) }),
});

function toTicket(db: Reader, { content, placeholders, ...row }: Row): Ticket {
  return {
    ...row,
    about: openJson(db, PURPOSE, content, TicketSummary),
    placeholders: openJson(db, PLACEHOLDERS, placeholders, z.unknown()),
  };
}

const byId = prepared((db) =>
  db
    .select()
    .from(tickets)
    .where(eq(tickets.id, sql.placeholder("id")))
    .prepare(),
);

export async function getTicket(db: Reader, id: number): Promise<Ticket | undefined> {
  const [row] = await byId(db).execute({ id });
  return row && toTicket(db, row);
}

const insertion = preparedFor((db, columns) =>
  db.insert(tickets).values(given(tickets, columns)).returning().prepare(),
);

export async function openTicket(
  tx: Tx,
  { about, placeholders, ...values }: Insertable & Required<Sealed>,
): Promise<Ticket> {
  const all = { ...values, ...sealed(tx, { about, placeholders }) };
  const [row] = await insertion(tx, all).execute(all);
  return { ...row!, about, placeholders };
}

const change = preparedFor((db, columns) =>
  db
    .update(tickets)
    .set({ ...given(tickets, columns), version: sql`${tickets.version} + 1` })
    .where(and(eq(tickets.id, sql.placeholder("itsId")), eq(tickets.version, sql.placeholder("itsVersion"))))
    .returning()
    .prepare(),
);

/** Changes a ticket only if nobody else has since it was read: undefined then, and the caller looks again. */
export async function updateTicket(
  tx: Tx,
  ticket: Pick<Ticket, "id" | "version" | "about" | "placeholders">,
  { about = ticket.about, placeholders = ticket.placeholders, ...patch }: Partial<Insertable> & Sealed,
): Promise<Ticket | undefined> {
  const fresh = {
    ...(about !== ticket.about && { about }),
    ...(placeholders !== ticket.placeholders && { placeholders }),
  };
  const values = { ...patch, ...sealed(tx, fresh) };
  const [row] = await change(tx, values).execute({ ...values, itsId: ticket.id, itsVersion: ticket.version });
  // What was sealed a moment ago, or is as it was read: opening it again would take longer than the statement.
  return row && { ...row, about, placeholders };
}

const carding = preparedFor((db, columns) =>
  db
    .update(tickets)
    .set(given(tickets, columns))
    .where(eq(tickets.id, sql.placeholder("id")))
    .prepare(),
);

/** Where the card stands and what it shows: bookkeeping that is no change of the ticket. */
export async function recordCard(
  tx: Tx,
  ticketId: number,
  card: { cardChannel: string | null; cardTs: string | null; cardGeneration?: number },
): Promise<void> {
  await carding(tx, card).execute({ ...card, id: ticketId });
}

// No join: SQLite would compile it anew at each run.
const ofThread = prepared((db) => {
  const its = db
    .select({ id: threads.ticketId })
    .from(threads)
    .where(
      and(
        eq(threads.mailboxId, sql.placeholder("mailboxId")),
        eq(threads.providerThreadId, sql.placeholder("providerThreadId")),
      ),
    );
  return db
    .select()
    .from(tickets)
    .where(eq(tickets.id, sql`${its}`))
    .prepare();
});

export async function findTicketOfThread(
  db: Reader,
  mailboxId: number,
  providerThreadId: string,
): Promise<Ticket | undefined> {
  const [row] = await ofThread(db).execute({ mailboxId, providerThreadId });
  return row && toTicket(db, row);
}

const link = prepared((db) =>
  db
    .insert(threads)
    .values(given(threads, ["mailboxId", "providerThreadId", "ticketId"]))
    .onConflictDoNothing()
    .prepare(),
);

export async function linkThread(tx: Tx, mailboxId: number, providerThreadId: string, ticketId: number): Promise<void> {
  await link(tx).execute({ mailboxId, providerThreadId, ticketId });
}

/** The newest tickets of a sender or of a whole domain. */
export async function recentTicketsOf(
  db: Reader,
  where: { senderHash: string } | { senderDomain: string },
  { except, limit }: { except: number; limit: number },
): Promise<Ticket[]> {
  const of =
    "senderHash" in where ? eq(tickets.senderHash, where.senderHash) : eq(tickets.senderDomain, where.senderDomain);
  const rows = await db
    .select()
    .from(tickets)
    .where(and(of, ne(tickets.id, except)))
    .orderBy(desc(tickets.openedAt))
    .limit(limit);
  return rows.map((row) => toTicket(db, row));
}

/** Snoozed tickets whose time has come. */
export async function snoozesDue(db: Reader, now: number, limit: number): Promise<number[]> {
  const rows = await db
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(eq(tickets.state, "snoozed"), lte(tickets.snoozedUntil, now)))
    .orderBy(asc(tickets.snoozedUntil))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** Claimed tickets that nobody has touched since the instant. */
export async function idleClaims(db: Reader, since: number, limit: number): Promise<number[]> {
  const rows = await db
    .select({ id: tickets.id })
    .from(tickets)
    .where(
      and(
        eq(tickets.state, "claimed"),
        lte(tickets.ownedSince, since),
        or(isNull(tickets.touchedAt), lte(tickets.touchedAt, since)),
      ),
    )
    .limit(limit);
  return rows.map((row) => row.id);
}

export async function findTicketAt(
  db: Reader,
  { channel, ts }: { channel: string; ts: string },
): Promise<number | undefined> {
  const [row] = await db
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(eq(tickets.cardTs, ts), eq(tickets.cardChannel, channel)));
  return row?.id;
}

export async function ticketsOwnedBy(db: Reader, owner: string): Promise<number[]> {
  const rows = await db
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(eq(tickets.owner, owner), eq(tickets.state, "claimed")));
  return rows.map((row) => row.id);
}
