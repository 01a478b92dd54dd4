import type { Reader, Tx } from "../../db/database.ts";
import { getDecision } from "../../db/decisions.ts";
import { anyRetired } from "../../db/documents.ts";
import {
  type Approval,
  automaticSince,
  type DraftRow,
  getApproval,
  getDraft,
  markDraftSent,
  settleApproval,
} from "../../db/drafts.ts";
import { type Effect, findEffectByMarker } from "../../db/effects.ts";
import { findLedgerRow } from "../../db/ledger.ts";
import { getMailbox } from "../../db/mailboxes.ts";
import { getMessage } from "../../db/messages.ts";
import { usePermit, voidPermitOf } from "../../db/permits.ts";
import { getTicket, type Ticket } from "../../db/tickets.ts";
import type { OutgoingMail, ThreadEntry } from "../../domain/ports.ts";
import { automaticHold, sendingHold } from "../../domain/sending.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import { sealOfDraft } from "../../tickets/approve-answer.ts";
import { pauseResolution, startClock, stopClock } from "../../tickets/clocks.ts";
import { changeTicket } from "../../tickets/desk.ts";
import { finishTicket } from "../../tickets/finish.ts";
import { permitFor } from "../../tickets/permit-for.ts";
import { chooseForReview } from "../../tickets/review-answer.ts";
import type { DeskJobs } from "../desk-jobs.ts";
import { requestPoll } from "../request-poll.ts";
import type { EffectHandler } from "./effect.ts";
import { askGmail, discardDraft, sendFromGmail, threadNow, writeGmailDraft } from "./gmail-once.ts";

const DAY_MS = 24 * 60 * 60_000;

interface Reply {
  approval: Approval;
  row: DraftRow;
  ticket: Ticket;
  mailbox: string;
}

/**
 * Sends an approved answer, once. The gate reads everything anew: what was approved is what
 * is sent, and a person, a colleague in Gmail or the customer may have been faster.
 */
export function gmailReply(deps: DeskJobs): EffectHandler<"gmail.reply"> {
  const { db, mail, settings, now, log } = deps;

  async function load(reader: Reader, approvalId: number): Promise<Reply | undefined> {
    const approval = await getApproval(reader, approvalId);
    const row = approval && (await getDraft(reader, approval.draftId));
    const ticket = approval && (await getTicket(reader, approval.ticketId));
    const mailbox = ticket && (await getMailbox(reader, ticket.mailboxId));
    return approval && row && ticket && mailbox ? { approval, row, ticket, mailbox: mailbox.address } : undefined;
  }

  /** What is promised leaves only by a permission, which this sending uses up; nothing that no person approved has one. */
  async function heldForPromise(tx: Tx, { approval, row, ticket }: Reply): Promise<string | undefined> {
    if (row.draft?.holds.length === 0) return undefined;
    if (!approval.byPerson) return "The guards object to it, and no person approved it.";
    const at = { settings: settings.current().settings, now: now(), approvalId: approval.id };
    const check = await permitFor(tx, ticket, row, at);
    if (check.kind === "missing") return check.reason;
    if (check.permit.state === "used" || (await usePermit(tx, check.permit.id, { approvalId: approval.id }, now())))
      return undefined;
    return "The permission for its promise was used already.";
  }

  return {
    async ask(effect, { approvalId }) {
      const reply = await load(db.read, approvalId);
      if (!reply) return { kind: "not-happened" };
      return askGmail(await mail(reply.mailbox), effect, reply.ticket.providerThreadId, now());
    },

    async prepare(effect, { approvalId }) {
      const reply = await load(db.read, approvalId);
      if (!reply?.row.draft) return { kind: "cancel", reason: "The answer is no longer there." };
      const provider = await mail(reply.mailbox);
      const thread = await threadNow(provider, reply.ticket.providerThreadId);
      const news = thread && (await unseen(db.read, reply.ticket, thread));
      if (news) {
        await db.transaction((tx) => requestPoll(tx, reply.ticket.mailboxId, now()));
        return { kind: "cancel", reason: news };
      }
      const draft = await outgoing(db.read, reply, effect);
      return writeGmailDraft(provider, effect, { threadId: reply.ticket.providerThreadId, thread, mail: draft, log });
    },

    async gate(tx, _effect, { approvalId }) {
      const reply = await load(tx, approvalId);
      if (!reply) return { kind: "cancel", reason: "The answer is no longer there." };
      const { approval, row, ticket } = reply;
      if (approval.state !== "open")
        return { kind: "cancel", reason: approval.voidReason ?? "The approval was withdrawn." };
      if (ticket.state !== "sending" || row.state !== "live") return { kind: "cancel", reason: "Somebody was faster." };
      if (sealOfDraft(ticket, row) !== approval.seal)
        return { kind: "cancel", reason: "Something changed after the approval." };
      const box = await getMailbox(tx, ticket.mailboxId);
      const off = sendingHold(settings.current().settings, { mailboxPaused: box?.pausedAt != null });
      if (off) return { kind: "cancel", reason: off };
      const promised = await heldForPromise(tx, reply);
      if (promised) return { kind: "cancel", reason: promised };
      if (approval.byPerson) return { kind: "go" };
      const passageIds = (row.draft?.citations ?? []).flatMap(({ passageId }) => passageId ?? []);
      if (await anyRetired(tx, passageIds))
        return { kind: "cancel", reason: "An article that it stands on was changed or removed." };
      const automatic = await automaticSince(tx, ticket, now() - DAY_MS);
      const decision = ticket.decisionId === null ? undefined : await getDecision(tx, ticket.decisionId);
      const mail = {
        ticketId: ticket.id,
        intent: ticket.intent,
        mailbox: reply.mailbox,
        senderDomain: ticket.senderDomain,
        confidence: decision?.confidence ?? 0,
        ...automatic,
        at: now(),
      };
      const held = automaticHold(settings.current().settings, mail);
      return held ? { kind: "cancel", reason: held } : { kind: "go" };
    },

    async perform(effect, { approvalId }) {
      const reply = (await load(db.read, approvalId))!;
      return sendFromGmail(await mail(reply.mailbox), effect, reply.ticket.providerThreadId, () =>
        outgoing(db.read, reply, effect),
      );
    },

    settle: (tx, _effect, { approvalId }) => settleSentReply(tx, approvalId, settings.current().settings, now()),

    async tidy(effect, { approvalId }) {
      const reply = await load(db.read, approvalId);
      if (reply) discardDraft(() => mail(reply.mailbox), effect, log);
    },

    async ended(tx, effect, { approvalId }, state, reason) {
      const reply = await load(tx, approvalId);
      if (!reply) return;
      if (state === "cancelled") discardDraft(() => mail(reply.mailbox), effect, log);
      if (effect.state !== "attempting") await voidPermitOf(tx, { approvalId }, reason, now());
      const { approval, ticket } = reply;
      // It was withdrawn before: if the ticket is sending, that is another answer.
      if (approval.state !== "open") return;
      await settleApproval(tx, approvalId, { state: "void", voidReason: reason });
      const event = state === "cancelled" ? "reply_held" : "reply_failed";
      const details = { approvalId, reason };
      const told = { type: event, by: approval.approvedBy, reason } as const;
      const back = ticket.state === "sending" ? { state: backTo(ticket) } : {};
      await changeTicket(tx, ticket, back, {
        by: "mailroom",
        action: `reply.${state === "cancelled" ? "held" : "failed"}`,
        details,
        event: told,
        now: now(),
      });
    },
  };
}

