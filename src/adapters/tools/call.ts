import { MailroomError } from "../../domain/errors.ts";
import type { ToolCall } from "../../domain/look-up.ts";
import { REFERENCE, type Tool } from "../../domain/settings/tools.ts";
import { addressOf } from "../../domain/tool-address.ts";
import { exchange } from "./exchange.ts";

type Headers = Record<string, string> | string;

/** Makes the call once. What nobody can be sure of is unknown, and asked for before anything is done again. */
export async function callTool(tool: Tool, { url, body, reference }: ToolCall, headers: Headers): Promise<void> {
  if (typeof headers === "string") throw new MailroomError("tool_refused", { detail: headers });
  const heard = await exchange(new URL(url), {
    method: tool.method,
    headers: { ...headers, "content-type": "application/json", "idempotency-key": reference },
    body,
    timeoutMs: tool.timeoutMs,
  });
  if (heard.kind === "slow") throw new MailroomError("tool_outcome_unknown", { detail: "no answer in time" });
  if (heard.kind === "broken")
    throw new MailroomError(heard.sent ? "tool_outcome_unknown" : "tool_unavailable", { detail: heard.why });
  const { status } = heard;
  if (status >= 200 && status < 300) return;
  const detail = `it answered ${status}`;
  if (status === 429) throw new MailroomError("tool_unavailable", { detail });
  // 409: the reference is known there already. 5xx: it may have been done before it went wrong; a proxy says 503 too when the
  // system behind it has fallen silent over the request.
  if (status === 409 || status === 408 || status >= 500) throw new MailroomError("tool_outcome_unknown", { detail });
  throw new MailroomError("tool_refused", { detail });
}

/** 200: it was done. 404: it was not. Anything else says nothing. */
export async function callHappened(
  tool: Tool,
  { reference }: ToolCall,
  headers: Headers,
): Promise<boolean | undefined> {
  const url = addressOf(tool.asks ?? "", { [REFERENCE]: reference });
  if (typeof headers === "string" || !url) return undefined;
  const heard = await exchange(url, { method: "GET", headers, timeoutMs: tool.timeoutMs });
  if (heard.kind !== "answer") return undefined;
  if (heard.status === 200) return true;
  return heard.status === 404 ? false : undefined;
}
