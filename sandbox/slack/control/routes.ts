import type { IncomingMessage, ServerResponse } from "node:http";
import { Impossible } from "../actor/outcome.ts";
import { slackRates } from "../api/rate-limiter.ts";
import { parsed, readBody } from "../api/request.ts";
import { isObject, type JsonObject } from "../json.ts";
import type { User } from "../workspace/model.ts";
import type { World } from "../world.ts";
import { actFor } from "./act.ts";
import { people, snapshot, thread } from "./snapshot.ts";
import { streamChanges } from "./stream.ts";
import { troubleFor } from "./trouble.ts";

/** The page's door: /sandbox/… as described in the README beside this folder. */
export async function handleControl(request: IncomingMessage, response: ServerResponse, world: World): Promise<void> {
  const url = new URL(request.url ?? "/", "http://sandbox");
  const route = url.pathname.slice("/sandbox/".length);
  try {
    if (request.method === "GET") get(route, url.searchParams, response, world);
    else send(response, 200, await post(route, await bodyOf(request), world));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // A page cannot do what a person cannot; everything else is a mistake of ours, and shown as one.
    send(response, error instanceof Impossible ? 409 : 400, { ok: false, error: error.message });
  }
}

function get(route: string, query: URLSearchParams, response: ServerResponse, world: World): void {
  const user = (): User => world.workspace.user(query.get("user") ?? "");
  if (route === "events") streamChanges(response, world.changes);
  else if (route === "state") send(response, 200, snapshot(world, user(), Number(query.get("limit") ?? 100)));
  else if (route === "users") send(response, 200, { users: people(world) });
  else if (route === "thread") {
    const channel = world.workspace.channel(query.get("channel") ?? "");
    if (!world.workspace.canSee(user().id, channel)) throw new Impossible("this person does not see the channel");
    send(response, 200, { messages: thread(world, user(), channel, query.get("ts") ?? "") });
  } else if (route === "calls") {
    const { calls, refused } = world.journal;
    send(response, 200, { refused, calls: calls.slice(-Number(query.get("limit") ?? 100)) });
  } else if (route.startsWith("files/")) sendFile(response, route.slice("files/".length), world);
  else send(response, 404, { ok: false, error: `no route ${route}` });
}

async function post(route: string, body: JsonObject, world: World): Promise<JsonObject> {
  if (route === "act") return actFor(world, body);
  if (route === "trouble") return troubleFor(world, body);
  if (route === "clock") {
    world.clock.advance(Number(body.advanceMs ?? 0));
    return { ok: true, now: world.clock.now() };
  }
  if (route === "limits") {
    world.limiter.settings = body.on === false ? undefined : { ...slackRates, ...withNumbers(body) };
    return { ok: true };
  }
  throw new Impossible(`no route ${route}`);
}

const withNumbers = (body: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(body).filter(([key, value]) => key in slackRates && typeof value === "number"));

/** JSON only: a foreign web page cannot send that here without asking first, and is not answered. */
async function bodyOf(request: IncomingMessage): Promise<JsonObject> {
  const body = await readBody(request);
  if (!request.headers["content-type"]?.startsWith("application/json")) throw new Error("send application/json");
  const value = parsed(body.toString());
  if (!isObject(value)) throw new Error("send a JSON object");
  return value;
}

function sendFile(response: ServerResponse, id: string, world: World): void {
  const file = world.workspace.files.get(id);
  if (file?.content === undefined || file.deleted) {
    send(response, 404, { ok: false, error: `no file ${id}` });
    return;
  }
  response.writeHead(200, {
    "content-type": file.mimetype,
    // An uploaded page must not run at this address.
    "content-security-policy": "sandbox",
    "x-content-type-options": "nosniff",
  });
  response.end(file.content);
}

function send(response: ServerResponse, status: number, body: JsonObject): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" });
  response.end(JSON.stringify(body));
}
