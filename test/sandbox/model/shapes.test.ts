import OpenAI, { AzureOpenAI } from "openai";
import { afterEach, expect, test } from "vitest";
import { type ModelServer, type ShapeName, startModel } from "../../../sandbox/model/index.ts";

let model: ModelServer;
afterEach(() => model.stop());

const messages = [{ role: "user" as const, content: "Hello" }];
const looseSchema = {
  type: "json_schema" as const,
  json_schema: {
    name: "s",
    strict: true,
    schema: { type: "object", properties: { a: { type: "string", minLength: 1 } } },
  },
};

async function start(shape: ShapeName, models?: string[]): Promise<OpenAI> {
  model = await startModel({ shape, ...(models && { models }) });
  if (shape !== "azure") return new OpenAI({ apiKey: "none", baseURL: model.baseUrl, maxRetries: 0 });
  const apiVersion = new URL(model.baseUrl).searchParams.get("api-version") ?? "";
  return new AzureOpenAI({ apiKey: model.apiKey, endpoint: model.url, apiVersion, maxRetries: 0 });
}

test("azure: the deployment is in the path, the key in its own header, the filter's findings in the answer", async () => {
  const azure = await start("azure", ["triage-small"]);
  const answer = await azure.chat.completions.create({ model: "triage-small", messages });
  expect(answer.model).toBe("triage-small");
  expect(answer).toMatchObject({
    prompt_filter_results: [{ prompt_index: 0 }],
    choices: [{ content_filter_results: { hate: { filtered: false } } }],
    usage: { prompt_tokens_details: { cached_tokens: 0 } },
  });
  expect(model.requests[0]?.path).toMatch(/^\/openai\/deployments\/triage-small\/chat\/completions\?api-version=2025/);
  expect(model.requests[0]?.headers["api-key"]).toBe(model.apiKey);
  const { data } = await azure.embeddings.create({ model: "triage-small", input: "x" });
  expect(data[0]?.embedding).toHaveLength(1_536);
  expect((await azure.models.list()).data.map(({ id }) => id)).toEqual(["triage-small"]);
});

test("azure: unknown deployments, wrong keys, missing versions and filtered prompts have errors of their own", async () => {
  const azure = await start("azure", ["triage-small"]);
  await expect(azure.chat.completions.create({ model: "other", messages })).rejects.toMatchObject({
    status: 404,
    code: "DeploymentNotFound",
  });
  const stranger = new AzureOpenAI({
    apiKey: "wrong",
    endpoint: model.url,
    apiVersion: "2025-04-01-preview",
    maxRetries: 0,
  });
  await expect(stranger.chat.completions.create({ model: "triage-small", messages })).rejects.toMatchObject({
    status: 401,
    code: "401",
  });
  const path = `${model.url}/openai/deployments/triage-small/chat/completions`;
  expect((await fetch(path, { method: "POST", headers: { "api-key": model.apiKey }, body: "{}" })).status).toBe(404);
  model.next("prompt-filter");
  await expect(azure.chat.completions.create({ model: "triage-small", messages })).rejects.toMatchObject({
    status: 400,
    code: "content_filter",
  });
  await expect(
    azure.chat.completions.create({ model: "triage-small", messages, response_format: looseSchema }),
  ).rejects.toMatchObject({ status: 400 });
});

test("ollama: any key, unknown parameters and loose schemas pass, no word of cached tokens", async () => {
  const ollama = await start("ollama");
  const answer = await ollama.chat.completions.create({
    model: "llama3.2",
    messages,
    temperature: 0,
    max_tokens: 100,
    response_format: looseSchema,
    ...{ keep_alive: "5m" },
  });
  expect(answer.choices[0]?.message).toEqual({ role: "assistant", content: '{"a":""}' });
  expect(answer.usage).toEqual({
    prompt_tokens: expect.any(Number),
    completion_tokens: 2,
    total_tokens: expect.any(Number),
  });
  expect(answer.system_fingerprint).toBe("fp_ollama");
});

test("ollama: a model that was not pulled is 404", async () => {
  const ollama = await start("ollama", ["llama3.2"]);
  await expect(ollama.chat.completions.create({ model: "mistral", messages })).rejects.toMatchObject({
    status: 404,
    type: "not_found_error",
  });
});

test("vllm: its own fields, and errors whose code is a number", async () => {
  const vllm = await start("vllm", ["qwen"]);
  const answer = await vllm.chat.completions.create({ model: "qwen", messages, temperature: 0 });
  expect(answer).toMatchObject({
    choices: [{ stop_reason: null, message: { reasoning_content: null } }],
    usage: { prompt_tokens_details: null },
  });
  await expect(vllm.chat.completions.create({ model: "other", messages })).rejects.toMatchObject({
    status: 404,
    type: "NotFoundError",
    code: 404,
  });
});

test("a path that is none is 404 everywhere", async () => {
  const openai = await start("openai");
  await expect(
    new OpenAI({ apiKey: "none", baseURL: model.url, maxRetries: 0 }).chat.completions.create({ model: "x", messages }),
  ).rejects.toMatchObject({ status: 404 });
  await expect(openai.files.list()).rejects.toMatchObject({ status: 404 });
});
