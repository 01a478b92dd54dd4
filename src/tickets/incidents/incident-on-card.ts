import type { Reader } from "../../db/database.ts";
import { getDecision } from "../../db/decisions.ts";
import { membershipOf } from "../../db/incidents.ts";
import type { Ticket } from "../../db/tickets.ts";
import type { TicketCard } from "../../domain/card.ts";
import { inLanguageOf } from "../../domain/incident.ts";

/** The incident that a ticket's card points at. */
export async function incidentOnCard(db: Reader, ticket: Ticket): Promise<TicketCard["incident"]> {
  const membership = await membershipOf(db, ticket.id);
  if (!membership) return undefined;
  const { incident, member } = membership;
  const { content, state, id } = incident;
  const decision = ticket.decisionId === null ? undefined : await getDecision(db, ticket.decisionId);
  return {
    id,
    title: content?.title ?? "",
    open: state === "open",
    banner: content?.banner && inLanguageOf(content.banner, decision?.decision?.language ?? "en")?.text,
    shared: member.draftId !== null && member.draftId === ticket.draftId,
  };
}
