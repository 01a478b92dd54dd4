import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { MailroomError } from "../domain/errors.ts";

interface HttpOptions {
  host: string;
  port: number;
  /** What `GET path` answers. */
  routes: Readonly<Record<string, () => Promise<HttpAnswer>>>;
}

export interface HttpAnswer {
  status: number;
  type: string;
  body: string;
}

export interface HttpServer {
  readonly url: string;
  close(): Promise<void>;
}

/** These pages hold a few kilobytes; whoever takes longer to ask is not a monitoring system. */
const REQUEST_TIMEOUT_MS = 10_000;

export async function listen({ host, port, routes }: HttpOptions): Promise<HttpServer> {
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: REQUEST_TIMEOUT_MS });
  server.on("request", (request, response) => {
    const route = routes[new URL(request.url ?? "/", "http://mailroom").pathname];
    if (!route) return send(response, text(404, `There are ${Object.keys(routes).join(", ")}.`));
    if (request.method !== "GET" && request.method !== "HEAD")
      return send(response, text(405, "Only GET is answered."));
    route().then(
      (answer) => send(response, answer),
      () => send(response, text(500, "The answer could not be put together; the log may say why.")),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) =>
      reject(new MailroomError("config_invalid", { detail: refused(cause.code, host, port), cause })),
    );
    server.listen(port, host, resolve);
  });
  const { address, port: taken, family } = server.address() as AddressInfo;
  return {
    url: `http://${family === "IPv6" ? `[${address}]` : address}:${taken}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

const text = (status: number, body: string): HttpAnswer => ({
  status,
  type: "text/plain; charset=utf-8",
  body: `${body}\n`,
});

function send(response: ServerResponse, { status, type, body }: HttpAnswer): void {
  response.writeHead(status, {
    "content-type": type,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.end(response.req.method === "HEAD" ? undefined : body);
}

function refused(code: string | undefined, host: string, port: number): string {
  switch (code) {
    case "EADDRINUSE":
      return `HTTP_PORT: port ${port} on ${host} is taken by another program; choose another`;
    case "EACCES":
      return `HTTP_PORT: this user may not listen on port ${port}; choose one above 1023`;
    default:
      return `HTTP_HOST: this machine cannot listen on ${host} (${code}); write one of its own addresses, or 0.0.0.0 for all`;
  }
}
