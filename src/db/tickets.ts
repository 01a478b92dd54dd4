import { TicketSummary } from "../domain/ticket.ts";
import { openJson, type Reader, sealJson, type Tx } from "./database.ts";
import { and, eq, sql } from "./drizzle.ts";
import { threads, tickets } from "./schema.ts";

type Row = typeof tickets.$inferSelect;
export type Ticket = Omit<Row, "content"> & {
  /** Undefined once retention has emptied it. */
  about: TicketSummary | undefined;
};

type Changeable = Partial<Omit<typeof tickets.$inferInsert, "id" | "version" | "content">> & { about?: TicketSummary };

const PURPOSE = "tickets.content";

function toTicket(db: Reader, { content, ...row }: Row): Ticket {
  return { ...row, about: openJson(db, PURPOSE, content, TicketSummary) };
}

export async function getTicket(db: Reader, id: number): Promise<Ticket | undefined> {
  const [row] = await db.select().from(tickets).where(eq(tickets.id, id));
  return row && toTicket(db, row);
}

export async function openTicket(
  tx: Tx,
  { about, ...values }: Omit<typeof tickets.$inferInsert, "content"> & { about: TicketSummary },
): Promise<Ticket> {
  const [row] = await tx
    .insert(tickets)
    .values({ ...values, content: sealJson(tx, PURPOSE, about) })
    .returning();
  return toTicket(tx, row!);
}

/** Changes a ticket only if nobody else has since it was read: undefined then, and the caller looks again. */
export async function updateTicket(
  tx: Tx,
  ticket: Pick<Ticket, "id" | "version">,
  { about, ...change }: Changeable,
): Promise<Ticket | undefined> {
  const [row] = await tx
    .update(tickets)
    .set({ ...change, ...(about && { content: sealJson(tx, PURPOSE, about) }), version: sql`${tickets.version} + 1` })
    .where(and(eq(tickets.id, ticket.id), eq(tickets.version, ticket.version)))
    .returning();
  return row && toTicket(tx, row);
}

/** Where the card stands and what it shows: bookkeeping that is no change of the ticket. */
export async function recordCard(
  tx: Tx,
  ticketId: number,
  card: { cardChannel: string | null; cardTs: string | null; cardGeneration?: number },
): Promise<void> {
  await tx.update(tickets).set(card).where(eq(tickets.id, ticketId));
}

export async function findTicketOfThread(
  db: Reader,
  mailboxId: number,
  providerThreadId: string,
): Promise<Ticket | undefined> {
  const [row] = await db
    .select({ ticket: tickets })
    .from(threads)
    .innerJoin(tickets, eq(threads.ticketId, tickets.id))
    .where(and(eq(threads.mailboxId, mailboxId), eq(threads.providerThreadId, providerThreadId)));
  return row && toTicket(db, row.ticket);
}

export async function linkThread(tx: Tx, mailboxId: number, providerThreadId: string, ticketId: number): Promise<void> {
  await tx.insert(threads).values({ mailboxId, providerThreadId, ticketId }).onConflictDoNothing();
}
