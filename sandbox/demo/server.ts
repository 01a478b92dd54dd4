import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { servePage } from "./pages.ts";
import { passOn } from "./proxy.ts";

/** Answers below `/demo/`; undefined when there is no such route. */
export type DemoRoute = (request: DemoRequest) => Promise<unknown> | unknown;

export interface DemoRequest {
  verb: string;
  /** Below `/demo/`. */
  path: string;
  json: Record<string, unknown>;
  response: ServerResponse;
}

/** The route has answered by itself. */
export const ANSWERED = Symbol("answered");

interface Parts {
  slackUrl: string;
  gmailUrl: string;
  demo: DemoRoute;
}

const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/;
/** Mail with attachments goes through the proxies; what comes here is a few settings. */
const MOST_BYTES = 100_000;

export async function listen(parts: Parts, wanted: number, orAny: boolean): Promise<Server> {
  const server = createServer((request, response) => {
    serve(parts, request, response).catch((error: unknown) => {
      if (!response.headersSent)
        answer(response, 500, { error: error instanceof Error ? error.message : String(error) });
      else response.end();
    });
  });
  await bind(server, wanted).catch((error: NodeJS.ErrnoException) => {
    if (!orAny || error.code !== "EADDRINUSE") throw error;
    return bind(server, 0);
  });
  return server;
}

export const addressOf = (server: Server): string => `http://localhost:${(server.address() as AddressInfo).port}/`;

/** The loopback only: whoever reaches this page is everybody in the company. */
const bind = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });

async function serve(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, search } = new URL(request.url ?? "/", "http://demo");
  if (!isOwn(request)) return answer(response, 403, { error: "only this demo's own page may use it" });
  if (pathname.startsWith("/slack/sandbox/"))
    return passOn(request, response, parts.slackUrl, pathname.slice("/slack".length) + search);
  if (/^\/gmail\/sandbox(?:\/|$)/.test(pathname))
    return passOn(request, response, parts.gmailUrl, pathname.slice("/gmail".length) + search);
  if (pathname.startsWith("/demo/")) return serveDemo(parts.demo, request, response, pathname.slice("/demo/".length));
  if (request.method === "GET" && servePage(pathname, response)) return;
  response.writeHead(404, { "content-type": "text/plain" }).end("There is nothing here.");
}

/** A foreign page in the same browser could send requests here; so could one that renames itself to 127.0.0.1. */
function isOwn({ headers }: IncomingMessage): boolean {
  if (!LOOPBACK.test(headers.host ?? "")) return false;
  return headers.origin === undefined || URL.parse(headers.origin)?.host === headers.host;
}

async function serveDemo(
  demo: DemoRoute,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const verb = request.method ?? "GET";
  const json = verb === "GET" ? {} : await bodyOf(request);
  const result = await demo({ verb, path, json, response });
  if (result === ANSWERED) return;
  if (result === undefined) answer(response, 404, { error: "no such route" });
  else answer(response, 200, result);
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length > MOST_BYTES) throw new Error("too long");
    chunks.push(chunk as Buffer);
  }
  const text = Buffer.concat(chunks).toString();
  return text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" });
  response.end(JSON.stringify(body));
}
