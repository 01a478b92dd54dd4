import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FolderCase, loadFolder } from "../../eval/dataset/folder.ts";
import { type EngineName, openEngine } from "../../eval/engines/engine.ts";
import type { Outcome } from "../../eval/outcome.ts";
import { runPass } from "../../eval/pass.ts";
import { type ModelServer, startModel } from "../../sandbox/model/index.ts";
import { NO_ENTITIES } from "../../src/domain/decision.ts";
import { NO_KNOWLEDGE } from "../../src/domain/passage.ts";
import { aFolder } from "./a-folder.ts";

const LATENCY_MS = 60;

let model: ModelServer;
let cases: FolderCase[];
let folder: string;
beforeAll(async () => {
  folder = aFolder(["dev-001", "dev-002", "dev-003", "dev-004"]);
  cases = await loadFolder(folder);
  model = await startModel({
    answer: () => ({
      intent: "career",
      priority: "low",
      confidence: 0.97,
      requiredAction: "route_ops",
      sentiment: "positive",
      entities: { ...NO_ENTITIES, region: "PT" },
      riskFlags: [],
      summary: "Somebody applies.",
      reasons: ["an application"],
    }),
  });
  model.always({ kind: "answer", latencyMs: LATENCY_MS });
});
afterAll(() => model.stop());

const run = async (name: EngineName, files: { record?: string; replay?: string }, some = cases) => {
  const environment = files.replay ? {} : { OPENAI_API_KEY: model.apiKey, OPENAI_BASE_URL: model.baseUrl };
  const settings = cases[0]!.settings;
  const engine = openEngine(name, { environment, record: undefined, replay: undefined, settings, ...files });
  return {
    outcomes: await runPass(
      some,
      engine,
      () => NO_KNOWLEDGE,
      () => undefined,
    ),
    engine,
  };
};
const withoutTimes = (outcomes: readonly Outcome[]) =>
  outcomes.map(({ readMs: _, localMs: __, triageMs: ___, steps, ...rest }) => ({
    ...rest,
    steps: steps.map(({ tookMs: ____, ...step }) => step),
  }));

test("a recorded run is scored again without the model, to the same figures", async () => {
  const record = path.join(folder, "answers.jsonl");
  model.next("refusal");
  const paid = await run("model", { record });
  const asked = model.requests.length;
  expect(paid.outcomes.filter(({ got }) => got.decidedBy === "model" && got.intent === "career")).toHaveLength(3);
  expect(paid.outcomes.flatMap(({ steps }) => steps.map(({ outcome }) => outcome))).toContain("model_refused");

  const again = await run("model", { replay: record });
  expect(model.requests).toHaveLength(asked);
  expect(withoutTimes(again.outcomes)).toEqual(withoutTimes(paid.outcomes));
  expect(again.engine).toMatchObject({ models: ["gpt-5.4-mini"] });
  expect(again.engine.unanswered()).toBe(0);
  // The time that an answer took is kept with it; nobody waits for it twice.
  for (const { triageMs, got } of again.outcomes)
    if (got.decidedBy === "model") expect(triageMs).toBeGreaterThan(LATENCY_MS);
});

test("tokens are paid for at list price", async () => {
  const { outcomes } = await run("model", { record: path.join(folder, "priced.jsonl") });
  const [step] = outcomes[0]!.steps;
  expect(step).toMatchObject({ engine: "gpt-5.4-mini", outcome: "answered" });
  expect(step!.inputTokens).toBeGreaterThan(100);
  expect(step!.costUsd).toBeGreaterThan(0);
});

test("a mail that the recording does not know is counted, and read locally", async () => {
  const record = path.join(folder, "two.jsonl");
  await run("model", { record }, cases.slice(0, 2));
  const { outcomes, engine } = await run("model", { replay: record }, cases.slice(1, 3));
  expect(engine.unanswered()).toBe(1);
  expect(outcomes.map(({ got }) => got.decidedBy)).toEqual(["model", "local"]);
});

test("a recording holds no words of the mail", async () => {
  const { readFileSync } = await import("node:fs");
  const record = path.join(folder, "private.jsonl");
  await run("model", { record }, cases.slice(0, 1));
  expect(readFileSync(record, "utf8")).not.toContain("receptionist");
});

test("a recording is never written over", async () => {
  const record = path.join(folder, "once.jsonl");
  await run("chain", { record }, []);
  await expect(run("chain", { record }, [])).rejects.toThrow("is there already");
});

test("what is no recording is named by line", async () => {
  await expect(run("model", { replay: path.join(folder, "labels.jsonl") })).rejects.toThrow(
    "line 1 is not from a recording",
  );
  await expect(run("model", { replay: path.join(folder, "none.jsonl") })).rejects.toThrow("There is no recording");
});

test("no model and no recording: the sentence says what to set", () => {
  const settings = cases[0]!.settings;
  for (const name of ["model", "chain"] as const)
    expect(() => openEngine(name, { environment: {}, record: undefined, replay: undefined, settings })).toThrow(
      /OPENAI_API_KEY.*--replay FILE.*--engine local/,
    );
  expect(() => openEngine("local", { environment: {}, record: "x", replay: undefined, settings })).toThrow(
    "--record keeps",
  );
});
