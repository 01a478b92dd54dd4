import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Database } from "../../src/db/database.ts";
import { sql } from "../../src/db/drizzle.ts";
import {
  countJobs,
  enqueue,
  leaseDue,
  leaseSuspect,
  listDeadJobs,
  releaseLeases,
  suspectIsDue,
} from "../../src/db/jobs.ts";
import { ensureMailboxes, listMailboxes } from "../../src/db/mailboxes.ts";
import { reviveJob } from "../../src/db/revive-job.ts";
import { MailroomError } from "../../src/domain/errors.ts";
import { FIRST_CARD_PRIORITY, JOB_PRIORITY, type JobKind } from "../../src/domain/jobs.ts";
import { createRunner, type Handlers, type JobContext } from "../../src/jobs/runner.ts";
import { aClock, aDatabase } from "../fakes/database.ts";
import { aLog } from "../fakes/log.ts";

const LIMITS = {
  sweep: 1,
  "read-again": 1,
  drill: 1,
  "propose-articles": 1,
  prune: 1,
  recalibrate: 1,
  "check-people": 1,
  reconcile: 1,
  "refresh-knowledge": 1,
  "scan-again": 1,
  "draw-home": 2,
  "poll-mailbox": 2,
  "watch-mailbox": 1,
  "process-message": 2,
  "draw-burst": 1,
  "group-mail": 1,
  "draw-incident": 1,
  "answer-incident": 1,
  "draw-card": 2,
  "run-effect": 2,
};
type Handle = (id: number, context: JobContext) => Promise<void>;

let db: Database;
let clock: ReturnType<typeof aClock>;
beforeEach(() => {
  db = aDatabase();
  clock = aClock();
});

function runner(handle: Handle, options: { worker?: string; hands?: number; onBuried?: () => Promise<void> } = {}) {
  const handlers: Handlers = {
    sweep: async () => undefined,
    "read-again": async () => undefined,
    drill: async () => undefined,
    recalibrate: async () => undefined,
    "check-people": async () => undefined,
    "propose-articles": async () => undefined,
    prune: async () => undefined,
    reconcile: async () => undefined,
    "refresh-knowledge": async () => undefined,
    "scan-again": async () => undefined,
    "draw-home": async () => undefined,
    "poll-mailbox": ({ mailboxId }, context) => handle(mailboxId, context),
    "watch-mailbox": async () => undefined,
    "process-message": ({ ledgerId }, context) => handle(ledgerId, context),
    "draw-burst": async () => undefined,
    "group-mail": async () => undefined,
    "draw-incident": async () => undefined,
    "answer-incident": async () => undefined,
    "draw-card": ({ ticketId }, context) => handle(ticketId, context),
    "run-effect": ({ effectId }, context) => handle(effectId, context),
  };
  return createRunner({
    db,
    handlers,
    limits: LIMITS,
    hands: options.hands ?? 20,
    worker: options.worker ?? "here:1:a",
    now: clock.now,
    random: () => 0.5,
    log: aLog(),
    onBuried: options.onBuried ?? (async () => undefined),
  });
}

const add = (id: number, more: { key?: string; lane?: string; priority?: number; runAt?: number } = {}) =>
  db.transaction((tx) =>
    enqueue(tx, { kind: "draw-card", key: more.key ?? `card:${id}`, payload: { ticketId: id }, ...more }, clock.now()),
  );
const live = async () =>
  (await countJobs(db.read)).filter((row) => row.state === "live").reduce((sum, row) => sum + row.jobs, 0);

