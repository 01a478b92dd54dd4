import type { Reader, Tx } from "../../db/database.ts";
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
import { getTicket, type Ticket } from "../../db/tickets.ts";
import { isByHand } from "../../domain/by-hand.ts";
import { toFailure } from "../../domain/errors.ts";
import type { MailProvider, OutgoingMail, ThreadEntry } from "../../domain/ports.ts";
import { automaticHold, sendingHold } from "../../domain/sending.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import { sealOfDraft } from "../../tickets/approve-answer.ts";
import { pauseResolution, stopClock } from "../../tickets/clocks.ts";
import { changeTicket } from "../../tickets/desk.ts";
import { finishTicket } from "../../tickets/finish.ts";
import type { DeskJobs } from "../desk-jobs.ts";
import { requestPoll } from "../request-poll.ts";
import type { EffectHandler, Receipt } from "./effect.ts";

/** A call that went unanswered may still be worked on at the other end: absence is believed only after this long. */
const SETTLE_MS = 60_000;
const ASK_AGAIN_MS = 60_000;
const DAY_MS = 24 * 60 * 60_000;

interface Reply {
  approval: Approval;
  row: DraftRow;
  ticket: Ticket;
  mailbox: string;
}

/**
 * Sends an approved answer, once. A Gmail draft is written first, because Gmail sends a draft at most once: a repeat of
 * `drafts.send` after a lost answer fails instead of sending again. The gate reads everything anew: what was approved is what
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

  return {
    async ask(effect, { approvalId }) {
      const reply = await load(db.read, approvalId);
      if (!reply) return { kind: "not-happened" };
      const provider = await mail(reply.mailbox);
      const thread = await threadNow(provider, reply.ticket.providerThreadId);
      const sent = thread?.find((entry) => entry.marker === effect.marker && !entry.labels.includes("DRAFT"));
      if (sent)
        return { kind: "happened", receipt: { providerId: sent.providerId, threadId: reply.ticket.providerThreadId } };

      const draftId = effect.progress?.["draftId"];
      const stillDraft = draftId === undefined ? undefined : await provider.isStillDraft(draftId);
      // A draft that is still one has not been sent; should the lost call arrive yet, it will be the only one to succeed.
      if (stillDraft === true) return { kind: "not-happened" };
      const sinceAttempt = now() - (effect.attemptedAt ?? 0);
      if (sinceAttempt < SETTLE_MS) return { kind: "wait", ms: SETTLE_MS - sinceAttempt };
      // The draft is gone and the conversation holds no answer of ours: sent under a new subject, or thrown away by a person.
      if (stillDraft === false || thread === undefined) return { kind: "unsure", retryMs: ASK_AGAIN_MS };
      return { kind: "not-happened" };
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
      if (effect.progress?.["draftId"] || effect.progress?.["direct"]) return { kind: "ready" };
      try {
        // An earlier try may have written it without being told so: a second one would lie about in the conversation.
        const written = thread?.find((entry) => entry.marker === effect.marker && entry.labels.includes("DRAFT"));
        const draftId =
          (written && (await provider.draftOf(written.providerId))) ??
          (await provider.prepare(gmailThread(reply.ticket), await outgoing(db.read, reply, effect))).draftId;
        return { kind: "ready", progress: { draftId } };
      } catch (error) {
        if (toFailure(error).code !== "gmail_method_missing") throw error;
        log.warn({ effectId: effect.id }, "this Gmail offers no drafts: sending at once, which is less certain");
        return { kind: "ready", progress: { direct: "yes" } };
      }
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
      if (approval.byPerson) return { kind: "go" };
      const automatic = await automaticSince(tx, ticket, now() - DAY_MS);
      const mail = {
        ticketId: ticket.id,
        intent: ticket.intent,
        mailbox: reply.mailbox,
        senderDomain: ticket.senderDomain,
        ...automatic,
        at: now(),
      };
      const held = automaticHold(settings.current().settings, mail);
      return held ? { kind: "cancel", reason: held } : { kind: "go" };
    },

    async perform(effect, { approvalId }): Promise<Receipt> {
      const reply = (await load(db.read, approvalId))!;
      const provider = await mail(reply.mailbox);
      const draftId = effect.progress?.["draftId"];
      const sent = draftId
        ? await provider.sendPrepared(draftId)
        : await provider.sendAtOnce(gmailThread(reply.ticket), await outgoing(db.read, reply, effect));
      return { providerId: sent.providerId, threadId: sent.threadId };
    },

    settle: (tx, _effect, { approvalId }) => settleSentReply(tx, approvalId, settings.current().settings, now()),

    async ended(tx, effect, { approvalId }, state, reason) {
      const reply = await load(tx, approvalId);
      if (!reply) return;
      const { approval, ticket } = reply;
      await settleApproval(tx, approvalId, { state: "void", voidReason: reason });
      const event = state === "cancelled" ? "reply_held" : "reply_failed";
      const details = { approvalId, reason };
      const told = { type: event, by: approval.approvedBy, reason } as const;
      const back = ticket.state === "sending" ? ({ state: ticket.owner === null ? "new" : "claimed" } as const) : {};
      await changeTicket(tx, ticket, back, {
        by: "mailroom",
        action: `reply.${state === "cancelled" ? "held" : "failed"}`,
        details,
        event: told,
        now: now(),
      });
      const draftId = effect.progress?.["draftId"];
      // A stray draft does no harm; taking it away is a courtesy to whoever opens Gmail.
      if (draftId && state === "cancelled")
        mail(reply.mailbox)
          .then((provider) => provider.discard(draftId))
          .catch((error) => log.warn({ code: toFailure(error).code }, "a Gmail draft was left behind"));
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
  const recipients = (row?.draft?.to.length ?? 1) + (row?.draft?.cc.length ?? 0);
  const answered = await changeTicket(
    tx,
    ticket,
    {
      draftId: null,
      firstAnsweredAt: ticket.firstAnsweredAt ?? now,
      // The customer may have written while the answer was on its way: then it is our turn again already.
      ...(ticket.state === "sending" && {
        state: "waiting",
        ...(await stopClock(tx, ticket.id)),
        ...pauseResolution(settings, ticket, now),
      }),
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

/** The conversation as Gmail has it; undefined where it cannot say. A ticket that was opened by hand has none yet. */
async function threadNow(provider: MailProvider, threadId: string): Promise<ThreadEntry[] | undefined> {
  if (isByHand(threadId)) return [];
  try {
    return await provider.thread(threadId);
  } catch (error) {
    const { code } = toFailure(error);
    if (code === "gmail_method_missing") return undefined;
    if (code === "gmail_not_found") return [];
    throw error;
  }
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

const gmailThread = ({ providerThreadId }: Ticket): string | undefined =>
  isByHand(providerThreadId) ? undefined : providerThreadId;

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
