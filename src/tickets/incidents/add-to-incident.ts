import { appendAudit } from "../../db/audit.ts";
import { getDecision } from "../../db/decisions.ts";
import { changeMember, getIncident, memberOf, membershipOf, openIncident, openIncidents } from "../../db/incidents.ts";
import { getTicket } from "../../db/tickets.ts";
import { authorise, type Forbidden } from "../../domain/roles.ts";
import { type Desk, redrawCard } from "../desk.ts";
import { answerMembers, joinIncident, redrawIncident } from "./join.ts";

export type AddOutcome =
  | { kind: "added"; incidentId: number }
  | { kind: "in-already"; incidentId: number }
  | { kind: "no-incident" }
  | { kind: "gone" }
  | Forbidden;

interface Request {
  ticketId: number;
  by: string;
}

export type ChooseIncidentOutcome =
  | { kind: "choose"; ticketId: number; subject: string; incidents: { id: number; title: string }[] }
  | Extract<AddOutcome, { kind: "in-already" | "gone" }>
  | Forbidden;

/** Which incidents a ticket could be added to. */
export const readChoices =
  ({ db, settings }: Desk) =>
  async ({ ticketId, by }: Request): Promise<ChooseIncidentOutcome> => {
    const may = authorise(settings.current().settings, by, "agent");
    if (may.kind === "forbidden") return may;
    const ticket = await getTicket(db.read, ticketId);
    if (!ticket) return { kind: "gone" };
    const membership = await membershipOf(db.read, ticketId);
    if (membership?.incident.state === "open") return { kind: "in-already", incidentId: membership.incident.id };
    const incidents = (await openIncidents(db.read)).map(({ id, content }) => ({ id, title: content?.title ?? "" }));
    return { kind: "choose", ticketId, subject: ticket.about?.subject ?? "", incidents };
  };

/** A person says that a ticket belongs to an incident, or that it is the first of a new one. */
export const addToIncident =
  ({ db, settings, now }: Desk) =>
  async ({ ticketId, by, incidentId }: Request & { incidentId: number | "new" }): Promise<AddOutcome> => {
    const { settings: current } = settings.current();
    const may = authorise(current, by, "agent");
    if (may.kind === "forbidden") return may;
    return db.transaction(async (tx): Promise<AddOutcome> => {
      const ticket = await getTicket(tx, ticketId);
      if (!ticket) return { kind: "gone" };
      const before = await membershipOf(tx, ticketId);
      if (before?.incident.state === "open") return { kind: "in-already", incidentId: before.incident.id };
      // An incident that is over lets go of it.
      if (before) await changeMember(tx, before.member.id, { state: "out", leftBy: by, leftAt: now() });
      let incident = incidentId === "new" ? undefined : await getIncident(tx, incidentId);
      if (incidentId === "new") {
        const decision = ticket.decisionId === null ? undefined : await getDecision(tx, ticket.decisionId);
        const product = decision?.decision?.entities.products[0];
        const queue = current.queues[ticket.queue] ?? current.queues["triage"]!;
        incident = await openIncident(tx, {
          channel: queue.channel,
          openedBy: by,
          openedAt: now(),
          content: { title: product ?? ticket.intent, profile: [] },
        });
        const details = { incidentId: incident.id, members: 1 };
        await appendAudit(tx, { at: now(), actor: by, action: "incident.opened", details });
      }
      if (!incident || incident.state === "resolved") return { kind: "no-incident" };
      // A person may put back what a person took out.
      const left = await memberOf(tx, incident.id, ticketId);
      if (left) {
        const back = { state: "in", joinedBy: by, joinedAt: now(), messageId: ticket.newestInboundId } as const;
        await changeMember(tx, left.id, { ...back, replyId: null, leftOut: null, approvedAt: null, passedOnAt: null });
        const details = { incidentId: incident.id };
        await appendAudit(tx, { at: now(), actor: by, action: "incident.joined", ticketId, details });
        await redrawCard(tx, ticket, now());
        await redrawIncident(tx, incident.id, now());
        if (incident.replyId !== null) await answerMembers(tx, incident.id, now());
      } else await joinIncident(tx, incident, ticket, { by, now: now() });
      return { kind: "added", incidentId: incident.id };
    });
  };
