import type { z } from "zod";
import {
  CRASH_RESTS_MS,
  JOBS,
  type JobKind,
  type JobPayload,
  type NewJob,
  SUSPECT_AFTER_CRASHES,
} from "../domain/jobs.ts";
import type { Reader, Tx } from "./database.ts";
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt, lte, min, or, sql } from "./drizzle.ts";
import { given, prepared, preparedFor, upTo } from "./prepared.ts";
import { jobs } from "./schema-work.ts";

export type Job = {
  [Kind in JobKind]: {
    id: number;
    kind: Kind;
    key: string;
    attempt: number;
    crashes: number;
    payload: JobPayload<Kind>;
  };
}[JobKind];

/** As the row says it: another release may have written it. */
export type LeasedJob = Omit<Job, "payload"> & { payload: unknown };

type Row = typeof jobs.$inferSelect;
export type DeadJob = Pick<Row, "id" | "kind" | "key" | "payload" | "lastError" | "attempt"> & { diedAt: number };

/**
 * Adds work to do after this transaction. If the same work is already waiting, that row serves; if it is running, it will
 * run once more, because it may have read what this transaction changes. A job that waits after a failure keeps its time.
 */
export async function enqueue(tx: Tx, job: NewJob, now: number): Promise<void> {
  await insertion(tx).execute({
    kind: job.kind,
    key: job.key,
    lane: job.lane ?? null,
    payload: job.payload,
    priority: job.priority ?? 0,
    runAt: job.runAt ?? now,
    createdAt: now,
  });
  tx.wake();
}

const insertion = prepared((db) =>
  db
    .insert(jobs)
    .values(given(jobs, ["kind", "key", "lane", "payload", "priority", "runAt", "createdAt"]))
    .onConflictDoUpdate({
      target: jobs.key,
      targetWhere: isLive,
      set: {
        again: sql`${jobs.again} or ${jobs.leasedBy} is not null`,
        runAt: sql`case when ${jobs.attempt} = 0 then min(${jobs.runAt}, excluded.run_at) else ${jobs.runAt} end`,
        priority: sql`max(${jobs.priority}, excluded.priority)`,
      },
    })
    .prepare(),
);

interface Lease {
  worker: string;
  now: number;
  leaseMs: number;
  /** How many more of each kind may run now. */
  room: ReadonlyMap<JobKind, number>;
  /** How many more of all kinds together. */
  hands: number;
}

// Literals, because they are conditions of indexes (see prepared.ts).
const isLive = sql`state = 'live'`;
const isSuspect = sql.raw(`crashes >= ${SUSPECT_AFTER_CRASHES}`);

const NOW = sql.placeholder("now");
const isFree = or(isNull(jobs.leasedUntil), lt(jobs.leasedUntil, NOW));
const isDueSuspect = and(isLive, isSuspect, lte(jobs.runAt, NOW), isFree);

const suspects = prepared((db) =>
  db
    .select({ id: jobs.id })
    .from(jobs)
    .where(isDueSuspect)
    .orderBy(asc(jobs.crashes), asc(jobs.runAt), asc(jobs.id))
    .limit(upTo(1))
    .prepare(),
);

/** Whether a job that several processes died with is due: it is then the only one to be taken. */
export async function suspectIsDue(db: Reader, now: number): Promise<boolean> {
  const [row] = await suspects(db).execute({ now });
  return row !== undefined;
}

/** Takes the suspect that the fewest processes died with. Nothing else may run beside it. */
export async function leaseSuspect(
  tx: Tx,
  { worker, now, leaseMs }: Omit<Lease, "room" | "hands">,
): Promise<LeasedJob[]> {
  const [suspect] = await suspects(tx).execute({ now });
  return suspect ? take(tx, [suspect.id], { worker, now, leaseMs }) : [];
}

const dueOf = (most: number) =>
  preparedFor((db, kinds) => {
    const running = sql`exists (select 1 from jobs as running where running.lane = ${jobs.lane}
    and running.state = 'live' and running.leased_by is not null and running.leased_until >= ${NOW})`;
    return db
      .select({ id: jobs.id, kind: jobs.kind, lane: jobs.lane })
      .from(jobs)
      .where(
        and(
          sql`${jobs.state} = 'live'`,
          lte(jobs.runAt, NOW),
          isFree,
          sql.raw(`crashes < ${SUSPECT_AFTER_CRASHES}`),
          inArray(jobs.kind, [...kinds]),
          or(isNull(jobs.lane), sql`not ${running}`),
        ),
      )
      .orderBy(desc(jobs.priority), asc(jobs.runAt), asc(jobs.id))
      .limit(upTo(most))
      .prepare();
  });

