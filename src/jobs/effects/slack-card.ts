import { openEffectsOf } from "../../db/effects.ts";
import { getMailbox } from "../../db/mailboxes.ts";
import { getTicket, recordCard, type Ticket } from "../../db/tickets.ts";
import { cardData } from "../../tickets/card-data.ts";
import { rankInChannel, redrawCard, runThreadEffect } from "../../tickets/desk.ts";
import { cardText, ticketCard } from "../../views/ticket-card.ts";
import type { DeskJobs } from "../desk-jobs.ts";
import type { EffectHandler } from "./effect.ts";
import { LOOK_BACK_MS, SETTLE_MS } from "./slack-look.ts";

export const CARD_MARKER = "mailroom_card";

/** What identifies a card even to a database that has lost its memory: the conversation, and how often its card was posted. */
export const cardKey = (mailbox: string, ticket: Pick<Ticket, "providerThreadId" | "cardGeneration">): string =>
  `${mailbox}/${ticket.providerThreadId}/${ticket.cardGeneration}`;

/** The queue's channel; a queue that was removed meanwhile leaves its tickets to triage. */
export const channelOf = ({ settings }: DeskJobs, queue: string): string => {
  const { queues } = settings.current().settings;
  return (queues[queue] ?? queues["triage"]!).channel;
};

/** Posts a ticket's card. Redrawing one that stands is `draw-card`'s. */
export function slackCard(deps: DeskJobs): EffectHandler<"slack.card"> {
  const { db, chat, settings, now } = deps;
  return {
    async ask(effect, { ticketId }) {
      const sinceAttempt = now() - (effect.attemptedAt ?? 0);
      if (sinceAttempt < SETTLE_MS) return { kind: "wait", ms: SETTLE_MS - sinceAttempt };
      const ticket = await getTicket(db.read, ticketId);
      if (!ticket) return { kind: "not-happened" };
      const channel = effect.progress?.["channel"] ?? channelOf(deps, ticket.queue);
      const mailbox = (await getMailbox(db.read, ticket.mailboxId))!;
      const found = await chat.find(
        { channel, since: (effect.attemptedAt ?? 0) - LOOK_BACK_MS },
        { type: CARD_MARKER, key: "card", value: cardKey(mailbox.address, ticket) },
      );
      if (found === "none") return { kind: "not-happened" };
      if (found === "unsure") return { kind: "unsure", retryMs: 30_000 };
      return { kind: "happened", receipt: { ...found } };
    },

    async prepare(_effect, { ticketId }) {
      const ticket = await getTicket(db.read, ticketId);
      // Kept with the intent, because that is where to look for the card later, wherever the ticket has gone by then.
      return { kind: "ready", progress: { channel: channelOf(deps, ticket?.queue ?? "triage") } };
    },

    async gate(tx, _effect, { ticketId }) {
      const ticket = await getTicket(tx, ticketId);
      if (!ticket) return { kind: "cancel", reason: "the ticket is gone" };
      return ticket.cardTs === null ? { kind: "go" } : { kind: "cancel", reason: "the card stands already" };
    },

    async perform(effect, { ticketId }) {
      const ticket = (await getTicket(db.read, ticketId))!;
      const { settings: current } = settings.current();
      const card = await cardData(db.read, ticket, current, deps);
      const around = { now: now(), timezone: current.company.timezone };
      const posted = await chat.post(
        {
          channel: effect.progress!["channel"]!,
          text: cardText(card, around),
          blocks: ticketCard(card, around),
          marker: { type: CARD_MARKER, payload: { ticket: ticketId, card: cardKey(card.mailbox, ticket) } },
        },
        { key: effect.idempotencyKey, rank: rankInChannel(ticket) },
      );
      return { ...posted, drawn: String(ticket.version) };
    },

    async settle(tx, _effect, { ticketId }, receipt) {
      // Posted before the latest change, perhaps by a process that died over it: people press what Slack shows, not what we know.
      const ticket = (await getTicket(tx, ticketId))!;
      if (receipt["drawn"] !== String(ticket.version)) await redrawCard(tx, ticket, now());
      await recordCard(tx, ticketId, { cardChannel: receipt["channel"]!, cardTs: receipt["ts"]! });
      for (const waiting of await openEffectsOf(tx, ticketId, ["slack.mail", "slack.note"]))
        await runThreadEffect(tx, ticketId, waiting.id, now());
    },

    async ended() {},
  };
}
