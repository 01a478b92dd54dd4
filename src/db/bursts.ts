import { PRIORITIES } from "../domain/decision.ts";
import type { TicketPage } from "../domain/home.ts";
import type { Reader, Tx } from "./database.ts";
import { and, count, desc, eq, inArray, isNull, min, type SQL, sql } from "./drizzle.ts";
import { bursts, tickets } from "./schema-tickets.ts";
import { linesById } from "./ticket-lists.ts";
import type { Ticket } from "./tickets.ts";

export type BurstRow = typeof bursts.$inferSelect;

/** `cardHeldAt` of a ticket that has waited: its card is on its way and is not held a second time. */
const RELEASED = 0;

export const isHeld = ({ cardHeldAt }: Pick<Ticket, "cardHeldAt">): boolean => (cardHeldAt ?? 0) > RELEASED;
export const wasHeld = ({ cardHeldAt }: Pick<Ticket, "cardHeldAt">): boolean => cardHeldAt === RELEASED;

const rank = sql.raw(`case priority ${PRIORITIES.map((one, index) => `when '${one}' then ${index}`).join(" ")} end`);
/** What has no deadline comes last. */
const NEVER = Number.MAX_SAFE_INTEGER;
const dueOrder = sql`coalesce(${tickets.dueAt}, ${sql.raw(String(NEVER))})`;

// The literals are the index's own condition; a bound parameter would not match it.
const withoutCard = (queues: readonly string[]) =>
  and(inArray(tickets.queue, [...queues]), isNull(tickets.cardTs), sql`${tickets.state} <> 'done'`);
/** Once somebody has it in hand its card is on its way, whatever was said before. */
const held = (queues: readonly string[]) =>
  and(withoutCard(queues), eq(tickets.state, "new"), sql`${tickets.cardHeldAt} > 0`);
const onItsWay: SQL = sql`exists (select 1 from jobs where jobs.key = 'card:' || ${tickets.id} and jobs.state = 'live')`;

/** How many cards of these queues come before the ticket's: the more urgent, then what is due earlier. Counts to `limit`. */
export async function cardsAhead(
  db: Reader,
  queues: readonly string[],
  ticket: Pick<Ticket, "id" | "priority" | "dueAt">,
  limit: number,
): Promise<number> {
  const mine = PRIORITIES.indexOf(ticket.priority);
  const before = sql`(${rank} > ${mine} or (${rank} = ${mine} and (${dueOrder}, ${tickets.id}) < (${ticket.dueAt ?? NEVER}, ${ticket.id})))`;
  const rows = await db
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(withoutCard(queues), before, sql`(${tickets.cardHeldAt} > 0 or ${onItsWay})`))
    .limit(limit);
  return rows.length;
}

/** Cards of these queues that are on their way, and how many of them have waited. */
export async function cardsUnderWay(
  db: Reader,
  queues: readonly string[],
): Promise<{ total: number; released: number }> {
  const [row] = await db
    .select({ total: count(), released: sql<number>`count(*) filter (where ${tickets.cardHeldAt} = 0)` })
    .from(tickets)
    .where(and(withoutCard(queues), sql`coalesce(${tickets.cardHeldAt}, 0) = 0`, onItsWay));
  return row!;
}

/** Puts a ticket among those that wait together. False when it has a card, or waits already. */
export async function holdCard(tx: Tx, ticket: Pick<Ticket, "id" | "version">, now: number): Promise<boolean> {
  const rows = await tx
    .update(tickets)
    .set({ cardHeldAt: now })
    .where(
      and(
        eq(tickets.id, ticket.id),
        eq(tickets.version, ticket.version),
        isNull(tickets.cardTs),
        isNull(tickets.cardHeldAt),
      ),
    )
    .returning({ id: tickets.id });
  return rows.length > 0;
}

export async function releaseCard(tx: Tx, ticketId: number): Promise<void> {
  await tx.update(tickets).set({ cardHeldAt: RELEASED }).where(eq(tickets.id, ticketId));
}

/** The tickets that wait together, the most urgent first. */
export async function heldTickets(db: Reader, queues: readonly string[], limit: number, offset = 0): Promise<number[]> {
  const rows = await db
    .select({ id: tickets.id })
    .from(tickets)
    .where(held(queues))
    .orderBy(sql`${rank} desc`, dueOrder, tickets.id)
    .limit(limit)
    .offset(offset);
  return rows.map(({ id }) => id);
}

/** Queues, known to the settings or not, in which tickets wait. */
export async function queuesWithHeld(db: Reader): Promise<string[]> {
  const rows = await db
    .selectDistinct({ queue: tickets.queue })
    .from(tickets)
    .where(and(isNull(tickets.cardTs), sql`${tickets.state} <> 'done'`, sql`${tickets.cardHeldAt} > 0`));
  return rows.map(({ queue }) => queue);
}

/** How many tickets wait together, by queue. */
export async function heldByQueue(db: Reader): Promise<{ queue: string; waiting: number }[]> {
  return db
    .select({ queue: tickets.queue, waiting: count() })
    .from(tickets)
    .where(and(isNull(tickets.cardTs), sql`${tickets.state} = 'new'`, sql`${tickets.cardHeldAt} > 0`))
    .groupBy(tickets.queue);
}

export async function heldPage(
  db: Reader,
  queues: readonly string[],
  { page, size }: { page: number; size: number },
): Promise<TicketPage> {
  const { waiting: total } = await heldFigures(db, queues);
  // A list that has become shorter meanwhile shows its last page.
  const shown = Math.max(0, Math.min(page, Math.ceil(total / size) - 1));
  return { tickets: await linesById(db, await heldTickets(db, queues, size, shown * size)), total, page: shown };
}

export async function heldFigures(
  db: Reader,
  queues: readonly string[],
): Promise<{ waiting: number; oldestAt: number; byIntent: { intent: string; tickets: number }[] }> {
  const byIntent = await db
    .select({ intent: tickets.intent, tickets: count(), oldestAt: min(tickets.openedAt) })
    .from(tickets)
    .where(held(queues))
    .groupBy(tickets.intent)
    .orderBy(desc(count()), tickets.intent);
  return {
    waiting: byIntent.reduce((sum, one) => sum + one.tickets, 0),
    oldestAt: Math.min(...byIntent.map((one) => one.oldestAt ?? NEVER)),
    byIntent: byIntent.map(({ intent, tickets: number }) => ({ intent, tickets: number })),
  };
}

export async function getBurst(db: Reader, channel: string): Promise<BurstRow | undefined> {
  const [row] = await db.select().from(bursts).where(eq(bursts.channel, channel));
  return row;
}

/** One more ticket waits: in the burst that lasts, or in a new one with a message of its own. */
export async function joinBurst(tx: Tx, channel: string): Promise<void> {
  const over = sql`${bursts.endedAt} is not null`;
  await tx
    .insert(bursts)
    .values({ channel, total: 1 })
    .onConflictDoUpdate({
      target: bursts.channel,
      set: {
        generation: sql`${bursts.generation} + (${over})`,
        total: sql`case when ${over} then 1 else ${bursts.total} + 1 end`,
        ts: sql`case when ${over} then null else ${bursts.ts} end`,
        shown: sql`case when ${over} then null else ${bursts.shown} end`,
        endedAt: null,
      },
    });
}

export async function changeBurst(tx: Tx, channel: string, change: Partial<Omit<BurstRow, "channel">>): Promise<void> {
  await tx.update(bursts).set(change).where(eq(bursts.channel, channel));
}
