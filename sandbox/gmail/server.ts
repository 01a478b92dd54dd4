import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { findRoute } from "./api/routes.ts";
import { type Deps, isPubSub, mailEndpoint, pubSubEndpoint } from "./api/serve.ts";
import { oauthEndpoint } from "./auth/endpoints.ts";
import type { TokenDeps } from "./auth/token-endpoint.ts";
import { type Endpoint, serveCall } from "./calls.ts";
import { notFound } from "./errors.ts";
import type { Faults } from "./faults.ts";
import { type Request, readRequest, respond } from "./http.ts";

export interface ServerDeps extends Deps, TokenDeps {
  faults: Faults;
  /** The sandbox's own routes, below `/sandbox/`. */
  control: (request: Request, response: ServerResponse) => void;
}

/** One server for everything Google: mail, tokens, consent, Pub/Sub. */
export async function listen(deps: ServerDeps, port: number): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((incoming, response) => {
    serve(deps, incoming, response).catch((error: unknown) => {
      // A mistake in the sandbox must look like one, not like a flaky Google.
      console.error(error);
      if (!response.headersSent) respond(response, { status: 500, body: `sandbox failure: ${String(error)}` });
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

async function serve(deps: ServerDeps, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const request = await readRequest(incoming);
  if (!request) return;
  if (/^\/sandbox(\/|$)/.test(request.url.pathname)) {
    deps.control(request, response);
    return;
  }
  const endpoint = endpointOf(deps, request);
  if (!endpoint) {
    respond(response, { status: 404, body: notFound("The requested URL was not found on this server.").body });
    return;
  }
  const reply = await serveCall(deps, request, endpoint);
  if (reply === "drop") incoming.socket.destroy();
  else respond(response, reply);
}

function endpointOf(deps: ServerDeps, request: Request): Endpoint | undefined {
  const { pathname } = request.url;
  if (isPubSub(pathname)) return pubSubEndpoint(deps, request);
  const route = findRoute(request.verb, pathname);
  return route ? mailEndpoint(deps, route, request) : oauthEndpoint(deps, request);
}
