import { settleLedgerRow } from "../db/ledger.ts";
import { linkMessage } from "../db/messages.ts";
import { getTicket } from "../db/tickets.ts";
import type { TicketEvent } from "../domain/ticket-event.ts";
import { changeTicket } from "../tickets/desk.ts";
import { reopened, resumedClocks } from "../tickets/finish.ts";
import type { DeskJobs } from "./desk-jobs.ts";
import { type ReadMail, store } from "./process-message.ts";
import type { JobContext } from "./runner.ts";

/**
 * A bounce or an automatic reply in a ticket's conversation: noted there, answered never. An answer that came back brings the
 * ticket back too, because the customer has not read it.
 */
export async function recordMachineMail(
  { db, settings, now }: DeskJobs,
  mail: ReadMail,
  ticketId: number,
  job: JobContext,
): Promise<void> {
  const { email, row } = mail;
  await db.transaction(async (tx) => {
    const ticket = (await getTicket(tx, ticketId))!;
    const messageId = await store(tx, mail, ticketId, now());
    await linkMessage(tx, messageId, ticketId);
    await settleLedgerRow(tx, row.id, { state: "ticket", ticketId, messageId }, now());
    const failed = email.machine.kind === "bounce" && email.bounce?.permanent === true;
    const event: TicketEvent =
      email.machine.kind === "bounce"
        ? { type: "bounced", permanent: failed, ...(email.bounce?.status && { status: email.bounce.status }) }
        : { type: "auto_replied" };
    const back =
      failed && (ticket.state === "waiting" || ticket.state === "done")
        ? { ...reopened(ticket), ...(await resumedClocks(tx, settings.current().settings, ticket, now())) }
        : {};
    await changeTicket(tx, ticket, back, {
      by: "mailroom",
      action: `ticket.${event.type.replace("_", "-")}`,
      details: { messageId },
      event,
      now: now(),
    });
    await job.finish(tx);
  });
}
