import OpenAI from "openai";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ModelServer, startModel } from "../../../sandbox/model/index.ts";

let model: ModelServer;
let openai: OpenAI;
beforeAll(async () => {
  model = await startModel();
  openai = new OpenAI({ apiKey: model.apiKey, baseURL: model.baseUrl, maxRetries: 0 });
});
afterAll(() => model.stop());

const MODEL = "text-embedding-3-small";
const embed = async (input: string | string[], more = {}) => openai.embeddings.create({ model: MODEL, input, ...more });
const dot = (a: number[] = [], b: number[] = []) => a.reduce((sum, each, i) => sum + each * (b[i] ?? 0), 0);

test("the same text has the same vector of length one, texts with words in common lie nearer", async () => {
  const { data, usage } = await embed(["The desk lamp is broken", "My broken lamp", "Invoice for November"]);
  const [lamp, broken, invoice] = data.map(({ embedding }) => embedding);
  expect(lamp).toHaveLength(1_536);
  expect(dot(lamp, lamp)).toBeCloseTo(1, 5);
  expect(dot(lamp, broken)).toBeGreaterThan(dot(lamp, invoice));
  expect((await embed("The desk lamp is broken")).data[0]?.embedding).toEqual(lamp);
  expect(usage).toEqual({ prompt_tokens: 15, total_tokens: 15 });
});

test("dimensions shorten it; plain numbers and packed ones say the same", async () => {
  const packed = (await embed("lamp", { dimensions: 64 })).data[0]?.embedding;
  const plain = (await embed("lamp", { dimensions: 64, encoding_format: "float" })).data[0]?.embedding;
  expect(packed).toHaveLength(64);
  expect(packed).toEqual(plain);
});

test.each([
  { name: "too many dimensions", more: { dimensions: 4_000 }, message: "Must be less than or equal to 1536" },
  {
    name: "dimensions on an older model",
    more: { model: "text-embedding-ada-002", dimensions: 64 },
    message: "does not support specifying dimensions",
  },
  { name: "an empty text", more: { input: ["a", ""] }, message: "cannot be an empty string" },
  { name: "no text", more: { input: [] }, message: "up to 2048 strings" },
  { name: "an unknown parameter", more: { size: 4 }, message: "Unknown parameter: 'size'" },
])("$name is refused", async ({ more, message }) => {
  await expect(embed("x", more)).rejects.toThrow(message);
});

test("outages reach embeddings too", async () => {
  model.next("quota");
  await expect(embed("x")).rejects.toMatchObject({ status: 429, code: "insufficient_quota" });
});
