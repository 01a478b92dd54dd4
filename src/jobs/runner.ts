import type { Database, Tx } from "../db/database.ts";
import {
  beginAnew,
  buryJob,
  finishJob,
  type LeasedJob,
  leaseDue,
  leaseSuspect,
  nextDueAt,
  postponeJob,
  readJob,
  releaseLeases,
  renewLeases,
  suspectIsDue,
} from "../db/jobs.ts";
import { latestInstant, setBack } from "../db/set-back.ts";
import { MailroomError, toFailure } from "../domain/errors.ts";
import { type JobKind, type JobPayload, MAX_ATTEMPTS, MAX_CRASHES, SUSPECT_AFTER_CRASHES } from "../domain/jobs.ts";
import type { Log } from "../domain/log.ts";
import { measured, note } from "../domain/measure.ts";

export interface JobContext {
  attempt: number;
  log: Log;
  /**
   * Ends the job inside the transaction that holds its result, so that both are committed or neither.
   * Throws when the lease was lost: the transaction is then rolled back and the other worker's result stands.
   */
  finish(tx: Tx): Promise<void>;
}

export type Handlers = {
  readonly [Kind in JobKind]: (payload: JobPayload<Kind>, context: JobContext) => Promise<void>;
};

interface RunnerOptions {
  db: Database;
  handlers: Handlers;
  /** How many jobs of a kind run at the same time. */
  limits: Readonly<Record<JobKind, number>>;
  /** How many jobs of all kinds: fewer than the limits' sum, so that what matters more is really done first. */
  hands: number;
  /** Who holds the leases: unique to this process. */
  worker: string;
  now: () => number;
  random: () => number;
  log: Log;
  /** Told in the burying transaction, so that a dead letter never goes unseen. */
  onBuried: (tx: Tx, job: LeasedJob, failure: MailroomError) => Promise<void>;
}

export interface Runner {
  start(): void;
  /** Takes no more work, waits for what runs, frees the rest. */
  stop(options: { graceMs: number }): Promise<void>;
  /** Runs what is due, and what that causes, until nothing is: for tests and one-off commands. */
  drain(): Promise<void>;
  running(): number;
}

/** Long enough for a slow call, short enough that another replica's crash is made good soon. */
const LEASE_MS = 30_000;
const RENEW_MS = 10_000;
/** Clocks are put right by less than this all the time. */
const CLOCK_SLACK_MS = 1_000;
/** Most work ends within it. */
const SUSPECT_WAIT_MS = 30_000;
const SUSPECT_REST_MS = 5 * 60_000;
/** Looks again even if nobody called: an expired lease makes no noise. */
const IDLE_MS = 5_000;
const BACKOFF_BASE_MS = 1_000;
const BACKOFF_CAP_MS = 5 * 60_000;
const DEFAULT_WAIT_MS = 15_000;

