import type { ServerResponse } from "node:http";
import type { Changes } from "../changes.ts";

const KEEP_ALIVE_MS = 15_000;

/** Server-sent events: one `change` for everything that a page might want to draw anew. */
export function streamChanges(response: ServerResponse, changes: Changes): void {
  let id = 0;
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write(": listening\n\n");
  const unsubscribe = changes.subscribe((change) => {
    if (change.kind === "call" || change.kind === "delivery") return;
    id += 1;
    response.write(`id: ${id}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`);
  });
  const alive = setInterval(() => response.write(": still here\n\n"), KEEP_ALIVE_MS).unref();
  response.once("close", () => {
    unsubscribe();
    clearInterval(alive);
  });
}
