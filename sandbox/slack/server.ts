import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { handleDownload, handleResponseUrl, handleUpload } from "./api/hooks.ts";
import { handleCall } from "./api/web-api.ts";
import { handleControl } from "./control/routes.ts";
import type { World } from "./world.ts";

/** A page, or anything else, that lives at the same address; says whether it took the request. */
export type Serve = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

export async function listen(world: World, port: number, serve: Serve | undefined): Promise<Server> {
  const server = createServer((request, response) => {
    world.journal.inFlight += 1;
    response.once("close", () => {
      world.journal.inFlight -= 1;
      world.changes.publish({ kind: "delivery" });
    });
    route(request, response, world, serve).catch((error: unknown) => {
      world.journal.note(`BROKEN ${request.url}: ${error instanceof Error ? error.stack : error}`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.on("upgrade", (request, socket, head) => world.socket.hub.upgrade(request, socket, head));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    // The loopback only: whoever reaches this server is every user of the workspace.
    server.listen(port, "127.0.0.1", resolve);
  });
  return server;
}

export const originOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  world: World,
  serve: Serve | undefined,
): Promise<void> {
  const { pathname } = new URL(request.url ?? "/", "http://sandbox");
  const [, first = "", second = "", third = ""] = pathname.split("/");
  if (first === "api") return handleCall(request, response, second, world);
  if (["actions", "commands", "app"].includes(first)) return handleResponseUrl(request, response, pathname, world);
  if (first === "upload") return handleUpload(request, response, third, world);
  if (first === "files-pri") return handleDownload(request, response, second.split("-")[1] ?? "", world);
  if (first === "sandbox") return handleControl(request, response, world);
  if (await serve?.(request, response)) return;
  response.writeHead(404, { "content-type": "text/plain" });
  response.end("The Slack sandbox has nothing here.");
}
