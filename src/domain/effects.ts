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

/** What a channel, or a lead, is told beside the cards: one line for everything of the same two minutes. */
export const LineNotice = z.discriminatedUnion("type", [
  /** Tickets of these queues whose rung fired in the span; looked up when the line is written. */
  z.object({
    type: z.literal("overdue"),
    queues: z.array(z.string()),
    from: z.number(),
    to: z.number(),
    lead: z.string().optional(),
  }),
  /** A day or a week of the desk, up to the instant. */
  z.object({ type: z.literal("digest"), days: z.union([z.literal(1), z.literal(7)]), to: z.number() }),
  /** What is wrong with the desk; what it says is looked up when it is posted. */
  z.object({ type: z.literal("alert"), cause: z.string() }),
  /** Tickets that one person was to be reminded of in the span; looked up when the message is written. */
  z.object({ type: z.literal("due-soon"), user: z.string(), from: z.number(), to: z.number() }),
  z.object({
    type: z.literal("escalated"),
    ticketId: z.number(),
    by: z.string(),
    reason: z.string(),
    lead: z.string().optional(),
  }),
  /** Tickets that wait together for their cards; how many is looked up when it is posted. */
  z.object({ type: z.literal("burst") }),
  /** A sent answer that somebody should read again; what it shows is looked up when it is posted. */
  z.object({ type: z.literal("review"), approvalId: z.number() }),
  /** An article that a colleague's answer would make; what it says is looked up when it is posted. */
  z.object({ type: z.literal("proposal"), proposalId: z.number() }),
  /** The card of an incident; what it says is looked up when it is posted. */
  z.object({ type: z.literal("incident"), incidentId: z.number() }),
  /** Mail that the history never showed. */
  z.object({ type: z.literal("strays"), mailbox: z.string(), strays: z.number() }),
]);
export type LineNotice = z.infer<typeof LineNotice>;

/** Stands in a receipt for the message's place, where there turned out to be nothing to post. */
export const NOTHING_TO_SAY = "nothing to say";

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
  /** One line in a channel (or to a person, by member id), outside any ticket's thread. */
  "slack.line": z.object({ channel: z.string(), notice: LineNotice }),
  /** Take the words out of a message of ours, because what it tells of was erased. */
  "slack.blank": z.object({ channel: z.string(), ts: z.string() }),
  /** Tell the customer that their mail has arrived. */
  "gmail.acknowledge": z.object({ ticketId: z.number(), messageId: z.number() }),
  /** Change something at another system of the company, as a person confirmed it. */
  "tool.call": z.object({
    ticketId: z.number(),
    permitId: z.number(),
    tool: z.string(),
    values: z.record(z.string(), z.string()),
    reference: z.string(),
    /** The customer's newest mail when it was confirmed. */
    newestInboundId: z.number().nullable(),
  }),
  /** Send an approved answer. */
  "gmail.reply": z.object({ ticketId: z.number(), approvalId: z.number() }),
} as const;

export type EffectKind = keyof typeof EFFECTS;
export type EffectRequest<Kind extends EffectKind> = z.infer<(typeof EFFECTS)[Kind]>;

/** Begins the marker of an acknowledgement, so that it is told from an answer by a database that knows neither. */
export const ACKNOWLEDGEMENT_MARKER = "ack.";
