import { z } from "zod";

/** The states of a ticket and what each means to the team. */

/**
 * - `new`: nobody has it
 * - `claimed`: somebody has it
 * - `sending`: an approved answer is on its way; nothing else may be approved meanwhile
 * - `waiting`: answered, the customer's turn
 * - `snoozed`: put off until a time or a reply
 * - `done`: finished, with an outcome
 */
export const TICKET_STATES = ["new", "claimed", "sending", "waiting", "snoozed", "done"] as const;
export type TicketState = (typeof TICKET_STATES)[number];

export const OUTCOMES = ["answered", "answered_elsewhere", "closed", "spam", "silent"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** States in which the clock of the next answer runs. */
export const OPEN_STATES = ["new", "claimed", "sending"] as const satisfies readonly TicketState[];

export const isOpen = (state: TicketState): boolean => (OPEN_STATES as readonly TicketState[]).includes(state);

/** What lists and cards say of a ticket. Stored sealed. */
export const TicketSummary = z.object({
  subject: z.string(),
  sender: z.object({ name: z.string().optional(), address: z.string() }),
  summary: z.string(),
});
export type TicketSummary = z.infer<typeof TicketSummary>;
