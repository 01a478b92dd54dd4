import { z } from "zod";
import { openJson, type Reader, sealJson, type Tx } from "./database.ts";
import { and, desc, eq, gte, inArray, isNull, max, ne, sql } from "./drizzle.ts";
import { drafts } from "./schema-answers.ts";
import { articleProposals } from "./schema-knowledge.ts";
import { messages } from "./schema-messages.ts";
import { tickets } from "./schema-tickets.ts";

/** What an article would say, with everything of the customer's masked or taken out. */
export const ProposedArticle = z.object({
  title: z.string(),
  question: z.string(),
  text: z.string(),
  language: z.string(),
});
export type ProposedArticle = z.infer<typeof ProposedArticle>;

type Row = typeof articleProposals.$inferSelect;
export type Proposal = Omit<Row, "content"> & {
  /** Undefined where there was nothing, or retention has emptied it. */
  article: ProposedArticle | undefined;
};

const PURPOSE = "article_proposals.content";

const toProposal = (db: Reader, { content, ...row }: Row): Proposal => ({
  ...row,
  article: openJson(db, PURPOSE, content, ProposedArticle),
});

/** Undefined when the ticket was asked about before: each is once. */
export async function addProposal(
  tx: Tx,
  { article, ...row }: Pick<Row, "ticketId" | "state" | "askedBy" | "proposedAt"> & { article?: ProposedArticle },
): Promise<number | undefined> {
  const [added] = await tx
    .insert(articleProposals)
    .values({ ...row, content: article ? sealJson(tx, PURPOSE, article) : null })
    .onConflictDoNothing()
    .returning({ id: articleProposals.id });
  return added?.id;
}

export async function getProposal(db: Reader, id: number): Promise<Proposal | undefined> {
  const [row] = await db.select().from(articleProposals).where(eq(articleProposals.id, id));
  return row && toProposal(db, row);
}

export async function proposalOf(db: Reader, ticketId: number): Promise<Proposal | undefined> {
  const [row] = await db.select().from(articleProposals).where(eq(articleProposals.ticketId, ticketId));
  return row && toProposal(db, row);
}

/** True for the one who decided first. */
export async function settleProposal(
  tx: Tx,
  id: number,
  { state, by }: { state: "approved" | "dismissed"; by: string },
  now: number,
): Promise<boolean> {
  const rows = await tx
    .update(articleProposals)
    .set({ state, settledBy: by, settledAt: now })
    .where(and(eq(articleProposals.id, id), eq(articleProposals.state, "open")))
    .returning({ id: articleProposals.id });
  return rows.length > 0;
}

/** Somebody wrote an article for what these tickets asked: they count as answered, and nothing is proposed from them. */
export async function answerQuestions(tx: Tx, ticketIds: readonly number[], by: string, now: number): Promise<void> {
  for (const ticketId of ticketIds)
    await tx
      .insert(articleProposals)
      .values({ ticketId, state: "approved", askedBy: by, proposedAt: now, settledAt: now, settledBy: by })
      .onConflictDoUpdate({
        target: articleProposals.ticketId,
        set: { state: "approved", settledAt: now, settledBy: by },
      });
}

const newestByMachine = (db: Reader, since: number) =>
  db
    .select({ id: max(drafts.id) })
    .from(drafts)
    .where(and(ne(drafts.source, "person"), gte(drafts.createdAt, since)))
    .groupBy(drafts.ticketId);

/** Answered tickets whose own draft had stood on no article, and that were not asked about yet; the newest first. */
export async function ticketsToPropose(db: Reader, since: number, limit: number): Promise<number[]> {
  const rows = await db
    .select({ id: tickets.id })
    .from(drafts)
    .innerJoin(tickets, eq(tickets.id, drafts.ticketId))
    .leftJoin(articleProposals, eq(articleProposals.ticketId, tickets.id))
    .where(
      and(
        inArray(drafts.id, newestByMachine(db, since)),
        eq(drafts.sources, 0),
        inArray(tickets.state, ["waiting", "done"]),
        isNull(articleProposals.id),
        sql`exists (select 1 from ${messages} where ${messages.ticketId} = ${tickets.id} and ${messages.direction} = 'out')`,
      ),
    )
    .orderBy(desc(drafts.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Tickets of late whose draft stood on no article and for which nobody wrote one since, the newest first. */
export async function ticketsWithoutArticle(db: Reader, since: number, limit: number): Promise<number[]> {
  const rows = await db
    .select({ ticketId: drafts.ticketId })
    .from(drafts)
    .leftJoin(
      articleProposals,
      and(eq(articleProposals.ticketId, drafts.ticketId), eq(articleProposals.state, "approved")),
    )
    .where(and(inArray(drafts.id, newestByMachine(db, since)), eq(drafts.sources, 0), isNull(articleProposals.id)))
    .orderBy(desc(drafts.id))
    .limit(limit);
  return rows.map(({ ticketId }) => ticketId);
}

/** What a person sent in answer to a ticket: their own draft's words. */
export async function sentByPerson(db: Reader, ticketId: number): Promise<number | undefined> {
  const [row] = await db
    .select({ id: drafts.id })
    .from(drafts)
    .where(and(eq(drafts.ticketId, ticketId), eq(drafts.source, "person"), eq(drafts.state, "sent")))
    .orderBy(desc(drafts.id))
    .limit(1);
  return row?.id;
}
