import OpenAI, {
  APIConnectionError,
  APIConnectionTimeoutError,
  BadRequestError,
  InternalServerError,
  RateLimitError,
} from "openai";
import { zodResponseFormat } from "openai/helpers/zod";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { type ModelServer, startModel } from "../../../sandbox/model/index.ts";

const MODEL = "gpt-5.4-mini";
const Triage = z.object({
  intent: z.enum(["billing", "support"]),
  company: z.string().nullable(),
  reasons: z.array(z.string()),
  confidence: z.number(),
});

let model: ModelServer;
beforeEach(async () => {
  model = await startModel({ now: () => 1_795_000_000_000 });
});
afterEach(() => model.stop());

type Params = OpenAI.Chat.Completions.ChatCompletionCreateParamsNonStreaming;

const client = (options = {}) =>
  new OpenAI({ apiKey: model.apiKey, baseURL: model.baseUrl, maxRetries: 0, ...options });
const messages: Params["messages"] = [
  { role: "system", content: "Sort this mail." },
  { role: "user", content: "My invoice is wrong." },
];
const ask = (more: Partial<Params> = {}) => client().chat.completions.create({ model: MODEL, messages, ...more });
const triage = () => ask({ response_format: zodResponseFormat(Triage, "triage") });

async function refusal(call: Promise<unknown>): Promise<InstanceType<typeof OpenAI.APIError>> {
  try {
    await call;
  } catch (error) {
    if (error instanceof OpenAI.APIError) return error;
    throw error;
  }
  throw new Error("the call went through");
}

test("without a word from the test, the smallest answer the schema allows", async () => {
  const parsed = await client().chat.completions.parse({
    model: MODEL,
    messages,
    response_format: zodResponseFormat(Triage, "triage"),
  });
  expect(parsed.choices[0]?.message.parsed).toEqual({ intent: "billing", company: null, reasons: [], confidence: 0 });
  expect(parsed).toMatchObject({
    id: expect.stringMatching(/^chatcmpl-/),
    object: "chat.completion",
    model: MODEL,
    created: 1_795_000_000,
    choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", refusal: null } }],
  });
});

test("the test decides what is said, from what was asked", async () => {
  model.answer(({ messages: asked }) => ({
    intent: asked[1]?.content === "My invoice is wrong." ? "billing" : "support",
  }));
  expect((await ask()).choices[0]?.message.content).toBe('{"intent":"billing"}');
  model.answer(async () => "plain words");
  expect((await ask()).choices[0]?.message.content).toBe("plain words");
});

test("n answers", async () => {
  const { choices, usage } = await ask({ n: 2 });
  expect(choices.map(({ index }) => index)).toEqual([0, 1]);
  expect(usage?.completion_tokens).toBe(2 * Math.ceil("Understood.".length / 4));
});

test("usage counts, with what the prompt shares with earlier ones as cached", async () => {
  const long = "Rules of the house. ".repeat(400);
  const asked = (mail: string, key = "triage") =>
    ask({
      prompt_cache_key: key,
      messages: [
        { role: "system", content: long },
        { role: "user", content: mail },
      ],
    });
  const first = (await asked("One")).usage;
  expect(first).toMatchObject({ prompt_tokens_details: { cached_tokens: 0 } });
  expect(first?.total_tokens).toBe((first?.prompt_tokens ?? 0) + (first?.completion_tokens ?? 0));
  const second = (await asked("Two")).usage;
  const cached = second?.prompt_tokens_details?.cached_tokens ?? 0;
  expect(cached).toBeGreaterThanOrEqual(1_024);
  expect(cached % 128).toBe(0);
  expect(cached).toBeLessThan(second?.prompt_tokens ?? 0);
  expect((await asked("Two", "other")).usage?.prompt_tokens_details?.cached_tokens).toBe(0);
  expect((await ask()).usage?.prompt_tokens_details?.cached_tokens).toBe(0);
});

test("reasoning is inside the completion, and can use up all the room", async () => {
  const { usage } = await ask({ reasoning_effort: "low" });
  expect(usage?.completion_tokens_details?.reasoning_tokens).toBe(64);
  expect(usage?.completion_tokens).toBe(64 + 3);
  const cut = await ask({ reasoning_effort: "low", max_completion_tokens: 50 });
  expect(cut.choices[0]).toMatchObject({ finish_reason: "length", message: { content: "" } });
});