export function createRunner({
  db,
  handlers,
  limits,
  hands,
  worker,
  now,
  random,
  log,
  onBuried,
}: RunnerOptions): Runner {
  const running = new Map<number, { job: LeasedJob; done: Promise<void> }>();
  /** Of all that is running: renewed together. */
  let leasedUntil = Number.POSITIVE_INFINITY;
  let seenAt: number | undefined;
  let suspectWaitsSince: number | undefined;
  let state: "idle" | "started" | "stopping" = "idle";
  let pumping: Promise<void> | undefined;
  let pumpAgain = false;
  let timer: NodeJS.Timeout | undefined;
  let timerAt = 0;
  let renewal: NodeJS.Timeout | undefined;
  let unsubscribe: (() => void) | undefined;

  /** Leases what there is room for. Calls while it runs make it look once more. */
  function pump(): Promise<void> {
    if (pumping) {
      pumpAgain = true;
      return pumping;
    }
    pumping = (async () => {
      do {
        pumpAgain = false;
        for (const job of await lease()) run(job);
      } while (pumpAgain && state !== "stopping");
    })().finally(() => {
      pumping = undefined;
    });
    return pumping;
  }

  async function lease(): Promise<LeasedJob[]> {
    if (state === "stopping") return [];
    await heedClock();
    const jobsInHand = [...running.values()].map(({ job }) => job);
    // A suspect runs with nothing beside it: what runs ends first, and nothing begins before it has ended.
    if (jobsInHand.some(({ crashes }) => crashes >= SUSPECT_AFTER_CRASHES)) return [];
    if (!(await suspectIsDue(db.read, now()))) suspectWaitsSince = undefined;
    else if (jobsInHand.length > 0) {
      if (waitsForSuspect()) return [];
    } else {
      suspectWaitsSince = undefined;
      return taken(now(), (at) => db.transaction((tx) => leaseSuspect(tx, { worker, now: at, leaseMs: LEASE_MS })));
    }
    const busy = new Map<JobKind, number>();
    for (const { kind } of jobsInHand) busy.set(kind, (busy.get(kind) ?? 0) + 1);
    const room = new Map(
      (Object.keys(limits) as JobKind[]).map((kind) => [kind, limits[kind] - (busy.get(kind) ?? 0)]),
    );
    return taken(now(), (at) =>
      db.transaction((tx) =>
        leaseDue(tx, { worker, now: at, leaseMs: LEASE_MS, room, hands: hands - jobsInHand.length }),
      ),
    );
  }

  /** What runs may run for long: polls and sendings stand still for it only so long, then again after a while. */
  function waitsForSuspect(): boolean {
    const at = now();
    const waited = at - (suspectWaitsSince ?? at);
    if (suspectWaitsSince === undefined || waited < 0 || waited >= SUSPECT_WAIT_MS + SUSPECT_REST_MS)
      suspectWaitsSince = at;
    return at - suspectWaitsSince < SUSPECT_WAIT_MS;
  }

  async function taken(at: number, take: (at: number) => Promise<LeasedJob[]>): Promise<LeasedJob[]> {
    const jobs = await take(at);
    if (jobs.length > 0) leasedUntil = Math.min(leasedUntil, at + LEASE_MS);
    return jobs;
  }

  /** A clock that jumps must not make us take anew what we have in hand, nor let waiting work wait for the difference. */
  async function heedClock(): Promise<void> {
    const at = now();
    seenAt ??= await latestInstant(db.read);
    const back = seenAt - at;
    seenAt = at;
    if (back > CLOCK_SLACK_MS) {
      log.warn({ byMs: back }, "the clock was set back");
      await db.transaction((tx) => setBack(tx, back, at));
    }
    if (leasedUntil <= at) await renew();
  }

  async function renew(): Promise<void> {
    const until = now() + LEASE_MS;
    const ids = [...running.keys()];
    if (ids.length > 0) await db.transaction((tx) => renewLeases(tx, worker, ids, until));
    leasedUntil = ids.length > 0 ? until : Number.POSITIVE_INFINITY;
  }

  function run(job: LeasedJob): void {
    const done = perform(job)
      .catch((error) =>
        log.error(
          { jobId: job.id, kind: job.kind, err: error },
          "a job's outcome could not be recorded; its lease will expire",
        ),
      )
      .finally(() => {
        running.delete(job.id);
        // There is room for another now.
        schedule(0);
      });
    running.set(job.id, { job, done });
  }

  async function perform(leased: LeasedJob): Promise<void> {
    const jobLog = log.child({ jobId: leased.id, kind: leased.kind, attempt: leased.attempt });
    const job = readJob(leased);
    // Here and not where it is leased: one row that nobody can read must not keep the others from being taken.
    if (!job) {
      jobLog.error({}, "gave up on a job that this release cannot read");
      return bury(leased, new MailroomError("internal", { detail: "a job of another release" }));
    }
    if (job.crashes >= MAX_CRASHES) {
      return bury(job, toFailure(new Error("the process died each time this was tried")));
    }
    let finished = false;
    const finish = async (tx: Tx) => {
      if (!(await finishJob(tx, worker, job.id, now()))) throw new LeaseLost();
      finished = true;
    };
    try {
      const handle = handlers[job.kind] as (payload: unknown, context: JobContext) => Promise<void>;
      await measured({ step: "job", kind: job.kind, ids: { jobId: job.id, ...job.payload } }, async () => {
        await handle(job.payload, { attempt: job.attempt, log: jobLog, finish });
        if (!finished) await db.transaction(finish);
      });
    } catch (error) {
      if (error instanceof LeaseLost) {
        note("conflict", { what: "lease_lost" });
        return jobLog.warn({}, "the lease was lost; another worker has this job");
      }
      await settleFailure(job, toFailure(error), jobLog);
    }
  }

  async function settleFailure(job: LeasedJob, failure: MailroomError, jobLog: Log): Promise<void> {
    const waits = failure.retry === "wait";
    const said = {
      code: failure.code,
      detail: failure.detail,
      ...(failure.code === "internal" && { err: failure.cause }),
    };
    const pauseMs = failure.retryAfterMs ?? (waits ? DEFAULT_WAIT_MS : backoffMs(job.attempt, random()));
    if (failure.retry === "never" || (!waits && job.attempt >= MAX_ATTEMPTS)) {
      const next = { runAt: now() + pauseMs, error: describe(failure) };
      if (await db.transaction((tx) => beginAnew(tx, worker, job.id, next))) {
        jobLog.info({ ...said, pauseMs }, "a job failed for good and was asked for again meanwhile");
        return schedule(pauseMs);
      }
      jobLog.error(said, "gave up on a job");
      return bury(job, failure);
    }
    // Waiting one's turn is no news.
    jobLog[waits ? "debug" : "info"]({ ...said, pauseMs }, "a job will be tried again");
    await db.transaction((tx) =>
      postponeJob(tx, worker, job.id, { runAt: now() + pauseMs, spent: !waits, error: describe(failure) }),
    );
    schedule(pauseMs);
  }

  const bury = (job: LeasedJob, failure: MailroomError) =>
    db.transaction(async (tx) => {
      await buryJob(tx, worker, job.id, now(), describe(failure));
      await onBuried(tx, job, failure);
    });

  /** Looks for work after `inMs`, or earlier if that was asked for already. */
  function schedule(inMs: number): void {
    if (state !== "started") return;
    const at = performance.now() + Math.min(inMs, IDLE_MS);
    if (timer && at >= timerAt) return;
    clearTimeout(timer);
    timerAt = at;
    timer = setTimeout(look, Math.max(1, at - performance.now()));
  }

  async function look(): Promise<void> {
    timer = undefined;
    try {
      await pump();
      const due = await nextDueAt(db.read);
      // A job that is due but did not fit is taken when a running one ends, which wakes us: no need to spin for it.
      schedule(due === undefined || due <= now() ? IDLE_MS : due - now());
    } catch (error) {
      log.error({ err: error }, "the job loop could not look for work");
      schedule(IDLE_MS);
    }
  }

  return {
    start() {
      state = "started";
      unsubscribe = db.onWake(() => schedule(0));
      renewal = setInterval(() => {
        renew().catch((error) => log.warn({ err: error }, "leases were not renewed"));
      }, RENEW_MS);
      schedule(0);
    },
    async stop({ graceMs }) {
      state = "stopping";
      clearTimeout(timer);
      unsubscribe?.();
      await pumping;
      await Promise.race([
        Promise.all([...running.values()].map(({ done }) => done)),
        new Promise((resolve) => setTimeout(resolve, graceMs).unref()),
      ]);
      clearInterval(renewal);
      await db.transaction((tx) => releaseLeases(tx, worker));
    },
    async drain() {
      do {
        await pump();
        await Promise.all([...running.values()].map(({ done }) => done));
        // One more look: what has just finished may have caused more.
        for (const job of await lease()) run(job);
      } while (running.size > 0);
    },
    running: () => running.size,
  };
}

class LeaseLost extends Error {}

const describe = (failure: MailroomError): string =>
  failure.detail ? `${failure.code}: ${failure.detail}` : failure.code;

/** Exponential with full jitter: spread out, so that what failed together does not return together. */
export function backoffMs(attempt: number, random: number): number {
  return Math.round(random * Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 4 ** attempt));
}
