import { z } from "zod";

/** What happened to a ticket, as its Slack thread tells it: one line each. Slack member ids, never mail content. */
export const TicketEvent = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("decided"),
    intent: z.string(),
    queue: z.string(),
    priority: z.string(),
    by: z.string(),
    reasons: z.array(z.string()),
  }),
  z.object({ type: z.literal("claimed"), by: z.string() }),
  z.object({ type: z.literal("released"), by: z.string() }),
  z.object({ type: z.literal("taken_over"), by: z.string(), from: z.string() }),
  z.object({ type: z.literal("assigned"), by: z.string(), to: z.string(), reason: z.string() }),
  z.object({ type: z.literal("snoozed"), by: z.string(), until: z.number().optional() }),
  z.object({ type: z.literal("woken"), why: z.enum(["time", "reply"]) }),
  z.object({ type: z.literal("escalated"), by: z.string(), reason: z.string() }),
  z.object({ type: z.literal("reclassified"), by: z.string(), from: z.string(), to: z.string(), queue: z.string() }),
  z.object({ type: z.literal("noted"), by: z.string(), note: z.string() }),
  z.object({ type: z.literal("due_soon"), rung: z.number(), dueAt: z.number(), mention: z.string().optional() }),
  z.object({ type: z.literal("idle"), from: z.string() }),
  z.object({ type: z.literal("courtesy") }),
  z.object({ type: z.literal("edited"), by: z.string(), version: z.number() }),
  /** An answer makes a promise; `ask` is mentioned, because they may allow it. */
  z.object({
    type: z.literal("promise_held"),
    by: z.string(),
    what: z.string(),
    mayAllow: z.array(z.string()),
    ask: z.string().optional(),
  }),
  z.object({ type: z.literal("allowed"), by: z.string(), what: z.string(), until: z.number() }),
  z.object({ type: z.literal("reply_sent"), by: z.string(), recipients: z.number(), byPerson: z.boolean() }),
  z.object({ type: z.literal("sending_soon"), at: z.number(), by: z.string() }),
  z.object({ type: z.literal("undone"), by: z.string() }),
  z.object({ type: z.literal("acknowledged") }),
  z.object({ type: z.literal("reply_held"), by: z.string(), reason: z.string() }),
  z.object({ type: z.literal("reply_failed"), by: z.string(), reason: z.string() }),
  z.object({ type: z.literal("answered_elsewhere") }),
  z.object({ type: z.literal("bounced"), permanent: z.boolean(), status: z.string().optional() }),
  z.object({ type: z.literal("auto_replied") }),
  z.object({ type: z.literal("malware_found"), files: z.number() }),
  z.object({ type: z.literal("closed"), by: z.string(), outcome: z.string() }),
  z.object({ type: z.literal("reopened"), by: z.string().optional() }),
]);
export type TicketEvent = z.infer<typeof TicketEvent>;