test("an answer longer than its limit is cut short", async () => {
  model.answer(() => "Grüße aus München");
  const { choices, usage } = await ask({ max_completion_tokens: 2 });
  expect(choices[0]).toMatchObject({ finish_reason: "length", message: { content: "Grüße " } });
  expect(usage?.completion_tokens).toBe(2);
});

test("the models that exist are listed; others are 404", async () => {
  const few = await startModel({ models: [MODEL] });
  const openai = new OpenAI({ apiKey: few.apiKey, baseURL: few.baseUrl, maxRetries: 0 });
  expect((await openai.models.list()).data.map(({ id }) => id)).toEqual([MODEL]);
  expect((await openai.models.retrieve(MODEL)).id).toBe(MODEL);
  const unknown = await refusal(openai.chat.completions.create({ model: "gpt-9", messages }));
  expect(unknown).toMatchObject({ status: 404, code: "model_not_found" });
  await few.stop();
});

test("a wrong key is 401", async () => {
  const stranger = client({ apiKey: "sk-wrong-and-long" });
  const refused = await refusal(stranger.chat.completions.create({ model: MODEL, messages }));
  expect(refused).toBeInstanceOf(OpenAI.AuthenticationError);
  expect(refused).toMatchObject({ code: "invalid_api_key" });
  expect(refused.message).not.toContain("sk-wrong-and-long");
});

const bad = (more: Record<string, unknown>) => refusal(ask(more as Partial<Params>));

test.each([
  {
    name: "an unknown parameter",
    more: { temprature: 0 },
    message: "Unknown parameter: 'temprature'.",
    code: "unknown_parameter",
  },
  { name: "no messages", more: { messages: [] }, message: "empty array", code: "empty_array" },
  {
    name: "an unknown role",
    more: { messages: [{ role: "robot", content: "x" }] },
    message: "Invalid value: 'robot'",
    code: "invalid_value",
  },
  {
    name: "a message without content",
    more: { messages: [{ role: "user" }] },
    message: "Missing required parameter: 'messages[0].content'",
    code: "missing_required_parameter",
  },
  {
    name: "a message with a field of its own",
    more: { messages: [{ role: "user", content: "x", id: 1 }] },
    message: "Unknown parameter: 'messages[0].id'",
    code: "unknown_parameter",
  },
  {
    name: "a limit that is no number",
    more: { max_completion_tokens: "100" },
    message: "expected an integer, but got a string instead",
    code: "invalid_type",
  },
  {
    name: "a limit of nothing",
    more: { max_completion_tokens: 0 },
    message: "integer below minimum value",
    code: "integer_below_min_value",
  },
  {
    name: "the old limit on a new model",
    more: { max_tokens: 100 },
    message: "Use 'max_completion_tokens' instead",
    code: "unsupported_parameter",
  },
  {
    name: "a temperature on a reasoning model",
    more: { temperature: 0 },
    message: "'temperature' does not support 0 with this model",
    code: "unsupported_value",
  },
  {
    name: "reasoning on a model without",
    more: { model: "gpt-4.1-mini", reasoning_effort: "low" },
    message: "Unrecognized request argument supplied: reasoning_effort",
    code: null,
  },
  {
    name: "an effort that is none",
    more: { reasoning_effort: "lots" },
    message: "Invalid value: 'lots'",
    code: "invalid_value",
  },
  {
    name: "metadata that is not stored",
    more: { metadata: { a: "b" } },
    message: "only allowed when 'store' is enabled",
    code: null,
  },
  {
    name: "json without the word",
    more: { response_format: { type: "json_object" } },
    message: "must contain the word 'json'",
    code: null,
  },
  {
    name: "a schema without a name",
    more: { response_format: { type: "json_schema", json_schema: { schema: {} } } },
    message: "Missing required parameter: 'response_format.json_schema.name'",
    code: "missing_required_parameter",
  },
  {
    name: "a schema with an odd name",
    more: { response_format: { type: "json_schema", json_schema: { name: "a b", schema: {} } } },
    message: "does not match pattern",
    code: "invalid_value",
  },
])("$name is refused in OpenAI's words", async ({ more, message, code }) => {
  const refused = await bad(more);
  expect(refused).toBeInstanceOf(BadRequestError);
  expect(refused.message).toContain(message);
  expect(refused).toMatchObject({ type: "invalid_request_error", code });
});

