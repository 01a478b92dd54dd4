import type { Reader, Tx } from "./database.ts";
import { and, asc, eq, gt, inArray, isNotNull, lt, max, or, sql } from "./drizzle.ts";
import { corrections, decisions, drafts, effects, messages, rawMessages, tickets } from "./schema.ts";
import { sketches } from "./schema-incidents.ts";
import { articleProposals } from "./schema-knowledge.ts";
import { permits } from "./schema-permits.ts";
import { forgetMessages } from "./search.ts";

/** Taking content out of rows that stay: what happened, when and by whom is kept, what was written is not. */

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

export async function eraseRaw(tx: Tx, messageIds: readonly number[]): Promise<void> {
  await tx.delete(rawMessages).where(inArray(rawMessages.messageId, [...messageIds]));
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

export async function messageIdsOf(db: Reader, ticketId: number): Promise<number[]> {
  const rows = await db.select({ id: messages.id }).from(messages).where(eq(messages.ticketId, ticketId));
  return rows.map((row) => row.id);
}

export async function eraseMessages(tx: Tx, ids: readonly number[]): Promise<void> {
  const these = [...ids];
  await eraseRaw(tx, these);
  await forgetMessages(tx, these);
  await tx.delete(sketches).where(inArray(sketches.messageId, these));
  await tx.update(decisions).set({ content: null, noDraft: null }).where(inArray(decisions.messageId, these));
  await tx.update(messages).set({ content: null }).where(inArray(messages.id, these));
}

/** What a ticket holds beside its messages. Asked for again it does no harm. */
export async function eraseTicket(tx: Tx, ticketId: number): Promise<void> {
  await tx.update(tickets).set({ content: null, placeholders: null, draftId: null }).where(eq(tickets.id, ticketId));
  await tx.update(decisions).set({ content: null, noDraft: null }).where(eq(decisions.ticketId, ticketId));
  await tx.update(drafts).set({ content: null }).where(eq(drafts.ticketId, ticketId));
  await tx.update(permits).set({ content: null }).where(eq(permits.ticketId, ticketId));
  await tx.update(corrections).set({ content: null }).where(eq(corrections.ticketId, ticketId));
  await tx.update(articleProposals).set({ content: null }).where(eq(articleProposals.ticketId, ticketId));
  await tx
    .update(effects)
    .set({ content: null })
    .where(and(eq(effects.ticketId, ticketId), inArray(effects.kind, ["slack.note", "slack.direct", "tool.call"])));
}
