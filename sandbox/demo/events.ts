import type { ServerResponse } from "node:http";

const KEEP_ALIVE_MS = 15_000;

/** One stream for the page: a browser opens only six connections to an address, and a visitor many tabs. */
export interface Events {
  tell(type: "slack" | "gmail" | "demo", data: unknown): void;
  stream(response: ServerResponse): void;
  close(): void;
}

export function createEvents(): Events {
  const listeners = new Set<ServerResponse>();
  const alive = setInterval(() => {
    for (const response of listeners) response.write(": still here\n\n");
  }, KEEP_ALIVE_MS).unref();
  return {
    tell(type, data) {
      for (const response of listeners) response.write(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    stream(response) {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write(": listening\n\n");
      listeners.add(response);
      response.once("close", () => listeners.delete(response));
    },
    close() {
      clearInterval(alive);
      for (const response of listeners) response.end();
    },
  };
}

/** Reads the Slack stand-in's own stream for as long as both live. */
export async function followSlack(
  url: string,
  onChange: (change: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    const response = await fetch(`${url}/sandbox/events`, { signal });
    let rest = "";
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) if (line.startsWith("data: ")) onChange(JSON.parse(line.slice("data: ".length)));
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
