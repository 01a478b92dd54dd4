import { describe, expect, test } from "vitest";
import { openBrakes } from "../../src/db/brakes.ts";
import { lastDrill } from "../../src/db/drills.ts";
import { enqueue } from "../../src/db/jobs.ts";
import { spendBetween } from "../../src/db/model-calls.ts";
import { listSettingsVersions } from "../../src/db/settings-versions.ts";
import { steps } from "../../src/domain/measure.ts";
import type { SettingsInput } from "../../src/domain/settings/settings.ts";
import { type DrillTools, isDrillDue } from "../../src/jobs/drill.ts";
import { sweep } from "../../src/jobs/sweep.ts";
import { drillChecks } from "../../src/operate/check-up/drill.ts";
import { GUARDS } from "../../src/pipeline/answer/guard.ts";
import { createLocalEngine } from "../../src/pipeline/local/engine.ts";
import { readAttacks, readShelf } from "../../src/pipeline/red-team/attack.ts";
import { turn } from "../../src/pipeline/red-team/rehearse.ts";
import { shelf } from "../../src/pipeline/red-team/shelf.ts";
import { CircuitBreaker } from "../../src/pipeline/understand/breaker.ts";
import { putBack } from "../../src/tickets/brakes.ts";
import { changeSettings } from "../../src/tickets/change-settings.ts";
import { aDesk, settingsWith } from "../fakes/desk.ts";

const HOUR = 60 * 60_000;
const local = createLocalEngine();
const EVERY_GUARD = GUARDS.map(({ name }) => name);
const OPEN: Partial<SettingsInput> = {
  alertsChannel: "C0OPS",
  intents: {
    support: { description: "Questions", posture: "auto", thresholds: { route: 0, draft: 0, send: 0 } },
    other: { description: "Rest" },
  },
};

async function deskWith(tools: Partial<DrillTools> = {}, more: Partial<SettingsInput> = {}) {
  const desk = await aDesk({
    settings: settingsWith({ ...OPEN, ...more }),
    instead: ({ now }) => ({ rehearsal: { readLocally: (input) => local.read(input), now, ...tools } }),
  });
  return {
    ...desk,
    async drill(afterMs = 0) {
      desk.clock.advance(afterMs);
      await desk.db.transaction((tx) => enqueue(tx, { kind: "drill", key: "drill", payload: {} }, desk.now()));
      await desk.runner.drain();
      return lastDrill(desk.db.read);
    },
  };
}
const all = { sending: { drill: { attacks: 500, live: 0 } } };
const backOf = (desk: Awaited<ReturnType<typeof deskWith>>) =>
  putBack(
    desk,
    changeSettings(desk, async () => undefined),
  );
const doctor = async (desk: Awaited<ReturnType<typeof deskWith>>) =>
  (await drillChecks(await lastDrill(desk.db.read), desk.settings.current().settings)[0]!.look()) as { status: string };

test("all attacks with every guard in force: none gets through, nothing is written but the drill itself", async () => {
  const desk = await deskWith({}, all);
  expect(await doctor(desk)).toMatchObject({ status: "note" });
  expect(await desk.drill()).toMatchObject({ tried: readAttacks().length, triedLive: 0, through: [] });
  expect(desk.settings.current()).toMatchObject({ version: 1 });
  expect(desk.mailbox.sent).toEqual([]);
  expect(desk.chat.posts).toEqual([]);
  expect(await doctor(desk)).toMatchObject({ status: "ok" });
});

