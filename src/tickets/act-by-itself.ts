import { createHmac } from "node:crypto";
import type { Tx } from "../db/database.ts";
import { automaticSince, liveDraftOf } from "../db/drafts.ts";
import { planEffect } from "../db/effects.ts";
import { enqueue } from "../db/jobs.ts";
import { getMailbox } from "../db/mailboxes.ts";
import { getTicket, type Ticket } from "../db/tickets.ts";
import { ACKNOWLEDGEMENT_MARKER } from "../domain/effects.ts";
import { JOB_PRIORITY } from "../domain/jobs.ts";
import { automaticHold, sendingHold } from "../domain/sending.ts";
import type { Settings } from "../domain/settings/settings.ts";
import type { TriageResult } from "../domain/triage-result.ts";
import { sendOnItsWay } from "./approve-answer.ts";

const DAY_MS = 24 * 60 * 60_000;

interface TakenIn {
  messageId: number;
  result: TriageResult;
  settings: Settings;
  /** The ticket of the conversation before this mail. */
  ticket: Ticket | undefined;
  now: number;
}

/**
 * What Mailroom does for a new mail without being asked: sends its draft after the hold window, where the policy says so, or else tells
 * the customer that their mail has arrived. A ticket that somebody has is left to them.
 */
export async function actByItself(tx: Tx, ticket: Ticket, mail: TakenIn): Promise<Ticket> {
  const { byItself } = mail.result;
  if (!byItself || ticket.state !== "new" || ticket.owner !== null) return ticket;
  if (ticket.newestInboundId !== mail.messageId) return ticket;
  if (byItself.send && (await sendAfterHold(tx, ticket, mail))) return (await getTicket(tx, ticket.id))!;
  if (byItself.acknowledge && mail.ticket === undefined) await acknowledge(tx, ticket, mail);
  return ticket;
}

async function sendAfterHold(tx: Tx, ticket: Ticket, { result, settings, now }: TakenIn): Promise<boolean> {
  const draft = await liveDraftOf(tx, ticket.id);
  const mailbox = await getMailbox(tx, ticket.mailboxId);
  if (!draft?.draft || draft.draft.holds.length > 0 || !mailbox) return false;
  const off =
    sendingHold(settings, { mailboxPaused: mailbox.pausedAt !== null }) ??
    automaticHold(settings, {
      ticketId: ticket.id,
      intent: ticket.intent,
      mailbox: mailbox.address,
      senderDomain: ticket.senderDomain,
      confidence: result.decision.confidence,
      ...(await automaticSince(tx, ticket, now - DAY_MS)),
      at: now,
    });
  if (off) return false;
  const sendAt = now + settings.sending.holdSeconds * 1_000;
  await sendOnItsWay(tx, ticket, draft, { by: "policy", byPerson: false, thenClose: false, sendAt, now });
  return true;
}

/** Once a ticket, whatever happens: the key says so. */
async function acknowledge(tx: Tx, ticket: Ticket, { messageId, now }: TakenIn): Promise<void> {
  const key = `acknowledge:${ticket.id}`;
  const { id, planned } = await planEffect(
    tx,
    {
      kind: "gmail.acknowledge",
      idempotencyKey: key,
      ticketId: ticket.id,
      // Unique beyond this database, like that of an answer.
      marker: `${ACKNOWLEDGEMENT_MARKER}${createHmac("sha256", key)
        .update(`${ticket.providerThreadId} ${messageId} ${now}`)
        .digest("base64url")
        .slice(0, 24)}`,
      request: { ticketId: ticket.id, messageId },
    },
    now,
  );
  if (!planned) return;
  await enqueue(
    tx,
    {
      kind: "run-effect",
      key: `effect:${id}`,
      lane: `reply:${ticket.id}`,
      payload: { effectId: id },
      priority: JOB_PRIORITY.send,
    },
    now,
  );
}