const DUE = [4, 16, 64, 256].map((most) => ({ most, rows: dueOf(most) }));

/** Takes due jobs, at most one a lane. An expired lease is free again, so a crash only costs time. */
export async function leaseDue(tx: Tx, { worker, now, leaseMs, room, hands }: Lease): Promise<LeasedJob[]> {
  const open = [...room].filter(([, free]) => free > 0);
  if (open.length === 0 || hands <= 0) return [];
  const wanted = open.reduce((total, [, free]) => total + free, 0);
  // Some rows share a lane or a full kind and are passed over; they are taken next time.
  const due = DUE.find(({ most }) => most >= wanted * 2) ?? DUE.at(-1)!;
  const rows = await due.rows(tx, Object.fromEntries(open)).execute({ now });

  const left = new Map(open);
  const lanes = new Set<string>();
  const chosen = rows.filter(({ kind, lane }) => {
    const free = left.get(kind as JobKind) ?? 0;
    if (free === 0 || (lane !== null && lanes.has(lane))) return false;
    if (lane !== null) lanes.add(lane);
    left.set(kind as JobKind, free - 1);
    return true;
  });
  const ids = chosen.slice(0, hands).map((row) => row.id);
  return ids.length === 0 ? [] : take(tx, ids, { worker, now, leaseMs });
}

const taking = preparedFor((db, slots) => {
  // A lease that ran out belonged to a process that died: that is a crash, not a try.
  const held = sql`${jobs.leasedBy} is not null`;
  return db
    .update(jobs)
    .set({
      ...given(jobs, ["leasedBy", "leasedUntil"]),
      attempt: sql`case when ${held} then ${jobs.attempt} else ${jobs.attempt} + 1 end`,
      crashes: sql`case when ${held} then ${jobs.crashes} + 1 else ${jobs.crashes} end`,
    })
    .where(
      inArray(
        jobs.id,
        slots.map((slot) => sql.placeholder(slot)),
      ),
    )
    .returning()
    .prepare();
});

async function take(
  tx: Tx,
  ids: number[],
  { worker, now, leaseMs }: Omit<Lease, "room" | "hands">,
): Promise<LeasedJob[]> {
  const slots = Object.fromEntries(ids.map((id, index) => [`id${index}`, id]));
  const rows = await taking(tx, slots).execute({ ...slots, leasedBy: worker, leasedUntil: now + leaseMs });
  // An update returns its rows in any order; the order of taking is the one that counts.
  const order = new Map(ids.map((id, index) => [id, index]));
  return rows.map(toLeased).sort((a, b) => order.get(a.id)! - order.get(b.id)!);
}

const toLeased = ({ kind, ...row }: Row): LeasedJob => ({ ...row, kind: kind as JobKind });

/** Undefined where this release does not know the kind, or what it needs is not in the row. */
export function readJob(leased: LeasedJob): Job | undefined {
  const shape = Object.hasOwn(JOBS, leased.kind) ? (JOBS[leased.kind] as z.ZodType) : undefined;
  const read = shape?.safeParse(leased.payload);
  return read?.success ? ({ ...leased, payload: read.data } as Job) : undefined;
}

const leasedBy = (worker: string, id: number) => and(eq(jobs.id, id), eq(jobs.leasedBy, worker), isLive);

const FREE = { leasedBy: null, leasedUntil: null } as const;

/**
 * Ends a job in the transaction that did its work. False when the lease was lost meanwhile: the caller must then roll
 * back, because another worker has taken over.
 */
export async function finishJob(tx: Tx, worker: string, id: number, now: number): Promise<boolean> {
  // The lane is free: the next job in it may be due already.
  tx.wake();
  const gone = await ending(tx).execute({ worker, id });
  if (gone.length > 0) return true;
  const rerun = await rerunning(tx).execute({ worker, id, runAt: now });
  return rerun.length > 0;
}

const itsLease = and(
  eq(jobs.id, sql.placeholder("id")),
  eq(jobs.leasedBy, sql.placeholder("worker")),
  sql`${jobs.state} = 'live'`,
);
const ending = prepared((db) =>
  db
    .delete(jobs)
    .where(and(itsLease, eq(jobs.again, false)))
    .returning({ id: jobs.id })
    .prepare(),
);
const rerunning = prepared((db) =>
  db
    .update(jobs)
    .set({ ...FREE, again: false, attempt: 0, crashes: 0, ...given(jobs, ["runAt"]), lastError: null })
    .where(itsLease)
    .returning({ id: jobs.id })
    .prepare(),
);