test("with a guard that has stopped working: sending is switched off, the alert names guard and attack, Put back is an admin's", async () => {
  const desk = await deskWith({ without: ["links"] }, all);
  const drill = await desk.drill();
  expect(drill!.through.length).toBeGreaterThan(5);
  expect(drill!.through.every(({ guard }) => guard === "links")).toBe(true);
  const { settings } = desk.settings.current();
  expect(settings.sending.enabled).toBe(false);
  const [version] = await listSettingsVersions(desk.db.read, 1);
  expect(version).toMatchObject({ savedBy: "mailroom" });
  expect(version!.note).toMatch(/Sending switched off: in a drill the attack .* got past the guard "links"/);
  await sweep(desk.deps);
  await desk.runner.drain();
  const alert = JSON.stringify(desk.chat.posts.find(({ channel }) => channel === "C0OPS")!.blocks);
  expect(alert).toContain("Sending is switched off");
  expect(alert).toContain('got past the guard \\"links\\"');
  expect(await doctor(desk)).toMatchObject({ status: "act" });

  const back = backOf(desk);
  expect(await back({ by: "U02BOB", brakeId: 1 })).toMatchObject({ kind: "forbidden" });
  expect(await back({ by: "U01ALICE", brakeId: 1 })).toMatchObject({ kind: "saved" });
  expect(desk.settings.current().settings.sending.enabled).toBe(true);
});

test("sending that is off already stays off, the alert comes all the same, and settling it gives nothing back", async () => {
  const desk = await deskWith(
    { without: EVERY_GUARD },
    { sending: { enabled: false, drill: { attacks: 30, live: 0 } } },
  );
  expect((await desk.drill())!.through.length).toBeGreaterThan(5);
  expect(desk.settings.current().version).toBe(1);
  await sweep(desk.deps);
  await desk.runner.drain();
  const alert = JSON.stringify(desk.chat.posts);
  expect(alert).toContain("Sending is switched off");
  expect(alert).toContain("brake.leave");
  expect(alert).not.toContain("brake.put-back");
  expect(await backOf(desk)({ by: "U01ALICE", brakeId: 1 })).toEqual({ kind: "stays-off", because: "by-hand" });
  expect(desk.settings.current().settings.sending.enabled).toBe(false);
});

test("with two findings sending comes back with the second Put back, whichever that is", async () => {
  const often = { every: "day" as const, attacks: 30, live: 0 };
  const desk = await deskWith({ without: EVERY_GUARD }, { sending: { drill: often } });
  await desk.drill();
  await desk.drill(36 * HOUR);
  const sends = () => desk.settings.current().settings.sending.enabled;
  expect(sends()).toBe(false);
  const back = backOf(desk);
  expect(await back({ by: "U01ALICE", brakeId: 1 })).toEqual({ kind: "stays-off", because: "another" });
  await sweep(desk.deps);
  expect((await openBrakes(desk.db.read)).map(({ id }) => id)).toEqual([2]);
  expect(sends()).toBe(false);
  expect(await back({ by: "U01ALICE", brakeId: 2 })).toMatchObject({ kind: "saved" });
  expect(sends()).toBe(true);
});

test("what is open in one mailbox alone is rehearsed there, and a rehearsal is in no figure", async () => {
  const desk = await deskWith(
    { without: EVERY_GUARD },
    {
      intents: {
        support: { description: "Questions", posture: "off", thresholds: { route: 0, draft: 0, send: 0 } },
        other: { description: "Rest" },
      },
      mailboxes: [
        { address: "support@larkspur.example" },
        { address: "shop@larkspur.example", postures: { support: "auto" } },
      ],
      sending: { drill: { attacks: 30, live: 0 } },
    },
  );
  const measured: string[] = [];
  const hear = (step: unknown) => void measured.push((step as { step: string }).step);
  steps.subscribe({ start: hear, end: () => {}, asyncStart: () => {}, asyncEnd: () => {}, error: () => {} });
  const drill = await desk.drill();
  expect(drill!.through.length).toBeGreaterThan(5);
  expect([...new Set(measured)]).toEqual(["job"]);
});

