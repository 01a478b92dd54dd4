import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Behaviour, Script } from "./behaviours.ts";
import { type Answering, complete } from "./completion.ts";
import { embed } from "./embeddings.ts";
import { invalid, ModelError, outOfQuota, promptFiltered, rateLimited, serverError, unknownModel } from "./errors.ts";
import { type ChatRequest, checkChatRequest } from "./request.ts";
import { callOf, type Shape } from "./shapes.ts";
import { isObject } from "./strict-schema.ts";
import { PromptCache } from "./usage.ts";

export interface RecordedRequest {
  method: string;
  path: string;
  headers: IncomingMessage["headers"];
  /** The bytes on the wire. */
  raw: string;
  body: unknown;
  at: number;
  /** Absent while it runs, 0 when the connection was dropped. */
  status?: number;
}

export interface ServerDeps {
  shape: Shape;
  apiKey: string;
  models: readonly string[] | undefined;
  script: Script;
  requests: RecordedRequest[];
  answer: () => Answering;
  changed: () => void;
  now: () => number;
}

interface Reply {
  status: number;
  headers?: Record<string, string>;
  body: unknown;
}

export async function listen(deps: ServerDeps, port: number): Promise<{ url: string; close: () => Promise<void> }> {
  const cache = new PromptCache();
  const server = createServer((incoming, response) => {
    serve(deps, cache, incoming, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent)
        send(response, { status: 500, body: { error: { message: `sandbox failure: ${String(error)}` } } });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

async function serve(
  deps: ServerDeps,
  cache: PromptCache,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
  } catch {
    return;
  }
  const raw = Buffer.concat(chunks).toString();
  const url = new URL(incoming.url ?? "/", "http://127.0.0.1");
  const record: RecordedRequest = {
    method: incoming.method ?? "GET",
    path: url.pathname + url.search,
    headers: incoming.headers,
    raw,
    body: parsed(raw),
    at: deps.now(),
  };
  deps.requests.push(record);
  deps.changed();
  const reply = await replyTo(deps, cache, url, record, incoming).catch((error: unknown): Reply => {
    if (error instanceof ModelError)
      return { status: error.status, headers: error.headers, body: deps.shape.error(error) };
    throw error;
  });
  record.status = reply === "drop" ? 0 : reply.status;
  deps.changed();
  if (reply === "drop") incoming.socket.destroy();
  else send(response, reply);
}

async function replyTo(
  { shape, apiKey, models, script, answer, now }: ServerDeps,
  cache: PromptCache,
  url: URL,
  { method, body, headers }: RecordedRequest,
  incoming: IncomingMessage,
): Promise<Reply | "drop"> {
  const asked = callOf(shape, method, url);
  if (!asked) throw new ModelError(404, `Invalid URL (${method} ${url.pathname})`);
  if (shape.guarded && shape.key(headers) !== apiKey) throw wrongKey(shape.key(headers));
  const created = Math.floor(now() / 1_000);
  if (asked.call === "models") return { status: 200, body: modelList(models ?? [], created, url) };
  // Azure takes the model from the path, whatever the body says.
  const request: unknown =
    asked.deployment !== undefined && isObject(body) ? { ...body, model: asked.deployment } : body;
  if (asked.deployment !== undefined && models && !models.includes(asked.deployment)) {
    throw new ModelError(404, "The API deployment for this resource does not exist.", { code: "DeploymentNotFound" });
  }
  if (asked.call === "chat") checked(request, shape, models);

  const behaviour = script.take();
  await pause(behaviour.latencyMs ?? 0);
  const model = isObject(request) ? String(request.model) : "";
  if (await isOutage(behaviour, model, incoming)) return "drop";
  if (asked.call === "embeddings") {
    const { data, tokens, model: used } = embed(request);
    const usage = { prompt_tokens: tokens, total_tokens: tokens };
    return { status: 200, body: { object: "list", data, model: used, usage } };
  }
  const chat = request as ChatRequest;
  const completion = await complete(chat, answer(), behaviour, cache);
  const choices = Array.from({ length: chat.n ?? 1 }, () => completion);
  return { status: 200, body: shape.chat(chat.model, created, choices) };
}

function checked(request: unknown, shape: Shape, models: readonly string[] | undefined): void {
  if (shape.strict) {
    checkChatRequest(request, models);
    return;
  }
  // Local servers pass over what they do not know; only the model and the messages must be there.
  if (!isObject(request) || !Array.isArray(request.messages)) throw invalid("invalid request body");
  if (models && !models.includes(String(request.model))) throw unknownModel(String(request.model));
}

/** Behaviours that end a call before a model has spoken. True: hang up. */
async function isOutage(behaviour: Behaviour, model: string, incoming: IncomingMessage): Promise<boolean> {
  switch (behaviour.kind) {
    case "rate-limit":
      throw rateLimited(model, behaviour);
    case "quota":
      throw outOfQuota();
    case "error":
      throw serverError(behaviour.status ?? 500);
    case "prompt-filter":
      throw promptFiltered();
    case "timeout":
      await new Promise<void>((resolve) => incoming.socket.once("close", () => resolve()));
      return true;
    case "drop":
      return true;
    default:
      return false;
  }
}

const wrongKey = (key: string | undefined): ModelError =>
  key === undefined
    ? new ModelError(
        401,
        "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).",
      )
    : new ModelError(
        401,
        `Incorrect API key provided: ${key.slice(0, 3)}***. You can find your API key at https://platform.openai.com/account/api-keys.`,
        { code: "invalid_api_key" },
      );

function modelList(models: readonly string[], created: number, url: URL): unknown {
  const all = models.map((id) => ({ id, object: "model", created, owned_by: "sandbox" }));
  const [, id] = /\/models\/(.+)$/.exec(url.pathname) ?? [];
  if (id === undefined) return { object: "list", data: all };
  const one = all.find((model) => model.id === decodeURIComponent(id));
  if (!one) throw unknownModel(decodeURIComponent(id));
  return one;
}

function parsed(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

const pause = (ms: number): Promise<void> =>
  ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms).unref()) : Promise.resolve();

function send(response: ServerResponse, { status, headers = {}, body }: Reply): void {
  const id = `req_${Math.random().toString(16).slice(2, 14)}`;
  response
    .writeHead(status, { "content-type": "application/json", "x-request-id": id, ...headers })
    .end(JSON.stringify(body));
}