/** Puts a job back. `spent` says whether the try counts against its four. */
export async function postponeJob(
  tx: Tx,
  worker: string,
  id: number,
  { runAt, spent, error }: { runAt: number; spent: boolean; error: string },
): Promise<void> {
  await tx
    .update(jobs)
    .set({
      ...FREE,
      again: false,
      runAt,
      lastError: error,
      attempt: spent ? jobs.attempt : sql`max(0, ${jobs.attempt} - 1)`,
    })
    .where(leasedBy(worker, id));
  tx.wake();
}

/** Begins a job anew that was asked for again while it failed: what made it fail may have changed. False where it was not. */
export async function beginAnew(
  tx: Tx,
  worker: string,
  id: number,
  { runAt, error }: { runAt: number; error: string },
): Promise<boolean> {
  const begun = await tx
    .update(jobs)
    .set({ ...FREE, again: false, attempt: 0, runAt, lastError: error })
    .where(and(leasedBy(worker, id), eq(jobs.again, true)))
    .returning({ id: jobs.id });
  if (begun.length > 0) tx.wake();
  return begun.length > 0;
}

/** Gives up on a job, visibly: it stays as a dead letter until somebody replays it. */
export async function buryJob(tx: Tx, worker: string, id: number, now: number, error: string): Promise<void> {
  await tx
    .update(jobs)
    .set({ ...FREE, state: "dead", diedAt: now, lastError: error })
    .where(leasedBy(worker, id));
}

export async function renewLeases(tx: Tx, worker: string, ids: number[], leasedUntil: number): Promise<void> {
  await tx
    .update(jobs)
    .set({ leasedUntil })
    .where(and(inArray(jobs.id, ids), eq(jobs.leasedBy, worker)));
}

/**
 * Frees what a worker holds, and gives the try back. If the worker died, each is under suspicion of having killed it, and rests
 * from `diedAt` on, the longer the more have died with it.
 */
export async function releaseLeases(tx: Tx, worker: string, diedAt?: number): Promise<number> {
  const freed = await tx
    .update(jobs)
    .set({
      ...FREE,
      attempt: sql`max(0, ${jobs.attempt} - 1)`,
      ...(diedAt !== undefined && { crashes: sql`${jobs.crashes} + 1`, runAt: sql`${diedAt} + ${restAfterCrash}` }),
    })
    .where(and(eq(jobs.leasedBy, worker), isLive))
    .returning({ id: jobs.id });
  if (freed.length > 0) tx.wake();
  return freed.length;
}

/** By the crashes before this one. */
const restAfterCrash = sql.raw(
  `case crashes ${CRASH_RESTS_MS.map((ms, crashes) => `when ${crashes} then ${ms}`).join(" ")} else 0 end`,
);

export async function workersHoldingLeases(db: Reader): Promise<string[]> {
  const rows = await db.selectDistinct({ worker: jobs.leasedBy }).from(jobs).where(isNotNull(jobs.leasedBy));
  return rows.flatMap(({ worker }) => worker ?? []);
}

/** When the next job falls due, or undefined with none waiting. */
export async function nextDueAt(db: Reader): Promise<number | undefined> {
  const [row] = await nextDue(db).execute();
  return row?.at ?? undefined;
}

const nextDue = prepared((db) =>
  db
    .select({ at: min(jobs.runAt) })
    .from(jobs)
    .where(and(isLive, isNull(jobs.leasedBy)))
    .prepare(),
);

export async function listDeadJobs(db: Reader, limit: number): Promise<DeadJob[]> {
  const rows = await db.select().from(jobs).where(eq(jobs.state, "dead")).orderBy(desc(jobs.diedAt)).limit(limit);
  return rows.map((row) => ({ ...row, diedAt: row.diedAt! }));
}

export async function getDeadJob(db: Reader, id: number): Promise<DeadJob | undefined> {
  const [row] = await db
    .select()
    .from(jobs)
    .where(and(eq(jobs.id, id), eq(jobs.state, "dead")));
  return row && { ...row, diedAt: row.diedAt! };
}

export async function countJobs(
  db: Reader,
): Promise<{ kind: string; state: "live" | "dead"; jobs: number; oldestAt: number | null }[]> {
  return db
    .select({ kind: jobs.kind, state: jobs.state, jobs: count(), oldestAt: min(jobs.createdAt) })
    .from(jobs)
    .groupBy(jobs.kind, jobs.state);
}
