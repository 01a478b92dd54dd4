import { appendAudit } from "../../db/audit.ts";
import type { Tx } from "../../db/database.ts";
import { addMember, type Incident } from "../../db/incidents.ts";
import { enqueue } from "../../db/jobs.ts";
import type { Ticket } from "../../db/tickets.ts";
import { JOB_PRIORITY, type NewJob } from "../../domain/jobs.ts";
import { redrawCard, tellThread } from "../desk.ts";
import { refreshHomes } from "../homes.ts";

/** What happens to members close together is one edit of the incident's card. */
export const MEMBER_GATHER_MS = 3_000;

/** Makes a ticket part of an incident. False where it is in one already, or was taken out of this one. */
export async function joinIncident(
  tx: Tx,
  incident: Pick<Incident, "id" | "replyId">,
  ticket: Ticket,
  { by, now }: { by: string; now: number },
): Promise<boolean> {
  const member = { incidentId: incident.id, ticketId: ticket.id, joinedBy: by, joinedAt: now };
  if (!(await addMember(tx, { ...member, messageId: ticket.newestInboundId }))) return false;
  const details = { incidentId: incident.id };
  await appendAudit(tx, { at: now, actor: by, action: "incident.joined", ticketId: ticket.id, details });
  await redrawCard(tx, ticket, now);
  await tellThread(
    tx,
    ticket,
    { type: "incident_joined", incidentId: incident.id, by },
    now,
    `incident:${incident.id}`,
  );
  await redrawIncident(tx, incident.id, now, by === "mailroom" ? MEMBER_GATHER_MS : 0);
  if (incident.replyId !== null) await answerMembers(tx, incident.id, now);
  return true;
}

/** Asks for the incident's card to show the newest state. */
export async function redrawIncident(tx: Tx, incidentId: number, now: number, inMs = 0): Promise<void> {
  await enqueue(tx, incidentJob(incidentId, now + inMs), now);
  await refreshHomes(tx, now);
}

export const incidentJob = (incidentId: number, runAt: number): NewJob => ({
  kind: "draw-incident",
  key: `incident:${incidentId}`,
  payload: { incidentId },
  runAt,
  priority: JOB_PRIORITY.redraw,
});

export const answerMembers = (tx: Tx, incidentId: number, now: number): Promise<void> =>
  enqueue(
    tx,
    {
      kind: "answer-incident",
      key: `answer-incident:${incidentId}`,
      payload: { incidentId },
      priority: JOB_PRIORITY.send,
    },
    now,
  );
