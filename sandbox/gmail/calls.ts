import { GoogleError } from "./errors.ts";
import type { Faults, Outcome } from "./faults.ts";
import type { Answer, Request } from "./http.ts";
import type { Call, World } from "./world.ts";

export type Reply = Answer | "drop";

export interface Endpoint {
  name: string;
  /** Checks who is asking; what it returns does the work. */
  admit(call: Call): { run: () => Answer | Promise<Answer>; leave?: () => void };
}

/** One call from its start to its answer: kept for tests to look at, delayed, broken or refused as asked. */
export async function serveCall(
  { world, faults }: { world: World; faults: Faults },
  request: Request,
  { name, admit }: Endpoint,
): Promise<Reply> {
  const call: Call = {
    method: name,
    user: "",
    at: world.clock.now(),
    query: queryOf(request),
    body: bodyOf(request),
    units: 0,
  };
  world.calls.push(call);
  world.tell({ type: "call", method: name, user: "" });
  let leave: (() => void) | undefined;
  const answer = async (): Promise<Reply> => {
    try {
      const admitted = admit(call);
      leave = admitted.leave;
      await pause(faults.delayOf(name));
      const before = faults.take(name, call.user, "before");
      if (before) return asReply(before, name);
      const done = await admitted.run();
      const after = faults.take(name, call.user, "after");
      return after ? asReply(after, name) : done;
    } catch (error) {
      if (error instanceof GoogleError) return asReply({ error }, name);
      throw error;
    } finally {
      leave?.();
    }
  };
  const reply = await answer();
  call.status = reply === "drop" ? 0 : reply.status;
  world.tell({ type: "call", method: name, user: call.user, status: call.status });
  return reply;
}

function asReply(hit: Outcome, name: string): Reply {
  if ("drop" in hit) return "drop";
  const { code, reason, message, headers, body } = hit.error;
  // The token endpoint words its errors its own way.
  return {
    status: code,
    headers,
    body: name.startsWith("oauth.") ? { error: reason, error_description: message } : body,
  };
}

const pause = (ms: number): Promise<void> =>
  ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms).unref()) : Promise.resolve();

function queryOf({ url }: Request): Record<string, string[]> {
  const names = new Set(url.searchParams.keys());
  return Object.fromEntries([...names].map((name) => [name, url.searchParams.getAll(name)]));
}

function bodyOf({ headers, bytes }: Request): unknown {
  if (bytes.length === 0) return undefined;
  const type = headers["content-type"] ?? "";
  const text = bytes.toString();
  if (type.startsWith("application/x-www-form-urlencoded")) return Object.fromEntries(new URLSearchParams(text));
  if (!type.startsWith("application/json")) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
