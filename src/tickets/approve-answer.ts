import { createHmac } from "node:crypto";
import { appendAudit } from "../db/audit.ts";
import type { Tx } from "../db/database.ts";
import { addApproval, type DraftRow, liveDraftOf } from "../db/drafts.ts";
import { planEffect } from "../db/effects.ts";
import { enqueue } from "../db/jobs.ts";
import { getMailbox } from "../db/mailboxes.ts";
import { getTicket, type Ticket } from "../db/tickets.ts";
import { type GuardHold, sealOf } from "../domain/draft.ts";
import { JOB_PRIORITY } from "../domain/jobs.ts";
import { coversOf } from "../domain/permit.ts";
import { authorise, type Forbidden } from "../domain/roles.ts";
import { sendingHold } from "../domain/sending.ts";
import type { Settings } from "../domain/settings/settings.ts";
import type { TicketState } from "../domain/ticket.ts";
import { changeTicket, type Desk, redrawCard } from "./desk.ts";
import { commitmentsOf, namesWhoMay, permitFor } from "./permit-for.ts";

export type ApproveOutcome =
  | { kind: "approved"; approvalId: number }
  | { kind: "changed" }
  | { kind: "held"; holds: GuardHold[]; mayAllow?: string[] }
  | { kind: "no-draft" }
  | { kind: "taken"; owner: string }
  | { kind: "under-way" }
  | { kind: "not-open"; state: TicketState }
  | { kind: "sending-off"; reason: string }
  | { kind: "gone" }
  | Forbidden;

interface ApproveRequest {
  ticketId: number;
  /** What the person saw when pressing: the draft and its seal, as the card carried them. */
  draftId: number;
  seal: string;
  by: string;
  thenClose?: boolean;
}

/** Approves the answer that stands on the card, exactly as it stands there, and sets it on its way. */
export const approveAnswer =
  ({ db, settings, now }: Desk) =>
  async ({ ticketId, draftId, seal, by, thenClose = false }: ApproveRequest): Promise<ApproveOutcome> => {
    const { settings: current } = settings.current();
    const may = authorise(current, by, "agent");
    if (may.kind === "forbidden") return may;
    return db.transaction(async (tx) => {
      const ticket = await getTicket(tx, ticketId);
      if (!ticket) return { kind: "gone" };
      const refusal = approvable(ticket, by);
      if (refusal) return refusal;
      const draft = await liveDraftOf(tx, ticketId);
      if (!draft?.draft) return { kind: "no-draft" };
      if (draft.id !== draftId || shortSeal(sealOfDraft(ticket, draft)) !== seal) {
        await redrawCard(tx, ticket, now());
        return { kind: "changed" };
      }
      const held = await stillHeld(tx, ticket, draft, { settings: current, now: now() });
      if (held) {
        // A permission that has run out stands on the card until it is drawn again.
        await redrawCard(tx, ticket, now());
        return held;
      }
      const mailbox = await getMailbox(tx, ticket.mailboxId);
      const off = sendingHold(current, { mailboxPaused: mailbox?.pausedAt != null });
      if (off) return { kind: "sending-off", reason: off };
      return {
        kind: "approved",
        approvalId: await sendOnItsWay(tx, ticket, draft, { by, byPerson: true, thenClose, now: now() }),
      };
    });
  };

/** What the guards object to, unless somebody has allowed exactly this; undefined when nothing bars it. */
async function stillHeld(
  tx: Tx,
  ticket: Ticket,
  row: DraftRow,
  at: { settings: Settings; now: number },
): Promise<Extract<ApproveOutcome, { kind: "held" }> | undefined> {
  const { holds } = row.draft!;
  if (holds.length === 0) return undefined;
  const commitments = commitmentsOf(holds);
  if (!commitments) return { kind: "held", holds };
  if ((await permitFor(tx, ticket, row, at)).kind === "valid") return undefined;
  const people = await namesWhoMay(tx, ticket, coversOf(commitments), at.settings);
  return { kind: "held", holds, mayAllow: people.map(({ name }) => name) };
}

/** Whether this person may approve on this ticket now; undefined when nothing speaks against it. */
export function approvable(ticket: Ticket, by: string): Exclude<ApproveOutcome, { kind: "approved" }> | undefined {
  if (ticket.state === "sending") return { kind: "under-way" };
  if (ticket.state !== "new" && ticket.state !== "claimed") return { kind: "not-open", state: ticket.state };
  if (ticket.owner !== null && ticket.owner !== by) return { kind: "taken", owner: ticket.owner };
  return undefined;
}

/** Approval, ticket and effect in the caller's transaction. The unique index on open approvals is the last word against a second. */
export async function sendOnItsWay(
  tx: Tx,
  ticket: Ticket,
  draft: DraftRow,
  {
    by,
    byPerson,
    thenClose,
    sendAt,
    now,
  }: {
    by: string;
    byPerson: boolean;
    thenClose: boolean;
    /** Later than now where it can still be called back. */
    sendAt?: number;
    now: number;
  },
): Promise<number> {
  const seal = sealOfDraft(ticket, draft);
  const approvalId = await addApproval(tx, {
    ticketId: ticket.id,
    draftId: draft.id,
    seal,
    approvedBy: by,
    byPerson,
    thenClose,
    approvedAt: now,
    sendAt: sendAt ?? null,
  });
  const { id } = await planEffect(
    tx,
    {
      kind: "gmail.reply",
      idempotencyKey: `reply:${approvalId}`,
      ticketId: ticket.id,
      // Unique beyond this database: a restored or rebuilt one counts its approvals anew.
      marker: createHmac("sha256", seal).update(`${approvalId} ${now}`).digest("base64url").slice(0, 24),
      request: { ticketId: ticket.id, approvalId },
    },
    now,
  );
  await enqueue(
    tx,
    {
      kind: "run-effect",
      key: `effect:${id}`,
      lane: `reply:${ticket.id}`,
      payload: { effectId: id },
      priority: JOB_PRIORITY.send,
      ...(sendAt !== undefined && { runAt: sendAt }),
    },
    now,
  );
  await appendAudit(tx, {
    at: now,
    actor: by,
    action: "reply.approved",
    ticketId: ticket.id,
    details: { approvalId, draftId: draft.id, seal },
  });
  const owner = byPerson ? { owner: by, ownedSince: ticket.owner === by ? ticket.ownedSince : now } : {};
  await changeTicket(
    tx,
    ticket,
    { state: "sending", ...owner },
    {
      by,
      action: "ticket.sending",
      ...(sendAt !== undefined && { event: { type: "sending_soon", at: sendAt, by } as const }),
      now,
    },
  );
  return approvalId;
}

export function sealOfDraft(ticket: Pick<Ticket, "id" | "newestInboundId">, { draft }: DraftRow): string {
  if (!draft) throw new Error("a draft that retention has emptied cannot be sealed");
  return sealOf(draft, { ticketId: ticket.id, newestInboundId: ticket.newestInboundId ?? 0 });
}

/** What a button carries: enough to notice any change, short enough to read in a log. */
export const shortSeal = (seal: string): string => seal.slice(0, 16);
