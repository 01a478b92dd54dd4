import { beforeEach, expect, test } from "vitest";
import { listCalibrations } from "../../src/db/calibrations.ts";
import { openCalibration, recalibrate } from "../../src/jobs/calibration.ts";
import { dailyWork } from "../../src/jobs/daily.ts";
import { createLocalEngine } from "../../src/pipeline/local/engine.ts";
import { route } from "../../src/pipeline/route.ts";
import { triage } from "../../src/pipeline/triage.ts";
import { createAnswerCache } from "../../src/pipeline/understand/cache.ts";
import { closeTicket } from "../../src/tickets/finish.ts";
import { readIntent } from "../../src/tickets/read-intent.ts";
import { reclassifyTicket } from "../../src/tickets/reclassify.ts";
import { calibrationLine } from "../../src/views/settings-modals.ts";
import { aDesk } from "../fakes/desk.ts";

const DAY = 24 * 60 * 60_000;

let desk: Awaited<ReturnType<typeof aDesk>>;
beforeEach(async () => {
  desk = await aDesk({ decide: () => ({ confidence: 0.9, engineConfidence: 0.9 }) });
});

let serial = 0;
/** So many tickets that people went over; of these they put so many right. */
async function goneOver(cases: number, wrong: number): Promise<void> {
  for (let index = 0; index < cases; index++) {
    const text = `Something about the diary that nobody else has asked before, ${++serial}`;
    desk.mailbox.deliver({ id: `m${serial}`, subject: `Question ${serial}`, text });
    await desk.work();
    const ticketId = serial;
    const by = "U01ALICE";
    if (index < wrong) {
      const request = { ticketId, by, version: 1, intent: "billing", priority: "normal", fields: {} } as const;
      const done = await reclassifyTicket(desk, route)({ ...request, scope: "this" });
      expect(done.kind).toBe("reclassified");
    }
    expect((await closeTicket(desk)({ ticketId, by, outcome: "closed" })).kind).toBe("closed");
  }
}

test("what an engine says of an intent becomes what it proved to be worth, overnight", {
  timeout: 60_000,
}, async () => {
  serial = 0;
  const calibrate = await openCalibration(desk);
  await goneOver(29, 10);
  await recalibrate(desk);
  expect(await listCalibrations(desk.db.read)).toEqual([]);

  await goneOver(11, 4);
  desk.clock.advance(DAY);
  await desk.db.transaction((tx) => dailyWork()(tx, [], desk.now()));
  await desk.runner.drain();
  const [found, ...others] = await listCalibrations(desk.db.read);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ engine: "local-test", intent: "support", cases: 40, right: 26 });

  // It is read again in passing, for the mail after the next.
  calibrate("local-test", "support", 0.9);
  await new Promise(setImmediate);
  expect(calibrate("local-test", "support", 0.9)).toBeLessThan(0.8);
  expect(calibrate("local-test", "support", 0.9)).toBeGreaterThan(0.6);
  expect(calibrate("local-test", "billing", 0.9)).toBe(0.9);
  expect(calibrate("another", "support", 0.9)).toBe(0.9);

  const shown = await readIntent(desk)({ by: "U01ALICE", intent: "support" });
  expect(shown).toMatchObject({ kind: "intent", calibrations: [{ cases: 40, right: 26 }] });
  expect(calibrationLine(found!)).toMatch(
    /local-test was right in 26 of 40 such decisions: where it says 90 %, cards say 68 %; for 60 %, 48 %\./,
  );

  desk.clock.advance(200 * DAY);
  await recalibrate(desk);
  expect(await listCalibrations(desk.db.read)).toEqual([]);
});

test("triage shows the fitted number, keeps the engine's own, and decides by the fitted one", async () => {
  const pass = triage({
    readLocally: createLocalEngine().read,
    calibrate: (engine, intent, said) => (engine.startsWith("local") && intent === "billing" ? said / 4 : said),
    engines: {
      providers: [],
      cache: createAnswerCache({ ttlMs: 1, max: 1, now: desk.now }),
      budgetSpent: () => false,
      around: { now: desk.now, random: () => 0, sleep: async () => undefined },
    },
  });
  const seen: Awaited<ReturnType<typeof pass>>[] = [];
  const real = await aDesk({
    instead: () => ({
      triage: async (input) => {
        const result = await pass(input);
        seen.push(result);
        return result;
      },
    }),
  });
  const text = "We were charged twice for March. Please refund the second payment on invoice 2044 to our account.";
  real.mailbox.deliver({ id: "a", subject: "Charged twice for invoice 2044", text });
  await real.work();
  const [{ decision }] = seen as [(typeof seen)[number]];
  expect(decision.intent).toBe("billing");
  expect(decision.confidence).toBeCloseTo(decision.engineConfidence! / 4);
  expect(decision.needsReview).toBe(true);
});
