import type { membershipOf } from "../../db/incidents.ts";
import type { Ticket } from "../../db/tickets.ts";
import type { TriageDecision } from "../../domain/decision.ts";

type Membership = Awaited<ReturnType<typeof membershipOf>>;

/**
 * Whether a ticket stands on its incident's card instead of having one: nobody has it in hand or has opened it, and the
 * customer has written nothing since it joined. With the incident over, what is still open gets a card of its own. What must
 * be seen at once, or answered by a person in words of their own, has one all the time.
 */
export function standsOnIncident(
  ticket: Ticket,
  membership: Membership,
  decision: TriageDecision | undefined,
): boolean {
  if (ticket.cardTs !== null || ticket.cardGeneration > 1) return false;
  if (ticket.priority === "urgent" || ticket.priority === "high" || decision?.stopLine !== undefined) return false;
  if (!membership || membership.member.carded || ticket.newestInboundId !== membership.member.messageId) return false;
  if (ticket.state === "new") return membership.incident.state === "open";
  return ticket.state === "sending" || ticket.state === "waiting" || ticket.state === "done";
}
