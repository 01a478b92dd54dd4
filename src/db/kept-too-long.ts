import type { Reader } from "./database.ts";
import { and, asc, eq, gt, isNotNull, lt, max, or, sql } from "./drizzle.ts";
import { messages, rawMessages } from "./schema-messages.ts";
import { tickets } from "./schema-tickets.ts";

/** What retention looks for: content that has been kept long enough. */

/** The place in a listing where the next page begins. */
export interface Place {
  at: number;
  id: number;
}

export const BEGINNING: Place = { at: 0, id: 0 };

const after = (at: typeof messages.receivedAt | typeof rawMessages.storedAt, id: typeof messages.id, from: Place) =>
  or(gt(at, from.at), and(eq(at, from.at), gt(id, from.id)));

/** Raw mail stored before the instant, oldest first. */
export async function rawStoredBefore(db: Reader, before: number, from: Place, limit: number) {
  const { messageId: id, storedAt: at } = rawMessages;
  return db
    .select({ id, at, mailboxId: messages.mailboxId, bytes: sql<number>`length(${rawMessages.content})` })
    .from(rawMessages)
    .innerJoin(messages, eq(messages.id, id))
    .where(and(lt(at, before), after(at, id as unknown as typeof messages.id, from)))
    .orderBy(asc(at), asc(id))
    .limit(limit);
}

/** Messages of a mailbox from before the instant that still have their content, oldest first. */
export async function contentBefore(db: Reader, mailboxId: number, before: number, from: Place, limit: number) {
  const { id, receivedAt: at, ticketId } = messages;
  return db
    .select({ id, at, ticketId })
    .from(messages)
    .where(and(eq(messages.mailboxId, mailboxId), isNotNull(messages.content), lt(at, before), after(at, id, from)))
    .orderBy(asc(at), asc(id))
    .limit(limit);
}

/** When a ticket was over: its end or its newest mail, whichever is later. Undefined while somebody has something to do with it. */
export async function ticketOverSince(db: Reader, ticketId: number): Promise<number | undefined> {
  const [ticket] = await db
    .select({ state: tickets.state, finishedAt: tickets.finishedAt })
    .from(tickets)
    .where(eq(tickets.id, ticketId));
  // A customer who never wrote again after our answer has ended it, too.
  if (ticket?.state !== "done" && ticket?.state !== "waiting") return undefined;
  const [newest] = await db
    .select({ at: max(messages.receivedAt) })
    .from(messages)
    .where(eq(messages.ticketId, ticketId));
  return Math.max(ticket.finishedAt ?? 0, newest?.at ?? 0);
}
