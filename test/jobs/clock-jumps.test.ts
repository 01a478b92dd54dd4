import { expect, test, vi } from "vitest";
import { countJobs, enqueue } from "../../src/db/jobs.ts";
import { listMailboxes } from "../../src/db/mailboxes.ts";
import { MailroomError } from "../../src/domain/errors.ts";
import type { JobKind } from "../../src/domain/jobs.ts";
import { JOBS } from "../../src/domain/jobs.ts";
import { dailyWork } from "../../src/jobs/daily.ts";
import { createRunner, type Handlers } from "../../src/jobs/runner.ts";
import { aClock, aDatabase } from "../fakes/database.ts";
import { aDesk } from "../fakes/desk.ts";
import { aLog } from "../fakes/log.ts";

const YEAR_MS = 365 * 24 * 60 * 60_000;
const HOUR_MS = 60 * 60_000;
const KINDS = Object.keys(JOBS) as JobKind[];

function aRunner(work: (ticketId: number) => Promise<void>) {
  const db = aDatabase();
  const clock = aClock();
  const nothing = async () => undefined;
  const handlers = {
    ...(Object.fromEntries(KINDS.map((kind) => [kind, nothing])) as unknown as Handlers),
    "draw-card": ({ ticketId }: { ticketId: number }) => work(ticketId),
  };
  const limits = Object.fromEntries(KINDS.map((kind) => [kind, 2])) as Record<JobKind, number>;
  const runner = () =>
    createRunner({
      db,
      handlers,
      limits,
      hands: 20,
      worker: "here:1:a",
      now: clock.now,
      random: () => 0.5,
      log: aLog(),
      onBuried: nothing,
    });
  const add = (id: number) =>
    db.transaction((tx) =>
      enqueue(tx, { kind: "draw-card", key: `card:${id}`, payload: { ticketId: id } }, clock.now()),
    );
  return { db, clock, runner, add };
}

test("a clock that jumps hours ahead, or a machine that slept: what is in hand is not taken a second time", async () => {
  const runs: number[] = [];
  let again: Promise<void> | undefined;
  const desk = aRunner(async (id) => {
    runs.push(id);
    if (id !== 1 || runs.length > 1) return;
    desk.clock.advance(3 * HOUR_MS);
    // Something else falls due, and whoever looks for work looks past what is under way.
    await desk.add(2);
    again = looking.drain();
    await vi.waitFor(() => expect(runs).toContain(2));
  });
  const looking = desk.runner();
  await desk.add(1);
  await looking.drain();
  await again;
  expect(runs.sort()).toEqual([1, 2]);
});

test("a clock that is set back: what was to wait for seconds does not wait for the difference, in this life or the next", async () => {
  let tries = 0;
  const desk = aRunner(async () => {
    if (++tries % 2 === 1) throw new MailroomError("slack_rate_limited", { retryAfterMs: 5_000 });
  });
  const first = desk.runner();
  await desk.add(1);
  await first.drain();
  desk.clock.advance(-7 * 60_000);
  await first.drain();
  desk.clock.advance(5_000);
  await first.drain();
  expect(tries).toBe(2);
});

test("a clock that is a year ahead for a moment puts off neither the look through a mailbox nor the daily work", async () => {
  const desk = await aDesk();
  const daily = dailyWork();
  const ask = async () =>
    desk.db
      .transaction(async (tx) => daily(tx, await listMailboxes(tx), desk.now()))
      .then(() => countJobs(desk.db.read));
  await desk.work();
  desk.clock.advance(YEAR_MS);
  await ask();
  await desk.work();
  const [ahead] = await listMailboxes(desk.db.read);
  expect(ahead).toMatchObject({ reconciledAt: desk.now(), completeUntil: desk.now() });
  desk.clock.advance(-YEAR_MS);
  await desk.runner.drain();
  const [mailbox] = await listMailboxes(desk.db.read);
  expect(mailbox).toMatchObject({ reconciledAt: desk.now(), completeUntil: desk.now() });
  const kinds = async () => (await ask()).map(({ kind }) => kind);
  expect(await kinds()).toContain("prune");
  // The day after it is looked through again.
  desk.clock.advance(24 * HOUR_MS);
  expect(await kinds()).toContain("reconcile");
});
