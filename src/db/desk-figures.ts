import type { FailureCode } from "../domain/errors.ts";
import type { Reader } from "./database.ts";
import { and, eq, gt, isNull, lte, min, sql } from "./drizzle.ts";
import { mailboxes } from "./schema-mailboxes.ts";
import { ledger, ledgerTotals, messages } from "./schema-messages.ts";
import { tickets } from "./schema-tickets.ts";
import { jobs, modelCalls } from "./schema-work.ts";

/** What an operator's tools ask every few seconds: each of them reads few rows, however long the desk has worked. */

interface JobFigures {
  kind: string;
  /** Ready to run and not yet taken. */
  due: number;
  /** For a later time: a retry, somebody who asked us to slow down. */
  waiting: number;
  running: number;
  dead: number;
  oldestDueAt: number | null;
}

export async function jobFigures(db: Reader, now: number): Promise<JobFigures[]> {
  const free = sql`${jobs.state} = 'live' and (${jobs.leasedUntil} is null or ${jobs.leasedUntil} < ${now})`;
  const due = sql`${free} and ${jobs.runAt} <= ${now}`;
  return db
    .select({
      kind: jobs.kind,
      due: sql<number>`count(*) filter (where ${due})`,
      waiting: sql<number>`count(*) filter (where ${free} and ${jobs.runAt} > ${now})`,
      running: sql<number>`count(*) filter (where ${jobs.leasedUntil} >= ${now})`,
      dead: sql<number>`count(*) filter (where ${jobs.state} = 'dead')`,
      oldestDueAt: sql<number | null>`min(${jobs.runAt}) filter (where ${due})`,
    })
    .from(jobs)
    .groupBy(jobs.kind);
}

/** Live work that is older than the instant and was last put off for this reason. */
export async function putOffFor(
  db: Reader,
  code: FailureCode,
  before: number,
): Promise<{ waiting: number; oldestAt: number | null }> {
  const [row] = await db
    .select({ waiting: sql<number>`count(*)`, oldestAt: min(jobs.createdAt) })
    .from(jobs)
    .where(
      and(
        eq(jobs.state, "live"),
        lte(jobs.createdAt, before),
        sql`(${jobs.lastError} = ${code} or ${jobs.lastError} like ${`${code}:%`})`,
      ),
    );
  return row!;
}

export async function countDeadJobs(db: Reader): Promise<number> {
  const [row] = await db.select({ dead: sql<number>`count(*)` }).from(jobs).where(eq(jobs.state, "dead"));
  return row!.dead;
}

export async function oldestDueJob(db: Reader, now: number): Promise<number | undefined> {
  const [row] = await db
    .select({ at: min(jobs.runAt) })
    .from(jobs)
    .where(and(eq(jobs.state, "live"), lte(jobs.runAt, now), isNull(jobs.leasedBy)));
  return row?.at ?? undefined;
}

export async function ingestedByMailbox(db: Reader): Promise<{ mailbox: string; total: number }[]> {
  return db
    .select({ mailbox: mailboxes.address, total: sql<number>`sum(${ledgerTotals.total})` })
    .from(ledgerTotals)
    .innerJoin(mailboxes, eq(mailboxes.id, ledgerTotals.mailboxId))
    .groupBy(mailboxes.address);
}

interface ModelFigures {
  model: string;
  outcome: string;
  calls: number;
  costUsd: number;
  lastId: number;
}

/** Calls written since the last look, so that the whole table is read once. */
export async function modelFiguresAfter(db: Reader, id: number): Promise<ModelFigures[]> {
  return db
    .select({
      model: modelCalls.model,
      outcome: modelCalls.outcome,
      calls: sql<number>`count(*)`,
      costUsd: sql<number>`sum(${modelCalls.costUsd})`,
      lastId: sql<number>`max(${modelCalls.id})`,
    })
    .from(modelCalls)
    .where(gt(modelCalls.id, id))
    .groupBy(modelCalls.model, modelCalls.outcome);
}

/**
 * When the first mail of a ticket showed in its mailbox. Undefined for mail that was there before Mailroom was, and once the
 * card has been posted anew: nobody waited for that one.
 */
export async function firstSeenOf(db: Reader, ticketId: number): Promise<number | undefined> {
  const [row] = await db
    .select({ at: min(ledger.seenAt) })
    .from(messages)
    .innerJoin(ledger, and(eq(ledger.mailboxId, messages.mailboxId), eq(ledger.providerId, messages.providerId)))
    .innerJoin(tickets, eq(tickets.id, messages.ticketId))
    .where(and(eq(messages.ticketId, ticketId), eq(ledger.origin, "live"), eq(tickets.cardGeneration, 1)));
  return row?.at ?? undefined;
}
