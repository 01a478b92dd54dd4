import type { ToolAnswer, ToolCaller, ToolPort } from "../../domain/look-up.ts";
import { measured } from "../../domain/measure.ts";
import { keepSecret } from "../../domain/secrets.ts";
import { type Tool, variableOf } from "../../domain/settings/tools.ts";
import { addressOf } from "../../domain/tool-address.ts";
import { callHappened, callTool } from "./call.ts";
import { exchange } from "./exchange.ts";

/** So short that a person who looks again sees news, and long enough for the mails of one minute. */
const KEPT_MS = 60_000;
const MOST_KEPT = 1_000;
/** After a system was found to be down: a morning's mail must not wait for it one by one. */
const PAUSE_MS = 5_000;

interface HttpTools {
  /** The environment: where the secrets are that the settings name. */
  variable: (name: string) => string | undefined;
  now: () => number;
}

/**
 * Systems of the company over HTTP. Only the host of the settings is spoken to: redirects are refused, and what comes from a
 * mail goes into the address in encoded form and nowhere else.
 */
export function httpTools({ variable, now }: HttpTools): ToolPort & ToolCaller {
  const downUntil = new Map<string, number>();
  const kept = new Map<string, { at: number; answer: Promise<ToolAnswer> }>();

  async function ask(tool: Tool, ids: Readonly<Record<string, string>>): Promise<ToolAnswer> {
    const headers = headersOf(tool, variable);
    if (typeof headers === "string") return { kind: "refused", why: headers };
    const url = addressOf(tool.url, ids);
    if (!url) return { kind: "not_found" };
    const heard = await exchange(url, { method: "GET", headers, timeoutMs: tool.timeoutMs });
    if (heard.kind !== "answer") return heard.kind === "slow" ? { kind: "slow" } : { kind: "broken", why: heard.why };
    if (heard.status === 404 || heard.status === 410) return { kind: "not_found" };
    if (heard.status === 401 || heard.status === 403) return { kind: "refused", why: `it answered ${heard.status}` };
    if (heard.status !== 200) return { kind: "broken", why: `it answered ${heard.status}` };
    try {
      return { kind: "found", body: JSON.parse(heard.text) as unknown };
    } catch {
      return { kind: "broken", why: "it is no JSON" };
    }
  }

  return {
    async look(name, tool, ids) {
      const key = JSON.stringify([name, tool.url, tool.headers, ids]);
      const known = kept.get(key);
      if (known && now() - known.at < KEPT_MS) return known.answer;
      if (now() < (downUntil.get(name) ?? 0)) return { kind: "broken", why: "it did not answer a moment ago" };
      const answer = measured({ step: "look-up", kind: name, ids: {} }, () => ask(tool, ids));
      kept.delete(key);
      kept.set(key, { at: now(), answer });
      if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
      const { kind } = await answer;
      if (kind === "slow") downUntil.set(name, now() + PAUSE_MS);
      // Trouble may be over the next moment.
      if (kind !== "found" && kind !== "not_found" && kept.get(key)?.answer === answer) kept.delete(key);
      return answer;
    },
    call: (_name, tool, call) => callTool(tool, call, headersOf(tool, variable)),
    happened: (_name, tool, call) => callHappened(tool, call, headersOf(tool, variable)),
  };
}

/** The headers with their secrets; a string: what is missing. */
function headersOf(tool: Tool, variable: HttpTools["variable"]): Record<string, string> | string {
  const headers: Record<string, string> = { accept: "application/json" };
  for (const [name, value] of Object.entries(tool.headers)) {
    const secret = variableOf(value);
    if (secret === undefined) headers[name] = value;
    else {
      const kept = variable(secret);
      if (!kept) return `${secret} is not set`;
      keepSecret(kept);
      headers[name] = value.replace(`env:${secret}`, () => kept);
    }
  }
  return headers;
}
