import type { Reader } from "./database.ts";
import { and, desc, eq, gte, inArray, max, ne } from "./drizzle.ts";
import { drafts } from "./schema.ts";
import { getTicket, type Ticket } from "./tickets.ts";

/** Tickets whose draft stood on no article, the newest first: what the knowledge base does not answer yet. */
export async function unansweredTickets(db: Reader, since: number, limit: number): Promise<Ticket[]> {
  const newest = db
    .select({ id: max(drafts.id) })
    .from(drafts)
    .where(and(ne(drafts.source, "person"), gte(drafts.createdAt, since)))
    .groupBy(drafts.ticketId);
  const rows = await db
    .select({ ticketId: drafts.ticketId })
    .from(drafts)
    .where(and(inArray(drafts.id, newest), eq(drafts.sources, 0)))
    .orderBy(desc(drafts.id))
    .limit(limit);
  const found = await Promise.all(rows.map(({ ticketId }) => getTicket(db, ticketId)));
  return found.filter((ticket) => ticket !== undefined);
}
