import { appendAudit } from "../../db/audit.ts";
import type { Reader } from "../../db/database.ts";
import { getDraft } from "../../db/drafts.ts";
import {
  changeMember,
  getIncident,
  getReply,
  type Incident,
  type IncidentReply,
  languagesOf,
  standingOf,
} from "../../db/incidents.ts";
import { linesById } from "../../db/ticket-lists.ts";
import type { LeftOut } from "../../domain/incident.ts";
import { authorise } from "../../domain/roles.ts";
import { sendingHold } from "../../domain/sending.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import type { Desk } from "../desk.ts";
import { endIncident, type IncidentRefusal } from "./change-incident.ts";
import { answerMembers, redrawIncident } from "./join.ts";
import { partOf } from "./part-of.ts";

/** So many stand in the window that approves them; what is not shown is not approved. */
export const MOST_AT_ONCE = 300;

interface Request {
  by: string;
  incidentId: number;
}

type Refusal =
  | IncidentRefusal
  | { kind: "no-reply" }
  | { kind: "not-lead"; queues: string[] }
  | { kind: "sending-off"; reason: string };

export type ReadApprovalOutcome =
  | {
      kind: "approval";
      incidentId: number;
      replyId: number;
      final: boolean;
      texts: Record<string, string>;
      /** Languages of members for which nobody wrote a text. */
      without: { language: string; mails: number }[];
      ready: { draftId: number; ticketId: number; name: string | undefined; address: string }[];
      /** Ready, but for another round. */
      further: number;
      leftOut: { ticketId: number; why: LeftOut }[];
      preparing: number;
    }
  | Refusal;

/** What one press would send, and to whom: exactly what its window shows. */
export const readApproval =
  ({ db, settings }: Desk) =>
  async ({ by, incidentId }: Request): Promise<ReadApprovalOutcome> => {
    const ground = await groundFor(db.read, settings.current().settings, { by, incidentId });
    if ("kind" in ground) return ground;
    const { reply } = ground;
    const parts = (await standingOf(db.read, incidentId)).map((one) => ({ one, part: partOf(one, reply, by) }));
    const ready = parts.filter(({ part }) => part.kind === "ready").map(({ one }) => one);
    const shown = ready.slice(0, MOST_AT_ONCE);
    const named = await Promise.all(
      shown.map(async ({ ticketId, draftId }) => {
        // Whom the draft names, and not whose ticket it is: that alone is where the mail goes.
        const [to] = (await getDraft(db.read, draftId!))?.draft?.to ?? [];
        return { draftId: draftId!, ticketId, name: to?.name, address: to?.address ?? "no longer kept" };
      }),
    );
    return {
      kind: "approval",
      incidentId,
      replyId: reply.id,
      final: reply.final,
      texts: reply.texts,
      without: (await languagesOf(db.read, incidentId)).filter(({ language }) => !(language in reply.texts)),
      ready: named,
      further: ready.length - shown.length,
      leftOut: parts.flatMap(({ one, part }) =>
        part.kind === "left-out" ? [{ ticketId: one.ticketId, why: part.why }] : [],
      ),
      preparing: parts.filter(({ part }) => part.kind === "preparing").length,
    };
  };

export type ApproveAllOutcome =
  | { kind: "approved"; tickets: number; leftOut: { ticketId: number; why: LeftOut }[] }
  | { kind: "rewritten" }
  | Refusal;

/**
 * Approves each member's own draft of those that were shown, and no other that has taken its place. Each gets an approval
 * of its own, sealed over its own words, recipients and newest mail, as soon as the job comes to it; whatever has changed
 * until then is left out.
 */
export const approveForAll =
  ({ db, settings, now }: Desk) =>
  async ({
    by,
    incidentId,
    replyId,
    shown,
  }: Request & { replyId: number /** Drafts. */; shown: readonly number[] }): Promise<ApproveAllOutcome> =>
    db.transaction(async (tx): Promise<ApproveAllOutcome> => {
      const ground = await groundFor(tx, settings.current().settings, { by, incidentId });
      if ("kind" in ground) return ground;
      const { reply, incident } = ground;
      if (reply.id !== replyId) return { kind: "rewritten" };
      const leftOut: { ticketId: number; why: LeftOut }[] = [];
      let tickets = 0;
      const standing = await standingOf(tx, incidentId);
      const byDraft = new Map(standing.map((one) => [one.draftId, one]));
      for (const draftId of shown) {
        const one = byDraft.get(draftId);
        if (!one) {
          const ticketId = (await getDraft(tx, draftId))?.ticketId;
          if (ticketId !== undefined && standing.some((other) => other.ticketId === ticketId))
            leftOut.push({ ticketId, why: "edited" });
          continue;
        }
        const part = partOf(one, reply, by);
        if (part.kind === "left-out") leftOut.push({ ticketId: one.ticketId, why: part.why });
        if (part.kind === "going" || part.kind === "sent") leftOut.push({ ticketId: one.ticketId, why: "under-way" });
        if (part.kind !== "ready") continue;
        await changeMember(tx, one.id, { approvedBy: by, approvedAt: now(), passedOnAt: null });
        tickets++;
      }
      const details = { incidentId, replyId, tickets, leftOut: leftOut.length };
      await appendAudit(tx, { at: now(), actor: by, action: "incident.answer-approved", details });
      await answerMembers(tx, incidentId, now());
      if (reply.final && tickets > 0) await endIncident(tx, incident, by, now());
      await redrawIncident(tx, incidentId, now());
      return { kind: "approved", tickets, leftOut };
    });

/** Whether this person may approve for all now; else why not. */
async function groundFor(
  db: Reader,
  settings: Settings,
  { by, incidentId }: Request,
): Promise<{ incident: Incident; reply: IncidentReply } | Refusal> {
  const may = authorise(settings, by, "agent");
  if (may.kind === "forbidden") return may;
  const incident = await getIncident(db, incidentId);
  if (!incident) return { kind: "no-incident" };
  if (incident.state === "resolved") return { kind: "resolved-already" };
  const reply = incident.replyId === null ? undefined : await getReply(db, incident.replyId);
  if (!reply) return { kind: "no-reply" };
  const foreign = await queuesNotLed(db, settings, incidentId, by);
  if (foreign.length > 0) return { kind: "not-lead", queues: foreign };
  const off = sendingHold(settings, { mailboxPaused: false });
  return off ? { kind: "sending-off", reason: off } : { incident, reply };
}

async function queuesNotLed(db: Reader, settings: Settings, incidentId: number, by: string): Promise<string[]> {
  if (settings.incidents.approver === "agent" || authorise(settings, by, "admin").kind !== "forbidden") return [];
  const members = await standingOf(db, incidentId);
  const lines = await linesById(
    db,
    members.map(({ ticketId }) => ticketId),
  );
  return [...new Set(lines.map(({ queue }) => queue))].filter((queue) => settings.queues[queue]?.lead !== by);
}
