import { z } from "zod";
import { TicketEvent } from "./ticket-event.ts";

/** What Mailroom does to the outside world, and what each request holds. */
export const EFFECTS = {
  /** Post the ticket's card. Where and what is settled when it is posted, so the request names only the ticket. */
  "slack.card": z.object({ ticketId: z.number() }),
  /** Tell in the ticket's Slack thread what happened. */
  "slack.note": z.object({ ticketId: z.number(), event: TicketEvent }),
  /** Show a mail in the ticket's Slack thread: what was written, and what was made of it. */
  "slack.mail": z.object({ ticketId: z.number(), messageId: z.number(), decisionId: z.number() }),
  /** Tell one person something, directly. */
  "slack.direct": z.object({ user: z.string(), text: z.string() }),
  /** Send an approved answer. */
  "gmail.reply": z.object({ ticketId: z.number(), approvalId: z.number() }),
} as const;

export type EffectKind = keyof typeof EFFECTS;
export type EffectRequest<Kind extends EffectKind> = z.infer<(typeof EFFECTS)[Kind]>;