describe("doing", () => {
  test("a job is done once and gone", async () => {
    const done: number[] = [];
    await add(7);
    await runner(async (id) => void done.push(id)).drain();
    expect(done).toEqual([7]);
    expect(await live()).toBe(0);
  });

  test("asked for twice while waiting is asked for once", async () => {
    const done: number[] = [];
    await add(7);
    await add(7);
    await runner(async (id) => void done.push(id)).drain();
    expect(done).toEqual([7]);
  });

  test("asked for again while it runs, it runs once more: it may have read what has changed since", async () => {
    let runs = 0;
    await add(7);
    await runner(async () => {
      if (++runs === 1) {
        await add(7);
        await add(7);
      }
    }).drain();
    expect(runs).toBe(2);
  });

  test("with few hands, new mail is understood before ordinary cards are posted, and after urgent ones", async () => {
    const done: number[] = [];
    await add(1, { priority: FIRST_CARD_PRIORITY.normal });
    await db.transaction((tx) =>
      enqueue(
        tx,
        { kind: "process-message", key: "message:2", payload: { ledgerId: 2 }, priority: JOB_PRIORITY.mail },
        clock.now(),
      ),
    );
    await add(3, { priority: FIRST_CARD_PRIORITY.urgent });
    const handle = async (id: number) => {
      done.push(id);
      await new Promise(setImmediate);
      done.push(id);
    };
    await runner(handle, { hands: 1 }).drain();
    expect(done).toEqual([3, 3, 2, 2, 1, 1]);
  });

  test("more urgent goes first, then the order of asking; what is not due yet waits", async () => {
    const done: number[] = [];
    await add(1);
    await add(2, { priority: 20 });
    await add(3, { runAt: clock.now() + 1 });
    await add(4);
    const one = runner(async (id) => void done.push(id));
    await one.drain();
    expect(done).toEqual([2, 1, 4]);
    clock.advance(1);
    await one.drain();
    expect(done).toEqual([2, 1, 4, 3]);
  });

  test("jobs of one lane never run at the same time; others do", async () => {
    let inLane = 0;
    let most = 0;
    let all = 0;
    let mostAll = 0;
    for (let id = 1; id <= 4; id++) await add(id, id <= 2 ? { lane: "thread:1" } : {});
    await runner(async (id) => {
      mostAll = Math.max(mostAll, ++all);
      if (id <= 2) most = Math.max(most, ++inLane);
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (id <= 2) inLane--;
      all--;
    }).drain();
    expect(most).toBe(1);
    expect(mostAll).toBe(2);
  });

  test("work and the job's end commit together: a transaction that fails leaves the job", async () => {
    await add(7);
    let tries = 0;
    const one = runner(async (_id, { finish }) => {
      tries++;
      await db.transaction(async (tx) => {
        await finish(tx);
        if (tries === 1) throw new MailroomError("gmail_unavailable");
      });
    });
    await one.drain();
    expect(await live()).toBe(1);
    clock.advance(60_000);
    await one.drain();
    expect(tries).toBe(2);
    expect(await live()).toBe(0);
  });
});

