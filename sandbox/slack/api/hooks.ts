import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { JsonObject } from "../json.ts";
import { Refusal } from "../refusal.ts";
import type { World } from "../world.ts";
import { bearer } from "./authorize.ts";
import { RateLimited } from "./limit-post.ts";
import { parsed, readArguments, readBody } from "./request.ts";
import { respond } from "./respond.ts";

const GONE = ["expired_url", "used_url", "no_such_url"];

/** The response_url's own door: plain JSON, no token, bare words instead of pointers. */
export async function handleResponseUrl(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  world: World,
): Promise<void> {
  const { latencyMs, fault, lose } = world.faults.plan("response_url");
  const body = parsed((await readBody(request)).toString());
  if (latencyMs > 0) await sleep(latencyMs);
  if (fault) {
    reply(response, fault.status ?? 500, fault.body ?? { ok: false, error: fault.error ?? "internal_error" });
    return;
  }
  const outcome = attempt(path, body, world);
  if (lose) request.socket.destroy();
  else reply(response, outcome.status, outcome.answer, outcome.retryAfter);
}

function attempt(
  path: string,
  body: unknown,
  world: World,
): { status: number; answer: JsonObject; retryAfter?: number } {
  try {
    respond(path, body, world);
    return { status: 200, answer: { ok: true } };
  } catch (error) {
    if (error instanceof RateLimited)
      return { status: 429, answer: { ok: false, error: "ratelimited" }, retryAfter: error.retryAfter };
    if (!(error instanceof Refusal)) throw error;
    const word = String(error.answer.error);
    const { messages = [] } = (error.answer.response_metadata ?? {}) as { messages?: string[] };
    // The app gets the bare word; whoever reads the log gets the reason.
    world.journal.refuse({ what: "response_url", error: word, messages, args: body as JsonObject });
    return { status: GONE.includes(word) ? 404 : 400, answer: { ok: false, error: word } };
  }
}

/** Where files.getUploadURLExternal points: raw bytes, or the multipart form that the SDK sends. */
export async function handleUpload(
  request: IncomingMessage,
  response: ServerResponse,
  fileId: string,
  world: World,
): Promise<void> {
  const { fault } = world.faults.plan("upload");
  const content = await uploaded(request);
  const file = world.workspace.files.get(fileId);
  if (fault) return reply(response, fault.status ?? 500, fault.body ?? "");
  if (file === undefined || file.completed || content === undefined) return reply(response, 404, "file not found");
  if (content.length !== file.length) return reply(response, 400, "length differs from what was announced");
  file.content = content;
  reply(response, 200, `OK - ${content.length}`);
}

async function uploaded(request: IncomingMessage): Promise<Buffer | undefined> {
  if (!request.headers["content-type"]?.startsWith("multipart/form-data")) return readBody(request);
  return Object.values(await readArguments(request)).find((value) => Buffer.isBuffer(value));
}

/** `url_private`: without the right token Slack sends the sign-in page's address, not an error. */
export function handleDownload(request: IncomingMessage, response: ServerResponse, fileId: string, world: World): void {
  const { app, workspace } = world;
  const allowed = app.installed && bearer(request) === app.botToken && app.scopes.includes("files:read");
  const file = workspace.files.get(fileId);
  if (!allowed) {
    response.writeHead(302, { location: `https://${workspace.team.domain}.slack.com/?redir=%2Ffiles-pri%2F${fileId}` });
    response.end();
  } else if (file?.content === undefined || file.deleted) reply(response, 404, "not found");
  else {
    response.writeHead(200, { "content-type": file.mimetype, "content-length": file.content.length });
    response.end(file.content);
  }
}

function reply(response: ServerResponse, status: number, body: JsonObject | string, retryAfter?: number): void {
  response.writeHead(status, {
    "content-type": typeof body === "string" ? "text/plain" : "application/json; charset=utf-8",
    ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
  });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}
