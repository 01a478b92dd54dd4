import { appendAudit } from "../../db/audit.ts";
import type { Tx } from "../../db/database.ts";
import { getDecision } from "../../db/decisions.ts";
import { addDraft, liveDraftOf, openApprovalOf } from "../../db/drafts.ts";
import {
  changeMember,
  getIncident,
  getMember,
  getReply,
  type IncidentReply,
  type Member,
  membersApproved,
  membersWithout,
} from "../../db/incidents.ts";
import { getMailbox } from "../../db/mailboxes.ts";
import { getMessage } from "../../db/messages.ts";
import { getTicket, type Ticket } from "../../db/tickets.ts";
import type { RiskFlag, TriageDecision } from "../../domain/decision.ts";
import type { GuardedDraft } from "../../domain/draft.ts";
import type { Email } from "../../domain/email.ts";
import type { LeftOut } from "../../domain/incident.ts";
import { MAX_ATTEMPTS } from "../../domain/jobs.ts";
import { withinDomains } from "../../domain/sender.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import { guard } from "../../pipeline/answer/guard.ts";
import { sharedAnswer } from "../../pipeline/incidents/shared-answer.ts";
import { sealOfDraft, sendOnItsWay } from "../../tickets/approve-answer.ts";
import { changeTicket } from "../../tickets/desk.ts";
import { redrawIncident } from "../../tickets/incidents/join.ts";
import type { DeskJobs } from "../desk-jobs.ts";
import type { JobContext } from "../runner.ts";

const BATCH = 20;

/**
 * Passes on what was approved for all, and makes an incident's answer ready for its members, each in a draft of their own.
 * Every member is a transaction: killed in between, it goes on with the next, and one that cannot be done holds up no other.
 */
export async function answerIncident(
  deps: DeskJobs,
  incidentId: number,
  job: Pick<JobContext, "attempt">,
): Promise<void> {
  const { db, now } = deps;
  const incident = await getIncident(db.read, incidentId);
  const reply = incident?.replyId == null ? undefined : await getReply(db.read, incident.replyId);
  if (!incident || !reply) return;
  const passing = await eachMember(deps, job, {
    page: (page) => membersApproved(db.read, incidentId, page),
    work: (tx, id) => passOn(deps, tx, id),
    giveUp: (tx, id) => changeMember(tx, id, { passedOnAt: now(), leftOut: "failed" }),
  });
  const preparing =
    incident.state === "open" &&
    (await eachMember(deps, job, {
      page: (page) => membersWithout(db.read, incidentId, reply.id, page),
      work: (tx, id) => prepare(deps, tx, { id, incidentId, reply }),
      giveUp: (tx, id) =>
        changeMember(tx, id, { replyId: reply.id, draftId: null, seal: null, leftOut: "failed", approvedAt: null }),
    }));
  await db.transaction((tx) => redrawIncident(tx, incidentId, now()));
  const failure = passing || preparing;
  if (failure) throw failure.error;
}

interface Round {
  page: (page: { after: number; limit: number }) => Promise<Member[]>;
  work: (tx: Tx, id: number) => Promise<void>;
  /** What is said of one that the last try has not done either. */
  giveUp: (tx: Tx, id: number) => Promise<void>;
}

/** The first failure that another try may mend. */
async function eachMember(
  { db, log }: DeskJobs,
  { attempt }: Pick<JobContext, "attempt">,
  { page, work, giveUp }: Round,
): Promise<{ error: unknown } | undefined> {
  let failure: { error: unknown } | undefined;
  for (let after = 0; ; ) {
    const members = await page({ after, limit: BATCH });
    for (const { id } of members) {
      try {
        await db.transaction((tx) => work(tx, id));
      } catch (error) {
        log.error({ memberId: id, err: error }, "a member of an incident could not be answered with the others");
        if (attempt < MAX_ATTEMPTS) failure ??= { error };
        else await db.transaction((tx) => giveUp(tx, id));
      }
    }
    if (members.length < BATCH) return failure;
    after = members.at(-1)!.id;
  }
}

interface Turn {
  id: number;
  incidentId: number;
  reply: IncidentReply;
}

async function prepare({ settings, now }: DeskJobs, tx: Tx, { id, incidentId, reply }: Turn): Promise<void> {
  const member = await getMember(tx, id);
  // Somebody took it out, or wrote the answer anew.
  if (member?.state !== "in" || (await getIncident(tx, incidentId))?.replyId !== reply.id) return;
  const ready = (change: { leftOut: LeftOut | null; draftId?: number; seal?: string }) =>
    changeMember(tx, id, {
      replyId: reply.id,
      draftId: null,
      seal: null,
      approvedAt: null,
      passedOnAt: null,
      ...change,
    });
  const ticket = (await getTicket(tx, member.ticketId))!;
  const { settings: current } = settings.current();
  const newest = ticket.newestInboundId === null ? undefined : await getMessage(tx, ticket.newestInboundId);
  const decision = ticket.decisionId === null ? undefined : (await getDecision(tx, ticket.decisionId))?.decision;
  const mailbox = await getMailbox(tx, ticket.mailboxId);
  if (!newest?.email || !decision || !mailbox) return ready({ leftOut: "gone" });
  const { email } = newest;
  const barred = (await whyNotAtAll(tx, ticket, member, reply)) ?? whyAPerson(email, decision);
  if (barred) return ready({ leftOut: barred });
  const draft = sharedAnswer(reply.texts, { email, decision, mailbox: mailbox.address, settings: current });
  if (!draft) return ready({ leftOut: "gone" });
  const guarded = guard(draft, {
    email,
    settings: current,
    stopLine: decision.stopLine,
    riskFlags: decision.riskFlags,
    by: "person",
  });
  const row = await addDraft(tx, {
    ticketId: ticket.id,
    source: "person",
    author: reply.by,
    basedOnMessageId: newest.id,
    draft: guarded,
    createdAt: now(),
  });
  const changed = await changeTicket(
    tx,
    ticket,
    { draftId: row.id },
    { by: reply.by, action: "answer.shared", details: { incidentId, replyId: reply.id, draftId: row.id }, now: now() },
  );
  await ready({
    draftId: row.id,
    seal: sealOfDraft(changed, row),
    leftOut: whyAlone(changed, email, guarded, current) ?? null,
  });
}

