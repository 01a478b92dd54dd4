import { appendAudit } from "../db/audit.ts";
import type { Tx } from "../db/database.ts";
import { addDecision } from "../db/decisions.ts";
import { addDraft, retireDraft } from "../db/drafts.ts";
import { planEffect } from "../db/effects.ts";
import { getMessage, linkMessage } from "../db/messages.ts";
import { linkThread, openTicket, type Ticket } from "../db/tickets.ts";
import { PRIORITIES } from "../domain/decision.ts";
import { isOpen } from "../domain/ticket.ts";
import type { TriageResult } from "../domain/triage-result.ts";
import { changeTicket, runThreadEffect, tellThread } from "./desk.ts";
import { reopened } from "./finish.ts";

interface Incoming {
  mailboxId: number;
  providerThreadId: string;
  messageId: number;
  receivedAt: number;
  senderHash: string | null;
  senderDomain: string | null;
  /** The ticket of the conversation, read in this transaction; undefined opens one. */
  ticket: Ticket | undefined;
  result: TriageResult;
  now: number;
}

/** Records a triaged mail: it opens a ticket, or continues the one of its conversation. Returns the ticket. */
export async function takeInMail(tx: Tx, mail: Incoming): Promise<Ticket> {
  const ticket = mail.ticket ? await continueTicket(tx, mail.ticket, mail) : await openNew(tx, mail);
  await linkThread(tx, mail.mailboxId, mail.providerThreadId, ticket.id);
  await linkMessage(tx, mail.messageId, ticket.id);
  await showMail(tx, ticket, mail);
  return ticket;
}

async function openNew(tx: Tx, mail: Incoming): Promise<Ticket> {
  const { decision, route, about, placeholders, outcome, reason } = mail.result;
  const settled =
    outcome === "settle"
      ? ({ state: "done", outcome: "silent", finishedAt: mail.now, finishedBy: "mailroom" } as const)
      : {};
  const opened = await openTicket(tx, {
    mailboxId: mail.mailboxId,
    providerThreadId: mail.providerThreadId,
    queue: route.queue,
    intent: decision.intent,
    priority: route.priority,
    senderHash: mail.senderHash,
    senderDomain: mail.senderDomain,
    dueAt: route.dueAt,
    openedAt: mail.receivedAt,
    newestInboundId: mail.messageId,
    about,
    placeholders,
    ...settled,
  });
  const decisionId = await recordDecision(tx, opened, mail);
  const draftId = await recordDraft(tx, opened, mail);
  const ticket = await changeTicket(
    tx,
    opened,
    { decisionId, draftId },
    {
      by: "mailroom",
      action: "ticket.opened",
      details: { intent: decision.intent, queue: route.queue, engine: decision.engine, ...(reason && { reason }) },
      now: mail.now,
    },
  );
  if (route.owner) {
    const owned = { state: "claimed", owner: route.owner, ownedSince: mail.now } as const;
    return changeTicket(tx, ticket, owned, {
      by: "mailroom",
      action: "ticket.assigned",
      details: { owner: route.owner },
      now: mail.now,
    });
  }
  return ticket;
}

/**
 * A later mail keeps the ticket where people have it. It may raise the priority; it replaces the draft, because the old one
 * answers an older mail; and it brings the ticket back if it was waiting, snoozed or done.
 */
async function continueTicket(tx: Tx, ticket: Ticket, mail: Incoming): Promise<Ticket> {
  const { decision, route, about, placeholders, outcome } = mail.result;
  const newest = ticket.newestInboundId === null ? undefined : await getMessage(tx, ticket.newestInboundId);
  if (newest && newest.receivedAt > mail.receivedAt) {
    // An older mail of the conversation that was read later: context, nothing to act on.
    await appendAudit(tx, {
      at: mail.now,
      actor: "mailroom",
      action: "ticket.mail-added",
      ticketId: ticket.id,
      details: { messageId: mail.messageId, late: true },
    });
    return ticket;
  }
  const decisionId = await recordDecision(tx, ticket, mail);
  const wasSilent = ticket.outcome === "silent";
  const back = !isOpen(ticket.state) && outcome === "show" ? reopened(ticket) : undefined;
  const draftId = await recordDraft(tx, ticket, mail);
  const rises = PRIORITIES.indexOf(route.priority) > PRIORITIES.indexOf(ticket.priority);
  const running = isOpen(ticket.state) ? ticket.dueAt : null;
  const changed = await changeTicket(
    tx,
    ticket,
    {
      ...back,
      // What was settled silently was never placed by anybody: the new mail decides.
      ...(wasSilent && { queue: route.queue, intent: decision.intent, about }),
      ...(rises && { priority: route.priority }),
      ...(about.summary !== "" && { about: { ...(ticket.about ?? about), summary: about.summary } }),
      newestInboundId: mail.messageId,
      decisionId,
      draftId,
      placeholders,
      // A clock that runs already runs on: writing again must not buy us time.
      dueAt: running === null ? route.dueAt : Math.min(running, route.dueAt),
    },
    {
      by: "mailroom",
      action: "ticket.mail-added",
      details: { messageId: mail.messageId, reopened: back !== undefined },
      now: mail.now,
    },
  );
  if (back) await tellThread(tx, changed, { type: "reopened" }, mail.now);
  return changed;
}

async function recordDecision(tx: Tx, ticket: Ticket, { messageId, result, now }: Incoming): Promise<number> {
  const { decision, route } = result;
  const noDraft = result.outcome === "show" && !result.draft ? (result.reason ?? null) : null;
  return addDecision(tx, {
    ticketId: ticket.id,
    messageId,
    supersedes: null,
    person: null,
    decision,
    route,
    decidedAt: now,
    noDraft,
  });
}

async function recordDraft(tx: Tx, ticket: Ticket, { messageId, result, now }: Incoming): Promise<number | null> {
  await retireDraft(tx, ticket.id, "dead");
  if (!result.draft) return null;
  const { source, draft } = result.draft;
  const row = await addDraft(tx, {
    ticketId: ticket.id,
    source,
    author: null,
    basedOnMessageId: messageId,
    draft,
    createdAt: now,
  });
  return row.id;
}

/** The mail and what was made of it go into the ticket's Slack thread, in one reply, once. */
async function showMail(tx: Tx, ticket: Ticket, { messageId, now }: Incoming): Promise<void> {
  if (ticket.outcome === "silent" || ticket.decisionId === null) return;
  const request = { ticketId: ticket.id, messageId, decisionId: ticket.decisionId };
  const key = `mail:${messageId}`;
  const { id } = await planEffect(tx, { kind: "slack.mail", idempotencyKey: key, ticketId: ticket.id, request }, now);
  if (ticket.cardTs !== null) await runThreadEffect(tx, ticket.id, id, now);
}
