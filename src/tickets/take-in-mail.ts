import { appendAudit } from "../db/audit.ts";
import type { Tx } from "../db/database.ts";
import { addDecision } from "../db/decisions.ts";
import { addDraft, retireDraft } from "../db/drafts.ts";
import { doubtEffect, planEffect } from "../db/effects.ts";
import { takeForgottenCard } from "../db/forgotten-cards.ts";
import { enqueue } from "../db/jobs.ts";
import { getMessage, linkMessage } from "../db/messages.ts";
import { recordModelCalls } from "../db/model-calls.ts";
import { originOf } from "../db/origin.ts";
import { indexMessage } from "../db/search.ts";
import { addSketch } from "../db/sketches.ts";
import { linkThread, openTicket, type Ticket } from "../db/tickets.ts";
import { PRIORITIES } from "../domain/decision.ts";
import { JOB_PRIORITY } from "../domain/jobs.ts";
import type { Settings } from "../domain/settings/settings.ts";
import { isOpen } from "../domain/ticket.ts";
import type { TicketEvent } from "../domain/ticket-event.ts";
import type { TriageResult } from "../domain/triage-result.ts";
import { actByItself } from "./act-by-itself.ts";
import { assignOnArrival, giveTicket, tellPerson } from "./assign.ts";
import { recalculateClock, startClock, startResolution } from "./clocks.ts";
import { changeTicket, runThreadEffect, tellThread } from "./desk.ts";
import { reopened } from "./finish.ts";

interface Incoming {
  mailboxId: number;
  providerThreadId: string;
  messageId: number;
  receivedAt: number;
  /** Gmail holds a later answer in the conversation. */
  answered: boolean;
  senderHash: string | null;
  senderDomain: string | null;
  /** The ticket of the conversation, read in this transaction; undefined opens one. */
  ticket: Ticket | undefined;
  result: TriageResult;
  settings: Settings;
  now: number;
}

/** Records a triaged mail: it opens a ticket, or continues the one of its conversation. Returns the ticket. */
export async function takeInMail(tx: Tx, mail: Incoming): Promise<Ticket> {
  const taken = mail.ticket ? await continueTicket(tx, mail.ticket, mail) : await openNew(tx, mail);
  const ticket = await actByItself(tx, taken, mail);
  await linkThread(tx, mail.mailboxId, mail.providerThreadId, ticket.id);
  await linkMessage(tx, mail.messageId, ticket.id);
  await indexMessage(tx, mail.messageId, mail.result.searchText);
  await keepSketch(tx, ticket, mail);
  await showMail(tx, ticket, mail);
  return ticket;
}

async function openNew(tx: Tx, mail: Incoming): Promise<Ticket> {
  const { decision, route, about, placeholders, outcome, reason } = mail.result;
  const { settings, now } = mail;
  // An earlier database's card for this conversation: it goes on being the card, and then says how the matter ended.
  const card = await takeForgottenCard(tx, mail.mailboxId, mail.providerThreadId);
  const ended = card ? (mail.answered ? "answered_elsewhere" : "closed") : "silent";
  const settled =
    outcome === "settle" ? ({ state: "done", outcome: ended, finishedAt: now, finishedBy: "mailroom" } as const) : {};
  const opened = await openTicket(tx, {
    mailboxId: mail.mailboxId,
    providerThreadId: mail.providerThreadId,
    queue: route.queue,
    intent: decision.intent,
    priority: route.priority,
    senderHash: mail.senderHash,
    senderDomain: mail.senderDomain,
    openedAt: mail.receivedAt,
    newestInboundId: mail.messageId,
    about,
    placeholders,
    ...(card && { cardChannel: card.channel, cardTs: card.ts, cardGeneration: card.generation }),
    ...settled,
  });
  const decisionId = await recordDecision(tx, opened, mail);
  const draftId = await recordDraft(tx, opened, mail);
  const clocks =
    outcome === "settle"
      ? {}
      : {
          ...(await startClock(tx, settings, opened, {
            clock: "first",
            startedAt: mail.receivedAt,
            minutes: route.responseMinutes,
          })),
          ...startResolution(settings, opened, mail.receivedAt),
        };
  const ticket = await changeTicket(
    tx,
    opened,
    { decisionId, draftId, ...clocks },
    {
      by: "mailroom",
      action: "ticket.opened",
      details: { intent: decision.intent, queue: route.queue, engine: decision.engine, ...(reason && { reason }) },
      now,
    },
  );
  if (outcome === "settle") return ticket;
  if (route.owner)
    return giveTicket(tx, ticket, { to: route.owner, by: "mailroom", reason: route.reasons[0] ?? "by rule", now });
  const auto = settings.queues[route.queue]?.assign === "auto";
  return auto ? assignOnArrival(tx, settings, ticket, decision.language, now) : ticket;
}

/**
 * A later mail keeps the ticket where people have it. It may raise the priority; it replaces the draft, because the old one
 * answers an older mail; and it brings the ticket back if it was waiting, snoozed or done.
 */
