import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Fault, Planned } from "../faults.ts";
import type { Call } from "../journal.ts";
import type { JsonObject } from "../json.ts";
import { limits } from "../limits.ts";
import { Refusal, refuseIf } from "../refusal.ts";
import type { World } from "../world.ts";
import { authorize } from "./authorize.ts";
import { checkCall, createCall, unknownArguments } from "./call.ts";
import { limitCall, RateLimited } from "./limit-post.ts";
import { methods } from "./methods.ts";
import { readArguments } from "./request.ts";

interface Answer {
  status: number;
  body: JsonObject | string;
  retryAfter?: number;
}

/** One Web API call: read, authorize, limit, check, do, record, answer; with whatever fault was planned for it. */
export async function handleCall(
  request: IncomingMessage,
  response: ServerResponse,
  method: string,
  world: World,
): Promise<void> {
  const planned = world.faults.plan(method);
  const { fault, lose } = planned;
  const call: Call = {
    at: world.clock.now(),
    method,
    args: {},
    token: "none",
    ok: false,
    status: 200,
    answer: {},
    unknownArguments: [],
    ...(fault && { fault: "injected" as const }),
    ...(lose && { fault: "lost response" as const }),
  };
  const answer = await attempt(request, call, world, planned);
  call.status = answer.status;
  call.answer = typeof answer.body === "string" ? { error: answer.body } : answer.body;
  call.ok = call.answer.ok === true && answer.status === 200;
  world.journal.call(call);
  if (lose) request.socket.destroy();
  else send(response, answer, method, call.token, world);
}

async function attempt(
  request: IncomingMessage,
  call: Call,
  world: World,
  { latencyMs, fault }: Planned,
): Promise<Answer> {
  try {
    call.args = await readArguments(request);
    // A client that gives up in the meantime was heard all the same.
    if (latencyMs > 0) await sleep(latencyMs);
    if (fault) return faulty(fault);
    return { status: 200, body: perform(request, call, world) };
  } catch (error) {
    return failed(error, call, world);
  }
}

function perform(request: IncomingMessage, call: Call, world: World): JsonObject {
  const { method, args } = call;
  const perform = methods[method];
  if (perform === undefined) throw new Refusal("unknown_method", { req_method: method });
  const isPost = request.method === "POST";
  refuseIf(!isPost, method === "apps.connections.open" ? "insecure_request" : "invalid_post_type");
  call.token = authorize(request, args, method, world);
  const apiCall = createCall(method, args, world.app);
  call.unknownArguments = unknownArguments(apiCall);
  limitCall(world, method);
  checkCall(apiCall);
  return perform(apiCall, world);
}

function faulty({ error, status, retryAfter, body }: Fault): Answer {
  const answered = { ok: false, error: error ?? (status === 429 ? "ratelimited" : "internal_error") };
  return {
    status: status ?? 200,
    body: body ?? answered,
    ...(status === 429 && retryAfter !== null && { retryAfter: retryAfter ?? 1 }),
  };
}

function failed(error: unknown, call: Call, world: World): Answer {
  if (error instanceof Refusal) return { status: 200, body: error.answer };
  if (error instanceof RateLimited)
    return { status: 429, body: { ok: false, error: "ratelimited" }, retryAfter: error.retryAfter };
  world.journal.note(`BROKEN ${call.method}: ${error instanceof Error ? error.stack : error}`);
  return { status: 500, body: { ok: false, error: "internal_error" } };
}

function send(
  response: ServerResponse,
  { status, body, retryAfter }: Answer,
  method: string,
  token: Call["token"],
  { app }: World,
): void {
  const scopes = token === "app" ? ["connections:write"] : app.scopes;
  response.writeHead(status, {
    "content-type": typeof body === "string" ? "text/html" : "application/json; charset=utf-8",
    ...(token !== "none" && {
      "x-oauth-scopes": scopes.join(","),
      "x-accepted-oauth-scopes": (limits.methods[method]?.scopes_bot ?? []).join(","),
    }),
    ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
  });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}