/** Why no draft is made for a member, as the ticket stands. */
async function whyNotAtAll(tx: Tx, ticket: Ticket, member: Member, reply: IncidentReply): Promise<LeftOut | undefined> {
  if (ticket.state === "done" || ticket.state === "snoozed") return ticket.state;
  if (await isLeaving(tx, ticket)) return "under-way";
  if (ticket.state === "waiting" && !reply.final) return "answered";
  if (ticket.newestInboundId !== member.messageId) return "newer-mail";
  if (ticket.state === "claimed" && ticket.owner !== null && ticket.owner !== reply.by) return "taken";
  const live = await liveDraftOf(tx, ticket.id);
  // A colleague's own words are not written over.
  return live?.source === "person" && live.id !== member.draftId ? "edited" : undefined;
}

const STOPPING: readonly RiskFlag[] = ["legal", "security", "hostile", "prompt_injection", "phishing"];

/** Why only a person answers a mail, in words of their own. */
function whyAPerson(email: Email, { stopLine, riskFlags }: TriageDecision): LeftOut | undefined {
  if (stopLine !== undefined || riskFlags.some((flag) => STOPPING.includes(flag))) return "stop-line";
  return email.authenticity.verdict === "failed" ? "forged" : undefined;
}

/** Why a member's draft waits for an approval of its own. */
function whyAlone(ticket: Ticket, email: Email, draft: GuardedDraft, { vips }: Settings): LeftOut | undefined {
  if (draft.holds.length > 0) return "guard";
  if (draft.to.length !== 1 || draft.cc.length > 0) return "recipients";
  // The newest mail of a conversation may be somebody else's, or ask for its answer elsewhere.
  if (draft.to[0]!.address !== ticket.about?.sender.address) return "recipients";
  const address = email.from?.address ?? "";
  return vips.addresses.includes(address) || withinDomains(address, vips.domains) ? "vip" : undefined;
}

/** The member's own approval, over what was shown and nothing else. */
async function passOn({ now }: DeskJobs, tx: Tx, id: number): Promise<void> {
  const member = await getMember(tx, id);
  // The version that was approved, should there be a newer one by now.
  const reply = member?.replyId == null ? undefined : await getReply(tx, member.replyId);
  if (!member?.approvedBy || !reply || member.passedOnAt !== null) return;
  const { incidentId } = reply;
  // Taken out since: its answer is its own affair again.
  if (member.state !== "in") return changeMember(tx, id, { passedOnAt: now() });
  const by = member.approvedBy;
  const ticket = (await getTicket(tx, member.ticketId))!;
  const draft = await liveDraftOf(tx, ticket.id);
  const changed = await whyNotNow(tx, ticket, member, { reply, by });
  const same = draft?.draft && draft.id === member.draftId && sealOfDraft(ticket, draft) === member.seal;
  const leftOut = changed ?? (same ? undefined : "edited");
  await changeMember(tx, id, { passedOnAt: now(), ...(leftOut && { leftOut }) });
  if (leftOut) {
    const details = { incidentId, replyId: reply.id, why: leftOut };
    await appendAudit(tx, { at: now(), actor: by, action: "incident.left-out", ticketId: ticket.id, details });
    return;
  }
  await sendOnItsWay(tx, ticket, draft!, { by, byPerson: true, thenClose: reply.final, now: now() });
}

/** A colleague who was faster in Gmail moves the ticket on while our own answer is still leaving. */
const isLeaving = async (tx: Tx, { id, state }: Ticket): Promise<boolean> =>
  state === "sending" || (await openApprovalOf(tx, id)) !== undefined;

async function whyNotNow(
  tx: Tx,
  ticket: Ticket,
  member: Member,
  { reply, by }: { reply: IncidentReply; by: string },
): Promise<LeftOut | undefined> {
  if (ticket.newestInboundId !== member.messageId) return "newer-mail";
  if (await isLeaving(tx, ticket)) return "under-way";
  if (ticket.state === "done" || ticket.state === "snoozed") return ticket.state;
  if (ticket.state === "waiting" && !reply.final) return "answered";
  return ticket.owner !== null && ticket.owner !== by && ticket.state === "claimed" ? "taken" : undefined;
}
