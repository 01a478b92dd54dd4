import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A call on its way to the stand-in behind. */
export interface Passing {
  verb: string;
  /** Without its query. */
  path: string;
  query: URLSearchParams;
}

/** What the detour says instead of the stand-in. */
interface Instead {
  status: number;
  body?: string;
  type?: string;
}

interface Rule {
  when: (call: Passing) => boolean;
  /** An answer of the detour's own; nothing lets the call pass, perhaps with its query changed. */
  say: (call: Passing) => Instead | undefined;
}

/** A server in front of a stand-in: for what a whole provider lacks or does differently, as against one call that fails. */
export interface Detour {
  url: string;
  /** Until `clear`. Rules are asked in their order; the first that answers is the last. */
  on(when: Rule["when"], say: Rule["say"]): void;
  /** These calls meet a server that has no such route, and says so in no particular shape. */
  lacks(when: Rule["when"]): void;
  /** The next so many of these calls are taken and never answered, and their connections stay open: half of each is gone. */
  swallow(when: Rule["when"], times: number): void;
  clear(): void;
  /** Called as each call arrives and again when its answer is there; a promise holds the call up at that point. */
  watch(listener: Watcher): void;
  stop(): Promise<void>;
}

/** `arrived`: nothing has happened yet. `answered`: it has happened, and the caller does not know. */
export type Watcher = (call: Passing, stage: "arrived" | "answered") => Promise<void> | void;

export async function openDetour(target: string): Promise<Detour> {
  let rules: Rule[] = [];
  let swallowing: { when: Rule["when"]; left: number }[] = [];
  let watcher: Watcher = () => undefined;
  const server = createServer(async (incoming, response) => {
    const url = new URL(incoming.url ?? "/", target);
    const call: Passing = { verb: incoming.method ?? "GET", path: url.pathname, query: url.searchParams };
    await watcher(call, "arrived");
    const gone = swallowing.find(({ when, left }) => left > 0 && when(call));
    if (gone) {
      gone.left--;
      incoming.resume();
      return;
    }
    for (const rule of rules) {
      const instead = rule.when(call) ? rule.say(call) : undefined;
      if (instead) return answer(incoming, response, instead);
    }
    forward(incoming, response, url, () => watcher(call, "answered"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    on: (when, say) => void rules.push({ when, say }),
    lacks: (when) => void rules.push({ when, say: () => ({ status: 404, body: '{"message":"Not Found"}' }) }),
    swallow: (when, times) => void swallowing.push({ when, left: times }),
    clear() {
      rules = [];
      swallowing = [];
      watcher = () => undefined;
    },
    watch(listener) {
      watcher = listener;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(incoming: IncomingMessage, response: ServerResponse, { status, body = "", type }: Instead): void {
  // Read to its end, so that the caller's connection can be used again.
  incoming.resume();
  response.writeHead(status, { "content-type": type ?? "application/json" }).end(body);
}

function forward(
  incoming: IncomingMessage,
  response: ServerResponse,
  url: URL,
  answered: () => Promise<void> | void,
): void {
  const { host: _own, ...headers } = incoming.headers;
  const outgoing = request(url, { method: incoming.method, headers }, async (answer) => {
    await answered();
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  // What was dropped behind is dropped in front, too.
  outgoing.on("error", () => incoming.socket.destroy());
  incoming.pipe(outgoing);
}
