import type { EffectKind } from "../domain/effects.ts";
import type { Reader, Tx } from "./database.ts";
import { and, eq, inArray } from "./drizzle.ts";
import { drafts } from "./schema-answers.ts";
import { corrections, decisions } from "./schema-decisions.ts";
import { sketches } from "./schema-incidents.ts";
import { articleProposals } from "./schema-knowledge.ts";
import { messages, rawMessages } from "./schema-messages.ts";
import { permits } from "./schema-permits.ts";
import { tickets } from "./schema-tickets.ts";
import { effects } from "./schema-work.ts";
import { forgetMessages } from "./search.ts";

/** Taking content out of rows that stay: what happened, when and by whom is kept, what was written is not. */

export async function eraseRaw(tx: Tx, messageIds: readonly number[]): Promise<void> {
  await tx.delete(rawMessages).where(inArray(rawMessages.messageId, [...messageIds]));
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

/** Effects that hold what somebody wrote, or would show a mail that is there until the next step: emptied, they are not done. */
const WORDED: EffectKind[] = ["slack.mail", "slack.note", "slack.direct", "slack.line", "tool.call"];

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
    .where(and(eq(effects.ticketId, ticketId), inArray(effects.kind, WORDED)));
}
