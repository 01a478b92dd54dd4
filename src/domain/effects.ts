import { z } from "zod";
import { TicketEvent } from "./ticket-event.ts";

/** What one person is told. "Yours and soon", nothing else. */
export const DirectNotice = z.discriminatedUnion("type", [
  z.object({ type: z.literal("assigned"), by: z.string(), reason: z.string() }),
  z.object({ type: z.literal("due-soon"), dueAt: z.number(), yours: z.boolean() }),
  z.object({ type: z.literal("overdue"), dueAt: z.number() }),
  z.object({ type: z.literal("back"), why: z.enum(["time", "reply"]) }),
  z.object({ type: z.literal("escalated"), by: z.string(), reason: z.string() }),
]);
export type DirectNotice = z.infer<typeof DirectNotice>;

/** What a channel is told beside the cards. */
export const ChannelNotice = z.discriminatedUnion("type", [
  z.object({ type: z.literal("overdue"), dueAt: z.number(), rung: z.number(), lead: z.string().optional() }),
  z.object({ type: z.literal("escalated"), by: z.string(), reason: z.string(), lead: z.string().optional() }),
]);
export type ChannelNotice = z.infer<typeof ChannelNotice>;

/** What Mailroom does to the outside world, and what each request holds. */
export const EFFECTS = {
  /** Post the ticket's card. Where and what is settled when it is posted, so the request names only the ticket. */
  "slack.card": z.object({ ticketId: z.number() }),
  /** Tell in the ticket's Slack thread what happened. */
  "slack.note": z.object({ ticketId: z.number(), event: TicketEvent }),
  /** Show a mail in the ticket's Slack thread: what was written, and what was made of it. */
  "slack.mail": z.object({ ticketId: z.number(), messageId: z.number(), decisionId: z.number() }),
  /** Tell one person something about a ticket, directly. */
  "slack.direct": z.object({ user: z.string(), ticketId: z.number(), notice: DirectNotice }),
  /** One line in a channel, outside any ticket's thread. */
  "slack.line": z.object({ channel: z.string(), ticketId: z.number(), notice: ChannelNotice }),
  /** Send an approved answer. */
  "gmail.reply": z.object({ ticketId: z.number(), approvalId: z.number() }),
} as const;

export type EffectKind = keyof typeof EFFECTS;
export type EffectRequest<Kind extends EffectKind> = z.infer<(typeof EFFECTS)[Kind]>;