test("what exists but is not built here says so instead of pretending", async () => {
  expect(await bad({ tools: [] })).toMatchObject({ status: 501 });
  expect(await bad({ stream: true })).toMatchObject({ status: 501 });
});

const withSchema = (schema: unknown, strict = true) =>
  ask({
    response_format: {
      type: "json_schema",
      json_schema: { name: "s", strict, schema: schema as Record<string, unknown> },
    },
  });
const object = (properties: Record<string, unknown>, more = {}) => ({
  type: "object",
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
  ...more,
});

test.each([
  {
    name: "a root that is no object",
    schema: { type: "array", items: { type: "string" } },
    message: `got 'type: "array"'`,
  },
  {
    name: "an open object",
    schema: { type: "object", properties: {}, required: [] },
    message: "In context=(), 'additionalProperties' is required to be supplied and to be false.",
  },
  {
    name: "an optional property",
    schema: object({ a: { type: "string" } }, { required: [] }),
    message: "Missing 'a'.",
  },
  { name: "a required key that is not there", schema: object({}, { required: ["b"] }), message: "'b'" },
  {
    name: "an open object further in",
    schema: object({ a: { type: "object", properties: {} } }),
    message: "In context=('properties', 'a'), 'additionalProperties'",
  },
  {
    name: "a bound",
    schema: object({ a: { type: "number", minimum: 0 } }),
    message: "In context=('properties', 'a'), 'minimum' is not permitted.",
  },
  {
    name: "a length",
    schema: object({ a: { type: "array", items: { type: "string", maxLength: 5 } } }),
    message: "In context=('properties', 'a', 'items'), 'maxLength' is not permitted.",
  },
  {
    name: "a default",
    schema: object({ a: { type: "string", default: "x" } }),
    message: "'default' is not permitted.",
  },
  { name: "oneOf", schema: object({ a: { oneOf: [{ type: "string" }] } }), message: "'oneOf' is not permitted." },
  { name: "a list of anything", schema: object({ a: { type: "array" } }), message: "array schema missing items." },
  { name: "a property of no type", schema: object({ a: {} }), message: "schema must have a 'type' key." },
  { name: "an invented type", schema: object({ a: { type: "date" } }), message: "'date' is not a valid type." },
  {
    name: "a bad definition",
    schema: object({ a: { $ref: "#/$defs/d" } }, { $defs: { d: { type: "object" } } }),
    message: "In context=('$defs', 'd'), 'additionalProperties'",
  },
  {
    name: "too many levels",
    schema: Array.from({ length: 11 }).reduce<unknown>((inner) => object({ a: inner }), { type: "string" }),
    message: "levels of nesting exceeds limit of 10",
  },
])("strict mode refuses $name", async ({ schema, message }) => {
  const refused = await refusal(withSchema(schema));
  expect(refused).toMatchObject({ status: 400, param: "response_format", code: null });
  expect(refused.message).toContain("Invalid schema for response_format 's': ");
  expect(refused.message).toContain(message);
});

test("strict mode takes nullable unions, references and enums; without strict everything goes", async () => {
  const schema = object(
    {
      a: { anyOf: [{ $ref: "#/$defs/d" }, { type: "null" }] },
      b: { type: ["string", "null"] },
      c: { $ref: "#/$defs/d" },
    },
    { $defs: { d: object({ kind: { type: "string", enum: ["x", "y"] } }) } },
  );
  expect((await withSchema(schema)).choices[0]?.message.content).toBe('{"a":null,"b":null,"c":{"kind":"x"}}');
  expect(
    (await withSchema({ type: "object", properties: { a: { type: "string", minLength: 3 } } }, false)).choices[0]
      ?.message.content,
  ).toBe('{"a":""}');
});

test("429 by rate, with what to wait for", async () => {
  model.next({ kind: "rate-limit", retryAfter: 2 });
  const refused = await refusal(triage());
  expect(refused).toBeInstanceOf(RateLimitError);
  expect(refused).toMatchObject({ code: "rate_limit_exceeded", type: "tokens" });
  expect(refused.headers?.get("retry-after")).toBe("2");
  model.next({ kind: "rate-limit", retryAfterMs: 250 });
  expect((await refusal(triage())).headers?.get("retry-after-ms")).toBe("250");
  expect((await triage()).choices).toHaveLength(1);
});

