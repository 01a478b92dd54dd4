import { httpTools } from "../adapters/tools/http-tools.ts";
import type { Log } from "../domain/log.ts";
import type { ToolCaller, ToolPort } from "../domain/look-up.ts";

/** Systems of the company, with the secrets that the settings name by their variables. */
export function openTools(
  environment: Readonly<Record<string, string | undefined>>,
  { log, now }: { log: Pick<Log, "warn">; now: () => number },
): ToolPort & ToolCaller {
  const tools = httpTools({ variable: (name) => environment[name], now });
  return {
    ...tools,
    async look(name, tool, ids) {
      const answer = await tools.look(name, tool, ids);
      const { kind } = answer;
      if (kind !== "found" && kind !== "not_found") log.warn({ tool: name, outcome: kind }, "a look-up went wrong");
      return answer;
    },
  };
}
