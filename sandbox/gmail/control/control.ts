import type { ServerResponse } from "node:http";
import { GoogleError } from "../errors.ts";
import type { Gmail } from "../gmail.ts";
import { type Answer, type Request, respond } from "../http.ts";
import type { World } from "../world.ts";
import { customerRoutes } from "./customers.ts";
import { findControl } from "./router.ts";
import { steeringRoutes } from "./steering.ts";
import { teamRoutes } from "./team.ts";

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** `/sandbox/…` for the page that shows this Gmail, and `/sandbox/events` for what it should redraw. */
export function control(gmail: Gmail, world: World): (request: Request, response: ServerResponse) => void {
  const routes = [...steeringRoutes(gmail), ...teamRoutes(gmail), ...customerRoutes(gmail)];
  return (request, response) => {
    const origin = request.headers.origin;
    // Any page in the same browser can send requests here; only pages of this machine may.
    if (
      !LOOPBACK.test(request.headers.host ?? "") ||
      (origin !== undefined && !LOOPBACK.test(URL.parse(origin)?.host ?? ""))
    ) {
      respond(response, { status: 403, body: { error: "only pages served from this machine may use the sandbox" } });
      return;
    }
    const cors = origin === undefined ? {} : corsHeaders(origin);
    if (request.verb === "OPTIONS") respond(response, { status: 204, headers: cors });
    else if (request.url.pathname === "/sandbox/events") stream(world, request, response, cors);
    else {
      const answer = answered(() => findControl(routes, request)?.());
      respond(response, { ...answer, headers: { ...cors, ...answer.headers } });
    }
  };
}

function answered(run: () => Answer | undefined): Answer {
  try {
    return run() ?? { status: 404, body: { error: "no such route" } };
  } catch (error) {
    if (error instanceof GoogleError) return { status: error.code, body: { error: error.message } };
    return { status: 400, body: { error: error instanceof Error ? error.message : String(error) } };
  }
}

const corsHeaders = (origin: string): Record<string, string> => ({
  "access-control-allow-origin": origin,
  "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE",
  "access-control-allow-headers": "content-type",
  vary: "origin",
});

/** Server-Sent Events; `?types=customer-mail,mailbox` narrows them. */
function stream(world: World, request: Request, response: ServerResponse, cors: Record<string, string>): void {
  const types = request.url.searchParams.get("types")?.split(",");
  response.writeHead(200, { ...cors, "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write(": hello\n\n");
  const stop = world.listen((event) => {
    if (types && !types.includes(event.type)) return;
    response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  });
  response.on("close", stop);
}