test("the client's own retries wait and succeed", async () => {
  model.next({ kind: "rate-limit", retryAfterMs: 1 }, 2);
  await client({ maxRetries: 2 }).chat.completions.create({ model: MODEL, messages });
  expect(model.requests.map(({ status }) => status)).toEqual([429, 429, 200]);
});

test("429 by quota is another thing", async () => {
  model.next("quota");
  expect(await refusal(triage())).toMatchObject({
    status: 429,
    code: "insufficient_quota",
    type: "insufficient_quota",
  });
});

test.each([500, 502, 503])("%i", async (status) => {
  model.next({ kind: "error", status });
  const refused = await refusal(triage());
  expect(refused).toBeInstanceOf(InternalServerError);
  expect(refused).toMatchObject({ status, type: "server_error" });
});

test("no answer at all ends in the client's timeout; a dropped connection at once", async () => {
  model.next("timeout");
  await expect(client({ timeout: 30 }).chat.completions.create({ model: MODEL, messages })).rejects.toBeInstanceOf(
    APIConnectionTimeoutError,
  );
  model.next("drop");
  await expect(triage()).rejects.toBeInstanceOf(APIConnectionError);
  await model.until(({ requests }) => requests.every(({ status }) => status === 0));
});

test("a slow answer", async () => {
  model.next({ kind: "answer", latencyMs: 20 });
  const before = performance.now();
  await triage();
  expect(performance.now() - before).toBeGreaterThanOrEqual(19);
});

const choice = async () => (await triage()).choices[0];
const SAID = '{"intent":"billing","company":null,"reasons":[],"confidence":0}';

test.each([
  { kind: "length", finish_reason: "length", content: SAID.slice(0, Math.ceil(SAID.length / 2)), refusal: null },
  { kind: "content-filter", finish_reason: "content_filter", content: null, refusal: null },
  { kind: "refusal", finish_reason: "stop", content: null, refusal: "I'm sorry, I can't assist with that request." },
  { kind: "empty", finish_reason: "stop", content: "", refusal: null },
  {
    kind: "invalid-json",
    finish_reason: "stop",
    content: `Sure! Here is the JSON you asked for: ${SAID.slice(0, -1)}`,
    refusal: null,
  },
  { kind: "fenced", finish_reason: "stop", content: `\`\`\`json\n${SAID}\n\`\`\``, refusal: null },
  {
    kind: "breaks-schema",
    finish_reason: "stop",
    content: '{"company":null,"reasons":[],"confidence":0,"unexpected":"billing"}',
    refusal: null,
  },
] as const)("$kind", async ({ kind, finish_reason, content, refusal: words }) => {
  model.next(kind);
  expect(await choice()).toMatchObject({ finish_reason, message: { content, refusal: words } });
  expect((await choice())?.message.content).toBe(SAID);
});

test("orders queue up; always holds for the rest; an answer can be given once", async () => {
  model.always("empty");
  model.next("quota", 2);
  model.next({ kind: "answer", with: { intent: "support" } });
  for (let i = 0; i < 2; i++) expect((await refusal(triage())).code).toBe("insufficient_quota");
  expect((await choice())?.message.content).toBe('{"intent":"support"}');
  expect((await choice())?.message.content).toBe("");
  model.always();
  expect((await choice())?.message.content).toBe(SAID);
});

test("a refused request uses up no order", async () => {
  model.next("quota");
  await bad({ temprature: 0 });
  expect((await refusal(triage())).code).toBe("insufficient_quota");
});

test("requests are kept as they came over the wire", async () => {
  await triage();
  const [request] = model.requests;
  expect(request).toMatchObject({ method: "POST", path: "/v1/chat/completions", status: 200, at: 1_795_000_000_000 });
  expect(request?.headers.authorization).toBe(`Bearer ${model.apiKey}`);
  expect(request?.raw).toContain('"content":"My invoice is wrong."');
  expect(JSON.parse(request?.raw ?? "")).toEqual(request?.body);
});
