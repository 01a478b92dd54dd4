import type { RungTime } from "../domain/sla.ts";
import type { Reader, Tx } from "./database.ts";
import { and, asc, eq, gte, inArray, isNull, lt, lte, or, sql } from "./drizzle.ts";
import { given, prepared } from "./prepared.ts";
import { slaSteps, tickets } from "./schema-tickets.ts";

export type SlaStep = typeof slaSteps.$inferSelect;

const placing = prepared((db) =>
  db
    .insert(slaSteps)
    .values(given(slaSteps, ["ticketId", "clockStartedAt", "rung", "fireAt"]))
    .onConflictDoNothing()
    .prepare(),
);

/** Puts a clock's rungs in place. One that has fired stays fired: telling people again would be noise. */
export async function placeSteps(
  tx: Tx,
  ticketId: number,
  clockStartedAt: number,
  rungs: readonly RungTime[],
): Promise<void> {
  await dropSteps(tx, ticketId);
  for (const { rung, fireAt } of rungs) await placing(tx).execute({ ticketId, clockStartedAt, rung, fireAt });
}

const dropping = prepared((db) =>
  db
    .delete(slaSteps)
    .where(and(eq(slaSteps.ticketId, sql.placeholder("ticketId")), isNull(slaSteps.firedAt)))
    .prepare(),
);

export async function dropSteps(tx: Tx, ticketId: number): Promise<void> {
  await dropping(tx).execute({ ticketId });
}

/** Rungs whose time has come, on tickets that still await an answer, the oldest first. */
export async function dueSteps(db: Reader, now: number, limit: number): Promise<SlaStep[]> {
  const rows = await db
    .select({ step: slaSteps })
    .from(slaSteps)
    .innerJoin(tickets, eq(slaSteps.ticketId, tickets.id))
    .where(
      and(
        isNull(slaSteps.firedAt),
        lte(slaSteps.fireAt, now),
        inArray(tickets.state, ["new", "claimed", "sending", "snoozed"]),
      ),
    )
    .orderBy(asc(slaSteps.fireAt))
    .limit(limit);
  return rows.map(({ step }) => step);
}

/** False when somebody else was faster: then it has been told already. */
export async function fireStep(tx: Tx, id: number, now: number): Promise<boolean> {
  const rows = await tx
    .update(slaSteps)
    .set({ firedAt: now })
    .where(and(eq(slaSteps.id, id), isNull(slaSteps.firedAt)))
    .returning({ id: slaSteps.id });
  return rows.length > 0;
}

/** Whom a rung that has just fired is for. */
export async function noteTold(tx: Tx, id: number, told: string): Promise<void> {
  await tx.update(slaSteps).set({ told }).where(eq(slaSteps.id, id));
}

/** Tickets that somebody was to be reminded of in a span, and that still wait for them or for anybody. */
export async function toldBetween(
  db: Reader,
  { user, from, to }: { user: string; from: number; to: number },
): Promise<number[]> {
  const rows = await db
    .selectDistinct({ ticketId: slaSteps.ticketId })
    .from(slaSteps)
    .innerJoin(tickets, eq(slaSteps.ticketId, tickets.id))
    .where(
      and(
        eq(slaSteps.told, user),
        gte(slaSteps.firedAt, from),
        lt(slaSteps.firedAt, to),
        inArray(tickets.state, ["new", "claimed", "snoozed"]),
        or(isNull(tickets.owner), eq(tickets.owner, user)),
      ),
    );
  return rows.map(({ ticketId }) => ticketId);
}

/** What fell due in a span, in these queues and still unanswered: each ticket once, with its highest rung. */
export async function firedBetween(
  db: Reader,
  { queues, from, to }: { queues: readonly string[]; from: number; to: number },
) {
  return db
    .select({ ticketId: slaSteps.ticketId, rung: sql<number>`max(${slaSteps.rung})` })
    .from(slaSteps)
    .innerJoin(tickets, eq(slaSteps.ticketId, tickets.id))
    .where(
      and(
        gte(slaSteps.rung, 100),
        gte(slaSteps.firedAt, from),
        lt(slaSteps.firedAt, to),
        inArray(tickets.queue, [...queues]),
        inArray(tickets.state, ["new", "claimed", "snoozed"]),
      ),
    )
    .groupBy(slaSteps.ticketId);
}