/** What follows from a sent answer, whether Gmail said so at once or we found it out later. */
export async function settleSentReply(tx: Tx, approvalId: number, settings: Settings, now: number): Promise<void> {
  const approval = (await getApproval(tx, approvalId))!;
  const ticket = (await getTicket(tx, approval.ticketId))!;
  const row = await getDraft(tx, approval.draftId);
  await settleApproval(tx, approvalId, { state: "sent" });
  await markDraftSent(tx, approval.draftId);
  await chooseForReview(tx, { approval, ticket, settings, now });
  const recipients = (row?.draft?.to.length ?? 1) + (row?.draft?.cc.length ?? 0);
  // The customer may have written while the answer was on its way: then it is our turn again already.
  const theirTurn = !row?.draft || sealOfDraft(ticket, row) === approval.seal;
  const next =
    ticket.state !== "sending"
      ? {}
      : theirTurn
        ? ({
            state: "waiting",
            ...(await stopClock(tx, ticket.id)),
            ...pauseResolution(settings, ticket, now),
          } as const)
        : { state: backTo(ticket), ...(await clockOfNewest(tx, settings, ticket)) };
  const answered = await changeTicket(
    tx,
    ticket,
    {
      ...(theirTurn && { draftId: null }),
      firstAnsweredAt: ticket.firstAnsweredAt ?? now,
      ...next,
    },
    {
      by: approval.byPerson ? approval.approvedBy : "mailroom",
      action: "reply.sent",
      details: { approvalId, seal: approval.seal, recipients },
      event: { type: "reply_sent", by: approval.approvedBy, recipients, byPerson: approval.byPerson },
      now,
    },
  );
  if (approval.thenClose && answered.state === "waiting")
    await finishTicket(tx, answered, "answered", approval.approvedBy, now);
}

const backTo = ({ owner }: Ticket): "new" | "claimed" => (owner === null ? "new" : "claimed");

/** The mail that came meanwhile has a promise of its own, as if it had come a moment later. */
async function clockOfNewest(tx: Tx, settings: Settings, ticket: Ticket) {
  const newest = await getMessage(tx, ticket.newestInboundId!);
  return newest ? startClock(tx, settings, ticket, { clock: "next", startedAt: newest.receivedAt }) : {};
}

/** A message of the conversation that nobody here has seen: the customer wrote again, or a colleague answered from Gmail. */
async function unseen(db: Reader, ticket: Ticket, thread: readonly ThreadEntry[]): Promise<string | undefined> {
  const newest = ticket.newestInboundId === null ? undefined : await getMessage(db, ticket.newestInboundId);
  for (const entry of thread) {
    if (entry.labels.includes("DRAFT") || entry.labels.includes("TRASH")) continue;
    // Ours, and known. One that we do not know was sent before this database was put back.
    if (entry.marker !== undefined && (await findEffectByMarker(db, entry.marker))) continue;
    if (newest && entry.receivedAt <= newest.receivedAt) continue;
    const row = await findLedgerRow(db, ticket.mailboxId, entry.providerId);
    if (row && row.state !== "pending") continue;
    return entry.labels.includes("SENT")
      ? "Somebody answered from Gmail a moment ago."
      : "The customer wrote again a moment ago.";
  }
  return undefined;
}

async function outgoing(db: Reader, { row, ticket, approval }: Reply, effect: Effect): Promise<OutgoingMail> {
  const draft = row.draft!;
  const answered = ticket.newestInboundId === null ? undefined : await getMessage(db, ticket.newestInboundId);
  return {
    from: draft.from,
    to: draft.to,
    cc: draft.cc,
    subject: draft.subject,
    body: draft.body,
    inReplyTo: answered?.email?.messageId,
    references: answered?.email?.references ?? [],
    attachments: [],
    marker: effect.marker!,
    automatic: !approval.byPerson,
  };
}
