import type { Reader, Tx } from "./database.ts";
import { and, count, desc, eq, gte, isNotNull, isNull, lt, sql } from "./drizzle.ts";
import { approvals } from "./schema-answers.ts";
import { reviews } from "./schema-safety.ts";
import { tickets } from "./schema-tickets.ts";

export type ReviewRow = typeof reviews.$inferSelect;
type Change = Partial<Omit<ReviewRow, "approvalId" | "ticketId" | "intent" | "automatic" | "chosen" | "sentAt">>;

/** Once a sending, however often we hear that it was sent. */
export async function addReview(
  tx: Tx,
  row: Pick<ReviewRow, "approvalId" | "ticketId" | "intent" | "automatic" | "chosen" | "sentAt">,
): Promise<boolean> {
  const added = await tx.insert(reviews).values(row).onConflictDoNothing().returning({ id: reviews.approvalId });
  return added.length > 0;
}

export async function getReview(db: Reader, approvalId: number): Promise<ReviewRow | undefined> {
  const [row] = await db.select().from(reviews).where(eq(reviews.approvalId, approvalId));
  return row;
}

export async function changeReview(tx: Tx, approvalId: number, change: Change): Promise<void> {
  await tx.update(reviews).set(change).where(eq(reviews.approvalId, approvalId));
}

/** Answers of an intent that left by themselves after the instant, up to `enough` of them. */
export async function countSentByItself(db: Reader, intent: string, since: number, enough: number): Promise<number> {
  const rows = await db
    .select({ id: approvals.id })
    .from(approvals)
    .innerJoin(tickets, eq(approvals.ticketId, tickets.id))
    .where(
      and(
        eq(approvals.byPerson, false),
        eq(approvals.state, "sent"),
        eq(tickets.intent, intent),
        gte(approvals.approvedAt, since),
      ),
    )
    .limit(enough);
  return rows.length;
}

/** What was found in an intent's automatic answers and has cost it nothing yet, newest first. */
export async function recentFindings(db: Reader, intent: string, limit: number) {
  const rows = await db
    .select({ verdict: reviews.verdict, serious: reviews.serious, reason: reviews.reason })
    .from(reviews)
    .where(
      and(
        eq(reviews.intent, intent),
        eq(reviews.automatic, true),
        isNotNull(reviews.decidedAt),
        isNull(reviews.spentAt),
      ),
    )
    .orderBy(desc(reviews.decidedAt), desc(reviews.approvalId))
    .limit(limit);
  return rows.map((row) => ({ ...row, verdict: row.verdict! }));
}

/** The posture is paid with them: after it was given back, counting begins anew. */
export async function spendFindings(tx: Tx, intent: string, now: number): Promise<void> {
  await tx
    .update(reviews)
    .set({ spentAt: now })
    .where(and(eq(reviews.intent, intent), isNotNull(reviews.decidedAt), isNull(reviews.spentAt)));
}

export interface ReviewFigures {
  /** Answers that left without a person. */
  automatic: number;
  /** Of all answers of the span: chosen, and what came of it. */
  chosen: number;
  fine: number;
  wrong: number;
  serious: number;
}

export async function reviewFigures(db: Reader, from: number, to: number): Promise<ReviewFigures> {
  const [sent] = await db
    .select({ automatic: count() })
    .from(approvals)
    .where(
      and(
        eq(approvals.byPerson, false),
        eq(approvals.state, "sent"),
        gte(approvals.approvedAt, from),
        lt(approvals.approvedAt, to),
      ),
    );
  const sum = (condition: ReturnType<typeof sql>) => sql<number>`coalesce(sum(${condition}), 0)`;
  const [read] = await db
    .select({
      chosen: count(),
      fine: sum(sql`${reviews.verdict} = 'fine'`),
      wrong: sum(sql`${reviews.verdict} = 'wrong'`),
      serious: sum(sql`${reviews.verdict} = 'wrong' and ${reviews.serious}`),
    })
    .from(reviews)
    .where(and(gte(reviews.sentAt, from), lt(reviews.sentAt, to)));
  return { automatic: sent!.automatic, ...read! };
}