describe("with the live model", () => {
  const live = (answer: string, cost = 100) => {
    let asked = 0;
    const small = {
      name: "live",
      async complete({ name }: { name: string }) {
        asked++;
        if (name === "triage") throw new Error("down");
        return { value: { answer }, usage: { inputTokens: cost, cachedTokens: 0, outputTokens: 0 } };
      },
    };
    const tools = {
      live: {
        providers: [{ small, large: undefined, breaker: new CircuitBreaker(() => 0) }],
        knowledge: shelf(readShelf()),
        budgetSpent: () => false,
      },
    };
    return { tools, asked: () => asked };
  };
  const price = { model: { prices: { live: { input: 1_000, cachedInput: 0, output: 0 } } } };

  test("a few are shown to it, what it costs is counted, and it stops at its cap", async () => {
    const { tools } = live("You may return unused goods within 60 days of delivery. [P1]");
    const desk = await deskWith(tools, { ...price, sending: { drill: { attacks: 20, live: 10, maxUsd: 0.25 } } });
    const drill = (await desk.drill())!;
    expect(drill.triedLive).toBeGreaterThan(0);
    expect(drill.triedLive).toBeLessThan(10);
    expect(drill.costUsd).toBeGreaterThanOrEqual(0.25);
    expect(drill.through).toEqual([]);
    expect(await spendBetween(desk.db.read, 0, desk.now() + 1)).toBeCloseTo(drill.costUsd);
  });

  test("what one has cost is written down before the next is shown: a process that dies forgets none of it", async () => {
    const { tools } = live("You may return unused goods within 60 days of delivery. [P1]");
    const spent: number[] = [];
    const [provider] = tools.live.providers;
    const small = {
      ...provider!.small,
      async complete(request: { name: string }) {
        if (request.name === "draft") spent.push(await spendBetween(desk.db.read, 0, desk.now() + 1));
        return provider!.small.complete(request);
      },
    };
    const desk = await deskWith(
      { live: { ...tools.live, providers: [{ ...provider!, small }] } },
      { ...price, sending: { drill: { attacks: 4, live: 4 } } },
    );
    await desk.drill();
    expect(spent.length).toBeGreaterThan(1);
    expect(spent[0]).toBe(0);
    expect(spent.every((usd, index) => index === 0 || usd > spent[index - 1]!)).toBe(true);
  });

  test("none at all when the day's money is spent", async () => {
    const { tools, asked } = live("Hello");
    const desk = await deskWith({ live: { ...tools.live, budgetSpent: () => true } }, all);
    expect((await desk.drill())!.triedLive).toBe(0);
    expect(asked()).toBe(0);
  });
});

test("each goes on where the last one ended, and after a few all had their turn", async () => {
  const desk = await deskWith({}, { sending: { drill: { every: "day", attacks: 100, live: 0 } } });
  expect(await desk.drill()).toMatchObject({ first: 0, next: 100 });
  expect(await desk.drill(HOUR)).toMatchObject({ first: 0, next: 100 });
  expect(await desk.drill(36 * HOUR)).toMatchObject({ first: 100, next: 200 });
  expect(turn(["a", "b", "c"], 2, 2)).toEqual({ items: ["c", "a"], next: 1 });
  expect(turn(["a", "b"], 0, 9).items).toHaveLength(2);
});

test("when: at night, or half a day late; never when switched off", () => {
  const at = (every: "day" | "week" | "never") => settingsWith({ sending: { drill: { every } } });
  const noon = Date.UTC(2026, 10, 21, 12);
  const night = Date.UTC(2026, 10, 22, 2);
  expect(isDrillDue(at("week"), undefined, noon)).toBe(true);
  expect(isDrillDue(at("never"), undefined, noon)).toBe(false);
  expect(isDrillDue(at("day"), night - 24 * HOUR, night)).toBe(true);
  expect(isDrillDue(at("day"), noon - 24 * HOUR, noon)).toBe(false);
  expect(isDrillDue(at("day"), noon - 36 * HOUR, noon)).toBe(true);
  expect(isDrillDue(at("week"), night - 3 * 24 * HOUR, night)).toBe(false);
  expect(isDrillDue(at("week"), night - 7 * 24 * HOUR, night)).toBe(true);
});
