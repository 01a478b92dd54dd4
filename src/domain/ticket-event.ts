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
  z.object({ type: z.literal("edited"), by: z.string(), version: z.number() }),
  z.object({ type: z.literal("reply_sent"), by: z.string(), recipients: z.number(), byPerson: z.boolean() }),
  z.object({ type: z.literal("reply_held"), by: z.string(), reason: z.string() }),
  z.object({ type: z.literal("reply_failed"), by: z.string(), reason: z.string() }),
  z.object({ type: z.literal("answered_elsewhere") }),
  z.object({ type: z.literal("bounced"), permanent: z.boolean(), status: z.string().optional() }),
  z.object({ type: z.literal("auto_replied") }),
  z.object({ type: z.literal("closed"), by: z.string(), outcome: z.string() }),
  z.object({ type: z.literal("reopened"), by: z.string().optional() }),
]);
export type TicketEvent = z.infer<typeof TicketEvent>;
