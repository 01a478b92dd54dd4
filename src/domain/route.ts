import { z } from "zod";
import { Priority } from "./decision.ts";
import { Posture } from "./settings/intents.ts";

/** Where a ticket goes and how soon it is due, with the reason a person reads. */
export const Route = z.object({
  queue: z.string(),
  priority: Priority,
  /** Slack member id. */
  owner: z.string().optional(),
  /** Promised working minutes to the answer. */
  responseMinutes: z.number(),
  posture: Posture,
  /** Settled without a card. */
  silent: z.boolean(),
  /** First the rule that decided, then what else was weighed. */
  reasons: z.array(z.string()),
});
export type Route = z.infer<typeof Route>;
