import type { TicketLine, TicketPage } from "../domain/home.ts";
import { TicketSummary } from "../domain/ticket.ts";
import { openJson, type Reader } from "./database.ts";
import { and, asc, count, desc, eq, gte, inArray, isNotNull, lt, lte, type SQL, sql } from "./drizzle.ts";
import { tickets } from "./schema-tickets.ts";

type State = (typeof tickets.$inferSelect)["state"];

export interface ListFilter {
  states: readonly State[];
  owner?: string;
  mailboxId?: number;
  queue?: string;
}

const COLUMNS = {
  id: tickets.id,
  state: tickets.state,
  priority: tickets.priority,
  intent: tickets.intent,
  queue: tickets.queue,
  dueAt: tickets.dueAt,
  owner: tickets.owner,
  draftId: tickets.draftId,
  cardChannel: tickets.cardChannel,
  cardTs: tickets.cardTs,
  content: tickets.content,
};
type Row = { [Key in keyof typeof COLUMNS]: (typeof tickets.$inferSelect)[Key] };

const where = ({ states, owner, mailboxId, queue }: ListFilter): SQL | undefined =>
  and(
    inArray(tickets.state, [...states]),
    owner === undefined ? undefined : eq(tickets.owner, owner),
    mailboxId === undefined ? undefined : eq(tickets.mailboxId, mailboxId),
    queue === undefined ? undefined : eq(tickets.queue, queue),
  );

export function toLine(db: Reader, { content, draftId, cardChannel, cardTs, dueAt, owner, ...row }: Row): TicketLine {
  const about = openJson(db, "tickets.content", content, TicketSummary);
  return {
    ...row,
    subject: about?.subject || "(no subject)",
    sender: about?.sender.name ?? about?.sender.address ?? "",
    dueAt: dueAt ?? undefined,
    owner: owner ?? undefined,
    hasDraft: draftId !== null,
    card: cardChannel && cardTs ? { channel: cardChannel, ts: cardTs } : undefined,
  };
}

/** A page of tickets by deadline. Only the rows of the page are opened: there may be a hundred thousand. */
export async function listTickets(
  db: Reader,
  filter: ListFilter,
  { page, size }: { page: number; size: number },
): Promise<TicketPage> {
  const [sum] = await db.select({ total: count() }).from(tickets).where(where(filter));
  const total = sum?.total ?? 0;
  // A list that has become shorter meanwhile shows its last page.
  const shown = Math.max(0, Math.min(page, Math.ceil(total / size) - 1));
  // Ids first: they are in the index, where sorting whole rows took 3 s for the last page of a hundred thousand.
  const ids = await db
    .select({ id: tickets.id })
    .from(tickets)
    .where(where(filter))
    .orderBy(asc(tickets.dueAt), asc(tickets.id))
    .limit(size)
    .offset(shown * size);
  const lines = await linesById(
    db,
    ids.map(({ id }) => id),
  );
  return { tickets: lines, total, page: shown };
}

export async function countTickets(
  db: Reader,
  filter: ListFilter,
  due: { from?: number; before?: number } = {},
): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(tickets)
    .where(
      and(
        where(filter),
        due.from === undefined && due.before === undefined ? undefined : isNotNull(tickets.dueAt),
        due.from === undefined ? undefined : gte(tickets.dueAt, due.from),
        due.before === undefined ? undefined : lt(tickets.dueAt, due.before),
      ),
    );
  return row?.total ?? 0;
}

export async function linesById(db: Reader, ids: readonly number[]): Promise<TicketLine[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select(COLUMNS)
    .from(tickets)
    .where(inArray(tickets.id, [...ids]));
  const byId = new Map(rows.map((row) => [row.id, toLine(db, row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Ids of the newest tickets, for "the last K". */
export async function newestTicketIds(db: Reader, limit: number): Promise<number[]> {
  const rows = await db.select({ id: tickets.id }).from(tickets).orderBy(desc(tickets.id)).limit(limit);
  return rows.map((row) => row.id);
}

export interface DayStats {
  opened: number;
  answered: number;
  closed: number;
  inTime: number;
  firstResponseMs: number | undefined;
}

/** Volume and punctuality over a span, from the tickets alone. */
export async function statsBetween(db: Reader, from: number, to: number): Promise<DayStats> {
  const [row] = await db
    .select({
      opened: count(),
      answered: sql<number>`coalesce(sum(${tickets.firstAnsweredAt} is not null), 0)`,
      closed: sql<number>`coalesce(sum(${tickets.state} = 'done' and ${tickets.outcome} <> 'silent'), 0)`,
      inTime: sql<number>`coalesce(sum(${tickets.firstAnsweredAt} is not null and ${tickets.promisedAt} is not null and ${tickets.firstAnsweredAt} <= ${tickets.promisedAt}), 0)`,
      firstResponseMs: sql<number | null>`avg(${tickets.firstAnsweredAt} - ${tickets.openedAt})`,
    })
    .from(tickets)
    .where(and(gte(tickets.openedAt, from), lte(tickets.openedAt, to)));
  return { ...row!, firstResponseMs: row!.firstResponseMs ?? undefined };
}
