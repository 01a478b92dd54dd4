import { z } from "zod";
import type { Tool } from "./settings/tools.ts";

/** What other systems of the company are asked about a mail, and what they answered. */

export const LOOK_UP_OUTCOMES = ["found", "not_found", "bad_format", "refused", "slow", "broken"] as const;

/** One look-up as it is kept with the draft, sealed like it. */
export const LookUp = z.object({
  tool: z.string(),
  outcome: z.enum(LOOK_UP_OUTCOMES),
  at: z.number(),
  /** What a person should know of it; absent where the answer itself says it. */
  say: z.string().optional(),
  /** What was found is the sender's own: the system named their address, and their mail is authentic. */
  own: z.boolean(),
});
export type LookUp = z.infer<typeof LookUp>;

export type ToolAnswer =
  | { kind: "found"; body: unknown }
  | { kind: "not_found" }
  | { kind: "refused"; why: string }
  | { kind: "slow" }
  | { kind: "broken"; why: string };

/** Asks a system of the company. Never throws: whatever goes wrong is an answer too, because no mail waits for it. */
export interface ToolPort {
  look(name: string, tool: Tool, ids: Readonly<Record<string, string>>): Promise<ToolAnswer>;
}

export const NO_TOOLS: ToolPort = { look: async () => ({ kind: "refused", why: "nothing is connected here" }) };

/** A call that changes something, ready to be made: exactly what was shown to whoever allowed it. */
export interface ToolCall {
  url: string;
  /** JSON. */
  body: string;
  /** Our own reference: sent along, and asked for afterwards. */
  reference: string;
}

/** Changes something at a system of the company. */
export interface ToolCaller {
  /** Fails with `tool_outcome_unknown` when nobody can say whether it was done, `tool_refused` when it was not and will not be. */
  call(name: string, tool: Tool, call: ToolCall): Promise<void>;
  /** Whether a call with this reference was done; undefined when the system cannot say. */
  happened(name: string, tool: Tool, call: ToolCall): Promise<boolean | undefined>;
}
