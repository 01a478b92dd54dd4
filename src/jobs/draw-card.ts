import { getDecision } from "../db/decisions.ts";
import { getEffect, planEffect, reopenEffect } from "../db/effects.ts";
import { membershipOf } from "../db/incidents.ts";
import { getTicket, recordCard, type Ticket } from "../db/tickets.ts";
import { MailroomError, toFailure } from "../domain/errors.ts";
import { cardData } from "../tickets/card-data.ts";
import { MEMBER_GATHER_MS, redrawIncident } from "../tickets/incidents/join.ts";
import { standsOnIncident } from "../tickets/incidents/on-incident-card.ts";
import { cardText, movedCard, ticketCard } from "../views/ticket-card.ts";
import { waitsInBurst } from "./burst.ts";
import type { DeskJobs } from "./desk-jobs.ts";
import type { EffectHandlers } from "./effects/effect.ts";
import { executeEffect } from "./effects/execute.ts";
import { CARD_MARKER, cardKey, channelOf } from "./effects/slack-card.ts";
import type { JobContext } from "./runner.ts";

/**
 * Makes the card show the newest state: edits the one that stands, posts one where there is none or it was deleted, and
 * moves it when the ticket went to a queue with another channel. Drawing twice does no harm, so order does not matter.
 */
export async function drawCard(
  deps: DeskJobs,
  handlers: EffectHandlers,
  ticketId: number,
  job: JobContext,
): Promise<void> {
  const { db, chat, settings, now } = deps;
  const ticket = await getTicket(db.read, ticketId);
  if (!ticket || (ticket.outcome === "silent" && ticket.cardTs === null)) return;
  const membership = await membershipOf(db.read, ticketId);
  // What has become of a ticket stands on its incident's card, too.
  if (membership) await db.transaction((tx) => redrawIncident(tx, membership.incident.id, now(), MEMBER_GATHER_MS));
  const decided = membership && ticket.decisionId !== null ? await getDecision(db.read, ticket.decisionId) : undefined;
  if (standsOnIncident(ticket, membership, decided?.decision)) return;
  if (await waitsInBurst(deps, ticket, job)) return;
  if (ticket.cardTs === null || ticket.cardChannel === null) return postCard(deps, handlers, ticket, job);

  const { settings: current } = settings.current();
  const card = await cardData(db.read, ticket, current, deps);
  const around = { now: now(), timezone: current.company.timezone };
  const at = { channel: ticket.cardChannel, ts: ticket.cardTs };
  const marker = { type: CARD_MARKER, payload: { ticket: ticketId, card: cardKey(card.mailbox, ticket) } };
  const channel = channelOf(deps, ticket.queue);
  const moved = channel !== ticket.cardChannel;
  try {
    await chat.update(
      at,
      moved
        ? { ...movedCard(card, channel), marker }
        : { text: cardText(card, around), blocks: ticketCard(card, around), marker },
    );
  } catch (error) {
    if (toFailure(error).code !== "slack_message_gone") throw error;
    return repost(deps, handlers, ticket, job);
  }
  if (moved) await repost(deps, handlers, ticket, job);
}

async function repost(deps: DeskJobs, handlers: EffectHandlers, ticket: Ticket, job: JobContext): Promise<void> {
  const cardGeneration = ticket.cardGeneration + 1;
  await deps.db.transaction((tx) => recordCard(tx, ticket.id, { cardChannel: null, cardTs: null, cardGeneration }));
  await postCard(deps, handlers, { ...ticket, cardGeneration }, job);
}

async function postCard(
  { db, now }: DeskJobs,
  handlers: EffectHandlers,
  ticket: Ticket,
  job: JobContext,
): Promise<void> {
  const { id, planned } = await db.transaction((tx) =>
    planEffect(
      tx,
      {
        kind: "slack.card",
        idempotencyKey: `card:${ticket.id}:${ticket.cardGeneration}`,
        ticketId: ticket.id,
        request: { ticketId: ticket.id },
      },
      now(),
    ),
  );
  // One that was given up: asked for again, it first looks whether its card stands all the same.
  if (!planned && (await getEffect(db.read, id))?.state === "failed")
    await db.transaction((tx) => reopenEffect(tx, id));
  const effect = await executeEffect({ db, handlers, now }, id, job);
  if (effect?.state === "cancelled" && (await getTicket(db.read, ticket.id))?.cardTs === null) {
    throw new MailroomError("internal", { detail: "the card was not posted" });
  }
}
