import type { Finding } from "../../domain/check-up.ts";
import type { ToolCaller, ToolPort } from "../../domain/look-up.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import { isLookUp, type Tool } from "../../domain/settings/tools.ts";
import { act, noted, ok, type Probe } from "./check-up.ts";

/** No call ever has this reference, so the answer of a system that works is that it knows none. */
const NO_CALL = { url: "", body: "", reference: "mailroom-doctor" };

/** Asks every system of the settings what it can be asked without changing anything. */
export const toolChecks = (tools: ToolPort & ToolCaller, settings: Settings | undefined): Probe[] =>
  Object.entries(settings?.tools ?? {}).map(([name, tool]) => ({
    check: `tools.${name}`,
    look: () => (isLookUp(tool) ? lookUp(name, tool, tools) : call(name, tool, tools)),
  }));

async function lookUp(name: string, tool: Tool, tools: ToolPort): Promise<Finding> {
  const check = `tools.${name}`;
  if (!tool.probe) return noted(check, `not asked: give it a number to ask for (${check}.probe)`);
  const answer = await tools.look(name, tool, tool.probe);
  if (answer.kind === "found") return ok(check, "answers, and knows the number that it was asked for");
  if (answer.kind === "not_found") return ok(check, "answers, and does not know the number that it was asked for");
  if (answer.kind === "slow")
    return act(
      check,
      `no answer within ${tool.timeoutMs / 1_000} s`,
      `Look at that system, or raise ${check}.timeoutMs.`,
    );
  if (answer.kind === "refused")
    return act(
      check,
      `does not let us in (${answer.why})`,
      `Set the variable that ${check}.headers names to a key it knows.`,
    );
  return act(
    check,
    `gives no answer that can be used (${answer.why})`,
    `Compare ${check}.url with that system's own documents.`,
  );
}

async function call(name: string, tool: Tool, tools: ToolCaller): Promise<Finding> {
  const check = `tools.${name}`;
  const happened = await tools.happened(name, tool, NO_CALL);
  if (happened === false) return ok(check, "answers, and knows no call that was not made");
  const next = `It must answer 404 for a reference that it does not know. Look at ${check}.asks and ${check}.headers.`;
  return act(
    check,
    happened ? "says that a call was done which nobody made" : "does not say whether a call was done",
    next,
  );
}
