import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ModelServer, startModel } from "../../sandbox/model/index.ts";
import { modelProviders } from "../../src/adapters/openai/providers.ts";
import { NO_ENTITIES, type TriageDecision } from "../../src/domain/decision.ts";
import type { Settings, SettingsInput } from "../../src/domain/settings/settings.ts";
import { createLocalEngine } from "../../src/pipeline/local/engine.ts";
import { normalise } from "../../src/pipeline/normalise.ts";
import { triage } from "../../src/pipeline/triage.ts";
import { createAnswerCache } from "../../src/pipeline/understand/cache.ts";
import { triagePrompts } from "../../src/pipeline/understand/prompt.ts";
import { SUPPORT, settingsWith } from "../fakes/desk.ts";
import { READING } from "../fakes/reading.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SMALL = "gpt-5.4-mini";
const LARGE = "gpt-5.6-terra";

let model: ModelServer;
let now: number;
let spent: boolean;
let says: Record<string, object>;
beforeEach(async () => {
  now = 1_790_000_000_000;
  spent = false;
  says = {};
  model = await startModel({
    models: [SMALL, LARGE],
    answer: ({ model: asked }: { model: string }) => ({ ...ANSWER, ...says[asked] }),
  });
});
afterEach(() => model.stop());

const ANSWER = { ...READING, confidence: 0.92 };
const TEXT = "Which role do I give our receptionist, so that she sees the diary only and nothing else in it?";

function aPass(settings: Settings = settingsWith()) {
  const local = createLocalEngine();
  const pass = triage({
    readLocally: (input) => local.read(input),
    engines: {
      providers: modelProviders(
        { OPENAI_API_KEY: model.apiKey, OPENAI_BASE_URL: model.baseUrl, LLM_MODEL: SMALL, LLM_MODEL_LARGE: LARGE },
        settings.model.reasoningEffort,
        () => now,
      ),
      cache: createAnswerCache({ ttlMs: 10 * MINUTE, max: 100, now: () => now }),
      budgetSpent: () => spent,
      around: { now: () => now, random: () => 0, sleep: async () => undefined },
    },
  });
  return async (text = TEXT, previous?: { intent: string; openedAt: number }): Promise<TriageDecision> => {
    const raw = `From: Orla Keane <orla@quayside.example>\nTo: ${SUPPORT}\nSubject: A question\n\n${text}\n`;
    const context = { ourAddresses: new Set([SUPPORT]), groupListIds: new Set<string>() };
    const { decision } = await pass({
      email: await normalise(new TextEncoder().encode(raw), context),
      mailbox: SUPPORT,
      settings,
      settingsVersion: 1,
      receivedAt: now,
      history: { knownThread: previous !== undefined, openTickets: 0, pastTickets: 0 },
      earlier: [],
      previous,
      placeholders: undefined,
      waiting: true,
    });
    return decision;
  };
}
const asked = () => model.requests.map(({ body }) => (body as { model: string }).model);

describe("the larger model is asked where that pays, and only there", () => {
  const leadWith = (entities: object, confidence = 0.92) => ({
    intent: "lead",
    confidence,
    entities: { ...NO_ENTITIES, ...entities },
  });
  const named = { company_name: "Quayside", products: ["Diary"], timeline: "now" };
  test.each([
    { name: "a sure answer", small: {}, why: undefined },
    { name: "just under the grey band", small: { confidence: 0.44 }, why: undefined },
    { name: "the lower edge of the grey band", small: { confidence: 0.45 }, why: /not sure enough/ },
    { name: "the upper end of the grey band", small: { confidence: 0.74 }, why: /not sure enough/ },
    { name: "just over the grey band", small: { confidence: 0.75 }, why: undefined },
    { name: "a lead with one key field empty", small: leadWith(named), why: undefined },
    {
      name: "a lead with two key fields empty",
      small: leadWith({ ...named, timeline: "unknown" }),
      why: /found no budget_annual_usd, timeline/,
    },
  ])("$name", async ({ small, why }) => {
    says = { [SMALL]: small, [LARGE]: { intent: "billing", confidence: 0.97 } };
    const decision = await aPass()();
    expect(asked()).toEqual(why ? [SMALL, LARGE] : [SMALL]);
    expect(decision.engine).toBe(why ? LARGE : SMALL);
    if (why) expect(decision.steps[1]!.why).toMatch(why);
  });

  test("an intent that the settings call worth it", async () => {
    const intents: SettingsInput["intents"] = {
      support: { description: "Questions", worthLargerModel: true },
      other: { description: "The rest" },
    };
    const decision = await aPass(settingsWith({ intents }))();
    expect(asked()).toEqual([SMALL, LARGE]);
    expect(decision.steps[1]!.why).toBe("the intent is worth it");
  });

  test("both calls are counted at list price; where the larger one fails, the small one's answer stands", async () => {
    says = { [SMALL]: { confidence: 0.5 } };
    const { steps } = await aPass()();
    const prices = settingsWith().model.prices;
    for (const step of steps) {
      const { input, cachedInput, output } = prices[step.engine]!;
      const fresh = step.inputTokens - step.cachedTokens;
      const usd = (fresh * input + step.cachedTokens * cachedInput + step.outputTokens * output) / 1e6;
      expect(step.costUsd).toBeCloseTo(usd, 10);
      expect(usd).toBeGreaterThan(0);
    }
    expect(steps.map(({ engine }) => engine)).toEqual([SMALL, LARGE]);

    model.next("answer");
    model.next({ kind: "error", status: 500 }, 2);
    const fallen = await aPass()();
    expect(fallen.engine).toBe(SMALL);
    expect(fallen.steps.map(({ outcome }) => outcome)).toEqual(["answered", "model_unavailable", "model_unavailable"]);
  });
});