describe("failing", () => {
  const failing = (code: ConstructorParameters<typeof MailroomError>[0], more = {}) => {
    const buried = vi.fn(async () => undefined);
    let tries = 0;
    const one = runner(
      async () => {
        tries++;
        throw new MailroomError(code, more);
      },
      { onBuried: buried },
    );
    return { one, buried, tries: () => tries };
  };

  test("a passing failure is tried four times, later and later, and then buried where people see it", async () => {
    await add(7);
    const { one, buried, tries } = failing("gmail_unavailable");
    for (let round = 1; round <= 4; round++) {
      await one.drain();
      expect(tries()).toBe(round);
      await one.drain();
      expect(tries()).toBe(round);
      clock.advance(10 * 60_000);
    }
    expect(buried).toHaveBeenCalledTimes(1);
    expect(await listDeadJobs(db.read, 10)).toMatchObject([
      { key: "card:7", lastError: "gmail_unavailable", attempt: 4 },
    ]);
  });

  test("waiting for somebody who asked us to slow down costs no try, and waits as long as was asked", async () => {
    await add(7);
    const { one, buried, tries } = failing("slack_rate_limited", { retryAfterMs: 30_000 });
    for (let round = 1; round <= 10; round++) {
      await one.drain();
      expect(tries()).toBe(round);
      clock.advance(29_999);
      await one.drain();
      expect(tries()).toBe(round);
      clock.advance(1);
    }
    expect(buried).not.toHaveBeenCalled();
  });

  test("what repeating cannot help is buried at once", async () => {
    await add(7);
    const { one, buried, tries } = failing("mail_unreadable");
    await one.drain();
    expect(tries()).toBe(1);
    expect(buried).toHaveBeenCalledTimes(1);
  });

  test("one job's failure leaves the others alone", async () => {
    const done: number[] = [];
    for (const id of [1, 2, 3]) await add(id);
    await runner(async (id) => {
      if (id === 2) throw new Error("poison");
      done.push(id);
    }).drain();
    expect(done).toEqual([1, 3]);
  });

  test("asking again for a job that waits after a failure does not make it hammer", async () => {
    await add(7);
    const { one, tries } = failing("slack_rate_limited", { retryAfterMs: 30_000 });
    await one.drain();
    clock.advance(1);
    await add(7);
    await one.drain();
    expect(tries()).toBe(1 + 1);
  });

  test("asked for again while it fails for good, it begins anew: what made it fail may have changed", async () => {
    let runs = 0;
    await add(7);
    const one = runner(async () => {
      if (++runs > 1) return;
      await add(7);
      throw new MailroomError("mail_unreadable");
    });
    await one.drain();
    expect(await listDeadJobs(db.read, 1)).toEqual([]);
    clock.advance(60_000);
    await one.drain();
    expect(runs).toBe(2);
    expect(await live()).toBe(0);
  });

  test("a dead letter comes back with four tries when it is replayed, and only once", async () => {
    await add(7);
    await failing("mail_unreadable").one.drain();
    const [dead] = await listDeadJobs(db.read, 1);
    expect(await db.transaction((tx) => reviveJob(tx, dead!.id, clock.now()))).toBe(true);
    expect(await db.transaction((tx) => reviveJob(tx, dead!.id, clock.now()))).toBe(false);
    const done: number[] = [];
    await runner(async (id, { attempt }) => void done.push(id, attempt)).drain();
    expect(done).toEqual([7, 1]);
  });
});

