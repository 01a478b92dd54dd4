import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { type ModelServer, type ShapeName, startModel } from "../../sandbox/model/index.ts";
import { openaiModel } from "../../src/adapters/openai/model.ts";
import type { Model } from "../../src/pipeline/understand/model.ts";

/** What the pipeline relies on, whoever the provider is. */
const SHAPES: ShapeName[] = ["openai", "azure", "ollama", "vllm"];

const Answer = z.object({
  intent: z.enum(["billing", "other"]),
  company: z.string().nullable(),
  flags: z.array(z.string()),
});
const ANSWER = { intent: "billing", company: null, flags: [] };

let server: ModelServer;
afterEach(() => server.stop());

async function open(shape: ShapeName, { key }: { key?: string } = {}): Promise<Model> {
  server = await startModel({ shape, models: ["triage-small"], answer: () => ANSWER });
  const apiKey = key ?? server.apiKey;
  return openaiModel({ name: "triage-small", apiKey, baseUrl: server.baseUrl, reasoningEffort: undefined });
}
const ask = (model: Model, more: { user?: string; timeoutMs?: number } = {}) =>
  model.complete({
    name: "triage",
    schema: Answer,
    system: `You sort mail. ${"The same rules for every mail. ".repeat(200)}`,
    user: "<mail>\nWe were charged twice.\n</mail>",
    maxOutputTokens: 300,
    timeoutMs: 5_000,
    ...more,
  });
const failureOf = (model: Model, more?: { timeoutMs: number }) =>
  ask(model, more).then(
    () => "answered",
    ({ code }) => code,
  );

describe.each(SHAPES)("%s", (shape) => {
  test("takes our schema, answers to it, and says what it used", async () => {
    const { value, usage } = await ask(await open(shape));
    expect(Answer.parse(value)).toEqual(ANSWER);
    expect(usage.inputTokens).toBeGreaterThan(1_000);
    expect(usage.outputTokens).toBeGreaterThan(0);
    const body = server.requests[0]!.body as { response_format: { type: string; json_schema: { strict: boolean } } };
    expect(body.response_format).toMatchObject({ type: "json_schema", json_schema: { name: "triage", strict: true } });
  });

  test("the fixed part of a second question is counted as cached where the provider caches", async () => {
    const model = await open(shape);
    const first = await ask(model);
    const { usage } = await ask(model, { user: "<mail>\nAnother mail.\n</mail>" });
    expect(first.usage.cachedTokens).toBe(0);
    if (shape === "openai" || shape === "azure") expect(usage.cachedTokens).toBeGreaterThan(1_000);
    else expect(usage.cachedTokens).toBe(0);
    expect(usage.cachedTokens).toBeLessThan(usage.inputTokens);
  });

  test("JSON in a fence is an answer", async () => {
    const model = await open(shape);
    server.next("fenced");
    expect((await ask(model)).value).toMatchObject({ intent: expect.any(String) });
  });

  test.each([
    ["rate-limit", "model_rate_limited"],
    ["quota", "model_quota_spent"],
    ["error", "model_unavailable"],
    ["drop", "model_unavailable"],
    ["timeout", "model_timeout"],
    ["length", "model_cut_short"],
    ["content-filter", "model_refused"],
    // Ollama has no field for it: a refusal is words where JSON was asked for.
    ["refusal", shape === "ollama" ? "model_output_invalid" : "model_refused"],
    ["empty", "model_output_invalid"],
    ["invalid-json", "model_output_invalid"],
  ] as const)("%s is %s, after one call", async (behaviour, code) => {
    const model = await open(shape);
    server.next(behaviour);
    expect(await failureOf(model, { timeoutMs: behaviour === "timeout" ? 300 : 5_000 })).toBe(code);
    expect(server.requests).toHaveLength(1);
  });

  test("a key that is not the right one is refused where keys count", async () => {
    const model = await open(shape, { key: "wrong" });
    expect(await failureOf(model)).toBe(shape === "openai" || shape === "azure" ? "model_forbidden" : "answered");
  });

  test("a model that is not there is the request's fault", async () => {
    await open(shape);
    const stranger = openaiModel({
      name: "not-there",
      apiKey: server.apiKey,
      baseUrl: server.baseUrl,
      reasoningEffort: undefined,
    });
    expect(await failureOf(stranger)).toBe("model_rejected");
  });
});