describe("nothing is asked twice", () => {
  test("the same mail within ten minutes is answered from the cache, at no cost; later it is asked again", async () => {
    const read = aPass();
    await read();
    now += 9 * MINUTE;
    const again = await read();
    expect(asked()).toHaveLength(1);
    expect(again).toMatchObject({ decidedBy: "model", intent: "support" });
    expect(again.steps).toMatchObject([{ outcome: "answered from the cache", costUsd: 0 }]);
    await read(`${TEXT} And a receptionist's stand-in?`);
    expect(asked()).toHaveLength(2);
    now += 2 * MINUTE;
    await read();
    expect(asked()).toHaveLength(3);
  });

  test("a few words in a conversation of today keep its verdict; after a day they are read", async () => {
    const read = aPass();
    const kept = await read("Any news?", { intent: "billing", openedAt: now - 23 * HOUR });
    expect(kept).toMatchObject({ intent: "billing", engine: "rule:thread" });
    expect(asked()).toEqual([]);
    const fresh = await read("Any news?", { intent: "billing", openedAt: now - 25 * HOUR });
    expect(fresh.engine).not.toBe("rule:thread");
    expect(asked()).toHaveLength(1);
  });
});

test("a spent budget: nobody is asked, and the decision says so", async () => {
  spent = true;
  const decision = await aPass()();
  expect(asked()).toEqual([]);
  expect(decision).toMatchObject({
    decidedBy: "local",
    reasons: expect.arrayContaining([expect.stringMatching(/budget is spent/)]),
  });
  expect(decision.steps).toMatchObject([{ outcome: "skipped: the day's model budget is spent" }]);
});

test("five failures open the breaker, half a minute later one call may try, and an answer closes it", async () => {
  const read = aPass();
  model.always({ kind: "error", status: 503 });
  for (const words of ["one", "two", "three"]) await read(`${TEXT} ${words}`);
  expect(asked()).toHaveLength(5);
  expect((await read(`${TEXT} four`)).steps).toMatchObject([{ outcome: "skipped: it has been failing" }]);
  now += 30_000;
  expect((await read(`${TEXT} five`)).decidedBy).toBe("local");
  expect(asked()).toHaveLength(6);
  now += 30_000;
  model.always();
  expect((await read(`${TEXT} six`)).decidedBy).toBe("model");
  expect((await read(`${TEXT} seven`)).decidedBy).toBe("model");
  expect(asked()).toHaveLength(8);
});

describe("the prompt follows the settings", () => {
  const intents: SettingsInput["intents"] = {
    refunds: {
      description: "Wants money back",
      not: "a discount",
      examples: ["Money back, please.", "Undo it.", "Third."],
    },
    other: { description: "Everything else" },
  };

  test("definitions, what an intent is not, and two examples of each; the schema knows these intents alone", () => {
    const { full } = triagePrompts(settingsWith({ intents }));
    expect(full.system).toContain("- refunds: Wants money back. Not: a discount.");
    expect(full.system).toContain('e.g. "Money back, please."');
    expect(full.system).toContain('e.g. "Undo it."');
    expect(full.system).not.toContain("Third.");
    expect(full.schema.safeParse({ ...ANSWER, intent: "refunds" }).success).toBe(true);
    expect(full.schema.safeParse({ ...ANSWER, intent: "support" }).success).toBe(false);
    expect(full.schema.safeParse({ ...ANSWER, intent: "refunds", riskFlags: ["malware"] }).success).toBe(false);
  });

  test("its version changes with the words, is the same for the same words, and stands on the decision", async () => {
    const version = (settings: Settings) => triagePrompts(settings).full.version;
    expect(version(settingsWith())).toBe(version(settingsWith()));
    expect(version(settingsWith({ intents }))).not.toBe(version(settingsWith()));
    expect((await aPass()()).promptVersion).toBe(version(settingsWith()));
  });
});
