import { appendAudit } from "../../db/audit.ts";
import type { Tx } from "../../db/database.ts";
import { openApprovalOf } from "../../db/drafts.ts";
import {
  addReply,
  changeIncident,
  changeMember,
  getIncident,
  type Incident,
  type Member,
  memberOf,
  membershipOf,
  standingOf,
} from "../../db/incidents.ts";
import { getTicket, type Ticket } from "../../db/tickets.ts";
import type { ByLanguage, IncidentContent } from "../../domain/incident.ts";
import { authorise, type Forbidden } from "../../domain/roles.ts";
import { callBack } from "../call-back.ts";
import { changeTicket, type Desk, redrawCard, tellThread } from "../desk.ts";
import { answerMembers, redrawIncident } from "./join.ts";

export type IncidentRefusal = { kind: "no-incident" } | { kind: "resolved-already" } | Forbidden;
interface Request {
  by: string;
  incidentId: number;
}
type Open = Incident & { content: IncidentContent };

/** The role first, then an incident that is still open, then the change with its audit row and the card: one transaction. */
const changing =
  <More, Outcome>(change: (tx: Tx, incident: Open, request: Request & More, desk: Desk) => Promise<Outcome>) =>
  (desk: Desk) =>
  async (request: Request & More): Promise<Outcome | IncidentRefusal> => {
    const may = authorise(desk.settings.current().settings, request.by, "agent");
    if (may.kind === "forbidden") return may;
    return desk.db.transaction(async (tx) => {
      const incident = await getIncident(tx, request.incidentId);
      if (!incident?.content) return { kind: "no-incident" };
      if (incident.state === "resolved") return { kind: "resolved-already" };
      const outcome = await change(tx, incident as Open, request, desk);
      await redrawIncident(tx, incident.id, desk.now());
      return outcome;
    });
  };

const recorded = (tx: Tx, action: string, { id }: Incident, by: string, now: number, more = {}): Promise<void> =>
  appendAudit(tx, { at: now, actor: by, action: `incident.${action}`, details: { incidentId: id, ...more } });

/** Of two who press at once one gets it, and the other is told who. */
export const claimIncident = changing<
  { release: boolean },
  { kind: "claimed" } | { kind: "released" } | { kind: "taken"; owner: string }
>(async (tx, incident, { by, release }, { now }) => {
  if (incident.owner !== null && incident.owner !== by) return { kind: "taken", owner: incident.owner };
  await changeIncident(tx, incident.id, { owner: release ? null : by });
  await recorded(tx, release ? "released" : "claimed", incident, by, now());
  return { kind: release ? "released" : "claimed" };
});

/** What it is called, and what drafts to later mail about it may say. */
export const describeIncident = changing<{ title: string; banner: ByLanguage }, { kind: "described" }>(
  async (tx, incident, { by, title, banner }, { now }) => {
    const { banner: _before, ...content } = incident.content;
    const said = Object.keys(banner).length > 0;
    await changeIncident(tx, incident.id, {
      content: { ...content, title: title || content.title, ...(said && { banner }) },
    });
    await recorded(tx, "described", incident, by, now(), { banner: said });
    for (const one of await standingOf(tx, incident.id)) await redraw(tx, one.ticketId, now());
    return { kind: "described" };
  },
);

async function redraw(tx: Tx, ticketId: number, now: number): Promise<void> {
  const ticket = await getTicket(tx, ticketId);
  if (ticket) await redrawCard(tx, ticket, now);
}

interface Ungrouped {
  kind: "ungrouped";
  tickets: number;
  /** Whose part of the answer is past calling back. */
  leaving: number[];
}

/** Takes one ticket out, or all: they are ordinary tickets again, and no machine puts them back into this incident. */
export const ungroup = changing<{ ticketId: number | "all" }, Ungrouped>(
  async (tx, incident, { by, ticketId }, { now }) => {
    const members = (await standingOf(tx, incident.id)).filter(
      (one) => ticketId === "all" || one.ticketId === ticketId,
    );
    const leaving: number[] = [];
    for (const member of members) {
      await changeMember(tx, member.id, { state: "out", leftBy: by, leftAt: now() });
      const before = (await getTicket(tx, member.ticketId))!;
      const ticket = await keepBack(tx, before, member, by, now());
      if (ticket.state === "sending") leaving.push(ticket.id);
      const details = { incidentId: incident.id };
      await appendAudit(tx, { at: now(), actor: by, action: "incident.left", ticketId: ticket.id, details });
      await tellThread(
        tx,
        ticket,
        { type: "incident_left", incidentId: incident.id, by },
        now(),
        `incident:${incident.id}`,
      );
      await redrawCard(tx, ticket, now());
    }
    if (ticketId === "all") {
      await changeIncident(tx, incident.id, { state: "resolved", resolvedAt: now(), resolvedBy: by });
      await recorded(tx, "ungrouped", incident, by, now(), { tickets: members.length });
    }
    return { kind: "ungrouped", tickets: members.length, leaving };
  },
);

