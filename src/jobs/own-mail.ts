import { openApprovalOf, retireDraft } from "../db/drafts.ts";
import { findEffectByMarker, markDone } from "../db/effects.ts";
import { settleLedgerRow } from "../db/ledger.ts";
import { linkMessage } from "../db/messages.ts";
import { findTicketOfThread, linkThread } from "../db/tickets.ts";
import { EFFECTS } from "../domain/effects.ts";
import { callBack } from "../tickets/call-back.ts";
import { pauseResolution, stopClock } from "../tickets/clocks.ts";
import { changeTicket } from "../tickets/desk.ts";
import type { DeskJobs } from "./desk-jobs.ts";
import { settleSentReply } from "./effects/gmail-reply.ts";
import { type ReadMail, store } from "./process-message.ts";
import type { JobContext } from "./runner.ts";

/**
 * A mail that went out from the mailbox. Ours is known by its marker, and completes its effect should the answer to our call
 * have been lost. Any other was written by a person in Gmail: it answers the ticket, and whatever a machine had prepared dies.
 */
export async function recordOwnMail({ db, settings, now }: DeskJobs, mail: ReadMail, job: JobContext): Promise<void> {
  const { row, mailbox, fetched, email } = mail;
  await db.transaction(async (tx) => {
    const effect = email.sentByEffect === undefined ? undefined : await findEffectByMarker(tx, email.sentByEffect);
    if (effect?.kind === "gmail.reply" && effect.ticketId !== null) {
      const { approvalId } = EFFECTS["gmail.reply"].parse(effect.request);
      const receipt = { providerId: fetched.providerId, threadId: fetched.threadId };
      if (await markDone(tx, effect.id, receipt, now()))
        await settleSentReply(tx, approvalId, settings.current().settings, now());
      const messageId = await store(tx, mail, effect.ticketId, now());
      // A changed subject makes Gmail start a new conversation; the customer's reply to it still belongs here.
      await linkThread(tx, mailbox.id, fetched.threadId, effect.ticketId);
      await settleLedgerRow(tx, row.id, { state: "ticket", ticketId: effect.ticketId, messageId }, now());
      return job.finish(tx);
    }

    if (effect?.kind === "gmail.acknowledge" && effect.ticketId !== null) {
      await markDone(tx, effect.id, { providerId: fetched.providerId, threadId: fetched.threadId }, now());
      const messageId = await store(tx, mail, effect.ticketId, now());
      await settleLedgerRow(tx, row.id, { state: "ticket", ticketId: effect.ticketId, messageId }, now());
      return job.finish(tx);
    }

    const ticket = await findTicketOfThread(tx, mailbox.id, fetched.threadId);
    if (!ticket || row.origin === "backlog") {
      await settleLedgerRow(
        tx,
        row.id,
        { state: "ignored", reason: "Sent from this mailbox, outside any ticket" },
        now(),
      );
      return job.finish(tx);
    }
    const messageId = await store(tx, mail, ticket.id, now());
    await linkMessage(tx, messageId, ticket.id);
    await settleLedgerRow(tx, row.id, { state: "ticket", ticketId: ticket.id, messageId }, now());
    if (ticket.state !== "done" && ticket.state !== "waiting") {
      const approval = await openApprovalOf(tx, ticket.id);
      if (approval) await callBack(tx, approval, "Somebody answered from Gmail.", now());
      await retireDraft(tx, ticket.id, "dead");
      await changeTicket(
        tx,
        ticket,
        {
          state: "waiting",
          ...(await stopClock(tx, ticket.id)),
          ...pauseResolution(settings.current().settings, ticket, now()),
          draftId: null,
          snoozedUntil: null,
          firstAnsweredAt: ticket.firstAnsweredAt ?? fetched.receivedAt,
        },
        {
          by: "mailroom",
          action: "ticket.answered-elsewhere",
          details: { messageId },
          event: { type: "answered_elsewhere" },
          now: now(),
        },
      );
    }
    await job.finish(tx);
  });
}
