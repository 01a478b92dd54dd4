import type { Reader } from "./database.ts";
import { and, asc, count, desc, eq, gte, isNotNull, lt, sql } from "./drizzle.ts";
import { approvals, drafts } from "./schema-answers.ts";
import { tickets } from "./schema-tickets.ts";

interface Span {
  from: number;
  to: number;
}

const openedIn = ({ from, to }: Span) => and(gte(tickets.openedAt, from), lt(tickets.openedAt, to));

export async function punctuality(db: Reader, span: Span) {
  const answered = sql`${tickets.firstAnsweredAt} is not null`;
  const [row] = await db
    .select({
      opened: count(),
      answered: sql<number>`coalesce(sum(${answered}), 0)`,
      promised: sql<number>`coalesce(sum(${tickets.promisedAt} is not null and (${answered} or (${tickets.promisedAt} < ${span.to} and ${tickets.state} <> 'done'))), 0)`,
      inTime: sql<number>`coalesce(sum(${answered} and ${tickets.firstAnsweredAt} <= ${tickets.promisedAt}), 0)`,
    })
    .from(tickets)
    .where(openedIn(span));
  return row!;
}

/** The middle one: a single forgotten ticket moves an average, and says nothing of the others. */
export async function medianFirstResponse(db: Reader, span: Span, answered: number): Promise<number | undefined> {
  const ms = sql<number>`${tickets.firstAnsweredAt} - ${tickets.openedAt}`;
  const [row] = await db
    .select({ ms })
    .from(tickets)
    .where(and(openedIn(span), isNotNull(tickets.firstAnsweredAt)))
    .orderBy(asc(ms))
    .limit(1)
    .offset(Math.floor(answered / 2));
  return row?.ms;
}

/** Answers that people sent, and how many of them as they were drafted. */
export async function acceptance(db: Reader, { from, to }: Span): Promise<{ approved: number; unedited: number }> {
  const [row] = await db
    .select({ approved: count(), unedited: sql<number>`coalesce(sum(${drafts.source} <> 'person'), 0)` })
    .from(approvals)
    .innerJoin(drafts, eq(approvals.draftId, drafts.id))
    .where(
      and(
        gte(approvals.approvedAt, from),
        lt(approvals.approvedAt, to),
        eq(approvals.state, "sent"),
        eq(approvals.byPerson, true),
      ),
    );
  return row!;
}

export const ticketsByIntent = (db: Reader, span: Span, limit: number): Promise<{ name: string; tickets: number }[]> =>
  db
    .select({ name: tickets.intent, tickets: count() })
    .from(tickets)
    .where(openedIn(span))
    .groupBy(tickets.intent)
    .orderBy(desc(count()), asc(tickets.intent))
    .limit(limit);

export async function ticketsIn(db: Reader, span: Span): Promise<number> {
  const [row] = await db.select({ tickets: count() }).from(tickets).where(openedIn(span));
  return row!.tickets;
}