/** What was approved for all does not go to whom somebody takes out before it has left. */
async function keepBack(
  tx: Tx,
  ticket: Ticket,
  member: Pick<Member, "draftId" | "passedOnAt">,
  by: string,
  now: number,
): Promise<Ticket> {
  const approval = ticket.state === "sending" ? await openApprovalOf(tx, ticket.id) : undefined;
  const shared = member.passedOnAt !== null && approval?.draftId === member.draftId;
  if (!approval || !shared || !(await callBack(tx, approval, "It was taken out of its incident.", now))) return ticket;
  const details = { approvalId: approval.id };
  return changeTicket(
    tx,
    ticket,
    { state: ticket.owner === null ? "new" : "claimed" },
    { by, action: "reply.undone", details, event: { type: "undone", by }, now },
  );
}

export type UngroupTicketOutcome = IncidentRefusal | Ungrouped;

/** Takes a ticket out of the incident that it is in. */
export const ungroupTicket =
  (desk: Desk) =>
  async ({ by, ticketId }: { by: string; ticketId: number }): Promise<UngroupTicketOutcome> => {
    const membership = await membershipOf(desk.db.read, ticketId);
    return membership ? ungroup(desk)({ by, ticketId, incidentId: membership.incident.id }) : { kind: "no-incident" };
  };

/** Writes the answer for all: it is made ready for each member, and nothing is sent. */
export const writeReply = changing<
  { texts: ByLanguage; final: boolean },
  { kind: "written"; replyId: number } | { kind: "empty" }
>(async (tx, incident, { by, texts, final }, { now }) => {
  if (Object.keys(texts).length === 0) return { kind: "empty" };
  const replyId = await addReply(tx, { incidentId: incident.id, final, by, at: now(), texts });
  await changeIncident(tx, incident.id, { replyId });
  await recorded(tx, "answer-written", incident, by, now(), { replyId, final });
  await answerMembers(tx, incident.id, now());
  return { kind: "written", replyId };
});

/** Ends it: what is still open is an ordinary ticket again. */
export const resolveIncident = changing<object, { kind: "resolved"; open: number }>(
  async (tx, incident, { by }, { now }) => ({ kind: "resolved", open: await endIncident(tx, incident, by, now()) }),
);

export async function endIncident(tx: Tx, incident: Incident, by: string, now: number): Promise<number> {
  await changeIncident(tx, incident.id, { state: "resolved", resolvedAt: now, resolvedBy: by });
  const members = await standingOf(tx, incident.id);
  const open = members.filter(
    ({ state, approvedAt }) => (state === "new" || state === "claimed") && approvedAt === null,
  );
  for (const { ticketId, approvedAt, passedOnAt } of members) {
    // Whose answer is on its way is drawn with it.
    if (approvedAt !== null && passedOnAt === null) continue;
    const ticket = (await getTicket(tx, ticketId))!;
    await redrawCard(tx, ticket, now);
    if (open.some((one) => one.ticketId === ticketId))
      await tellThread(
        tx,
        ticket,
        { type: "incident_over", incidentId: incident.id, by },
        now,
        `incident:${incident.id}:over`,
      );
  }
  await recorded(tx, "resolved", incident, by, now, { members: members.length, open: open.length });
  return open.length;
}

/** Somebody opened a member: it has a card of its own from now on. */
export const cardMember =
  ({ db, settings, now }: Desk) =>
  async ({ by, incidentId, ticketId }: Request & { ticketId: number }): Promise<void> => {
    if (authorise(settings.current().settings, by, "agent").kind === "forbidden") return;
    await db.transaction(async (tx) => {
      const member = await memberOf(tx, incidentId, ticketId);
      if (!member || member.carded) return;
      await changeMember(tx, member.id, { carded: true });
      await redraw(tx, ticketId, now());
    });
  };