describe("dying", () => {
  const room = new Map<JobKind, number>([["draw-card", 5]]);

  test("a lease that ran out is free again; the late worker's result changes nothing", async () => {
    await add(7);
    let release = () => {};
    const slow = runner(
      async (_id, { finish }) => {
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        await db.transaction(async (tx) => {
          await ensureMailboxes(tx, ["late@x.example"]);
          await finish(tx);
        });
      },
      { worker: "here:1:slow" },
    );
    const slowly = slow.drain();
    await vi.waitFor(() => expect(slow.running()).toBe(1));
    clock.advance(31_000);
    const done: number[] = [];
    await runner(async (id) => void done.push(id), { worker: "here:2:fast" }).drain();
    release();
    await slowly;
    expect(done).toEqual([7]);
    expect(await listMailboxes(db.read)).toEqual([]);
  });

  test("a suspect behind long work holds up the rest for half a minute, and has its turn with nothing beside it", async () => {
    const { promise: long, resolve: end } = Promise.withResolvers<void>();
    const done: number[] = [];
    const beside: number[] = [];
    const one = runner(async (id) => {
      if (id === 1) await long;
      if (id === 2) beside.push(one.running());
      done.push(id);
    });
    await add(1);
    const drains = [one.drain()];
    await vi.waitFor(() => expect(one.running()).toBe(1));
    await add(2);
    await db.transaction(async (tx) => void (await tx.run(sql`update jobs set crashes = 2 where id = 2`)));
    await add(3);
    const look = async () => {
      drains.push(one.drain());
      await vi.waitFor(async () => expect(one.running()).toBeLessThan(2));
      await new Promise((resolve) => setImmediate(resolve));
    };
    await look();
    clock.advance(20_000);
    await look();
    expect(done).toEqual([]);
    clock.advance(11_000);
    drains.push(one.drain());
    await vi.waitFor(() => expect(done).toEqual([3]));
    end();
    await Promise.all(drains);
    expect(done).toEqual([3, 1, 2]);
    expect(beside).toEqual([0]);
  });

  test.each([
    { row: "whose payload does not fit", set: sql`payload = '{}'`, id: 1 },
    { row: "of a kind that is gone, under suspicion", set: sql`kind = 'gone', crashes = 3`, id: 2 },
  ])("a job $row is a dead letter and stops nothing else", async ({ set, id }) => {
    for (const one of [1, 2, 3]) await add(one);
    await db.transaction(async (tx) => void (await tx.run(sql`update jobs set ${set} where id = ${id}`)));
    const done: number[] = [];
    await runner(async (one) => void done.push(one)).drain();
    expect(done.sort()).toEqual([1, 2, 3].filter((one) => one !== id));
    expect(await listDeadJobs(db.read, 5)).toMatchObject([{ id, lastError: "internal: a job of another release" }]);
  });

  /** Takes what is due, as a process would, and dies with it. */
  async function dieWithWhatIsDue(): Promise<void> {
    await db.transaction(async (tx) => {
      const lease = { worker: "gone", now: clock.now(), leaseMs: 1_000 };
      if (await suspectIsDue(tx, lease.now)) await leaseSuspect(tx, lease);
      else await leaseDue(tx, { ...lease, room, hands: 20 });
    });
    await db.transaction((tx) => releaseLeases(tx, "gone", clock.now()));
  }

  test("a job in whose hands the process dies every time is parked", async () => {
    await add(7);
    for (let crash = 1; crash <= 8; crash++) {
      await dieWithWhatIsDue();
      clock.advance(5 * 60_000);
    }
    const handle = vi.fn(async () => undefined);
    await runner(handle).drain();
    expect(handle).not.toHaveBeenCalled();
    expect(await listDeadJobs(db.read, 1)).toHaveLength(1);
  });

  test("what a process died with twice is tried with nothing beside it, so that the innocent go on", async () => {
    for (const id of [1, 2, 3]) await add(id);
    await dieWithWhatIsDue();
    await dieWithWhatIsDue();
    clock.advance(2_000);
    let inHand = 0;
    let most = 0;
    const done: number[] = [];
    await add(4);
    await runner(async (id) => {
      most = Math.max(most, ++inHand);
      await new Promise((resolve) => setImmediate(resolve));
      inHand--;
      done.push(id);
    }).drain();
    expect(done).toEqual([1, 2, 3, 4]);
    expect(most).toBe(1);
  });

  test("many deaths while much is in hand park nothing", async () => {
    for (const id of [1, 2, 3, 4, 5]) await add(id);
    for (let crash = 1; crash <= 30; crash++) {
      await dieWithWhatIsDue();
      clock.advance(2_000);
    }
    clock.advance(5 * 60_000);
    const done: number[] = [];
    await runner(async (id) => void done.push(id)).drain();
    expect(done.sort()).toEqual([1, 2, 3, 4, 5]);
    expect(await listDeadJobs(db.read, 1)).toEqual([]);
  });

  test("a stop that was asked for gives the try back", async () => {
    await add(7);
    const one = runner(() => new Promise(() => undefined));
    one.start();
    await vi.waitFor(() => expect(one.running()).toBe(1));
    await one.stop({ graceMs: 10 });
    const [job] = await db.transaction((tx) =>
      leaseDue(tx, { worker: "next", now: clock.now(), leaseMs: 1_000, room, hands: 20 }),
    );
    expect(job).toMatchObject({ key: "card:7", attempt: 1 });
  });
});