async function continueTicket(tx: Tx, ticket: Ticket, mail: Incoming): Promise<Ticket> {
  const { decision, route, about, placeholders, outcome, courtesy } = mail.result;
  const { settings, now } = mail;
  const newest = ticket.newestInboundId === null ? undefined : await getMessage(tx, ticket.newestInboundId);
  if (newest && newest.receivedAt > mail.receivedAt) {
    // An older mail of the conversation that was read later: context, nothing to act on.
    const details = { messageId: mail.messageId, late: true };
    await appendAudit(tx, { at: now, actor: "mailroom", action: "ticket.mail-added", ticketId: ticket.id, details });
    return ticket;
  }
  if (courtesy && !isOpen(ticket.state)) {
    return changeTicket(
      tx,
      ticket,
      { newestInboundId: mail.messageId, placeholders },
      {
        by: "mailroom",
        action: "ticket.courtesy",
        details: { messageId: mail.messageId },
        event: { type: "courtesy" },
        now,
      },
    );
  }
  const decisionId = await recordDecision(tx, ticket, mail);
  const wasSilent = ticket.outcome === "silent";
  const back = !isOpen(ticket.state) && outcome === "show" ? reopened(ticket) : undefined;
  await retireDraft(tx, ticket.id, "dead");
  const draftId = await recordDraft(tx, ticket, mail);
  const rises = PRIORITIES.indexOf(route.priority) > PRIORITIES.indexOf(ticket.priority);
  const placed = {
    // What was settled silently was never placed by anybody: the new mail decides.
    ...(wasSilent && { queue: route.queue, intent: decision.intent }),
    ...((rises || wasSilent) && { priority: route.priority }),
  };
  const next = { ...ticket, ...placed };
  const stays = outcome === "settle" && !isOpen(ticket.state);
  const changed = await changeTicket(
    tx,
    ticket,
    {
      ...back,
      ...placed,
      ...(wasSilent
        ? { about }
        : about.summary !== "" && { about: { ...(ticket.about ?? about), summary: about.summary } }),
      newestInboundId: mail.messageId,
      decisionId,
      draftId,
      placeholders,
      ...(stays ? {} : await runningClocks(tx, settings, ticket, next, mail)),
    },
    {
      by: "mailroom",
      action: "ticket.mail-added",
      details: { messageId: mail.messageId, reopened: back !== undefined },
      now,
    },
  );
  if (back) {
    const event: TicketEvent = ticket.state === "snoozed" ? { type: "woken", why: "reply" } : { type: "reopened" };
    await tellThread(tx, changed, event, now);
    if (ticket.owner !== null)
      await tellPerson(tx, changed, {
        to: ticket.owner,
        notice: { type: "back", why: "reply" },
        key: `back:${changed.version}`,
        now,
      });
  }
  return changed;
}

/** A clock that runs already runs on: writing again must not buy us time. One that stood starts with this mail. */
async function runningClocks(tx: Tx, settings: Settings, ticket: Ticket, next: Ticket, mail: Incoming) {
  if (ticket.clock !== null)
    return next.priority === ticket.priority ? {} : recalculateClock(tx, settings, ticket, next);
  const clock = ticket.firstAnsweredAt === null ? "first" : "next";
  return {
    ...(await startClock(tx, settings, next, { clock, startedAt: mail.receivedAt })),
    ...startResolution(settings, next, mail.receivedAt),
  };
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
  if (!result.draft) return null;
  const { source, draft, steps = [] } = result.draft;
  await recordModelCalls(tx, "draft", ticket.id, steps, now);
  const row = await addDraft(tx, {
    ticketId: ticket.id,
    source,
    // Models are asked until one's words are taken.
    ...(source === "model" && {
      promptVersion: steps.findLast(({ outcome }) => outcome === "answered")?.promptVersion,
    }),
    author: null,
    basedOnMessageId: messageId,
    draft,
    createdAt: now,
  });
  return row.id;
}

/** Mails that come close together are compared together. */
const GATHER_MS = 2_000;

async function keepSketch(tx: Tx, ticket: Ticket, { messageId, receivedAt, result, now }: Incoming): Promise<void> {
  const { sketch, outcome } = result;
  if (!sketch) return;
  const waits = outcome === "show" && isOpen(ticket.state);
  await addSketch(tx, { messageId, ticketId: ticket.id, senderHash: ticket.senderHash, at: receivedAt, sketch, waits });
  if (waits)
    await enqueue(
      tx,
      { kind: "group-mail", key: "group-mail", payload: {}, runAt: now + GATHER_MS, priority: JOB_PRIORITY.card },
      now,
    );
}

/** The mail and what was made of it go into the ticket's Slack thread, in one reply, once. */
async function showMail(tx: Tx, ticket: Ticket, { messageId, receivedAt, now }: Incoming): Promise<void> {
  if (ticket.outcome === "silent" || ticket.decisionId === null) return;
  const request = { ticketId: ticket.id, messageId, decisionId: ticket.decisionId };
  const key = `mail:${messageId}`;
  const { id } = await planEffect(tx, { kind: "slack.mail", idempotencyKey: key, ticketId: ticket.id, request }, now);
  // It may stand in the thread from before this database was made or put back.
  if (ticket.cardTs !== null && receivedAt < (await originOf(tx)).since) await doubtEffect(tx, id, receivedAt);
  if (ticket.cardTs !== null) await runThreadEffect(tx, ticket.id, id, now);
}
