import type { KnownBlock } from "@slack/types";
import { getDecision } from "../../db/decisions.ts";
import { draftFor } from "../../db/drafts.ts";
import { type Effect, openEffectsOf } from "../../db/effects.ts";
import { getMailbox } from "../../db/mailboxes.ts";
import { getMessage } from "../../db/messages.ts";
import { getTicket, type Ticket } from "../../db/tickets.ts";
import type { TriageDecision } from "../../domain/decision.ts";
import type { EffectRequest } from "../../domain/effects.ts";
import { nameOf } from "../../domain/roles.ts";
import type { Route } from "../../domain/route.ts";
import type { TicketEvent } from "../../domain/ticket-event.ts";
import { rankOf } from "../../tickets/desk.ts";
import { eventNote, mailNote } from "../../views/thread.ts";
import type { DeskJobs } from "../desk-jobs.ts";
import type { EffectHandler } from "./effect.ts";
import { LOOK_BACK_MS, SETTLE_MS } from "./slack-look.ts";

const NOTE_MARKER = "mailroom_note";
/** How soon a line looks again whether those before it stand. */
const TURN_MS = 1_000;

/** Unique beyond this database: its effects' keys would begin anew after a loss. */
const noteMarker = (effect: Effect): string => `${effect.idempotencyKey}@${effect.plannedAt}`;

type Kind = "slack.note" | "slack.mail";
type Content = { text: string; blocks: KnownBlock[] };

/** A reply in the ticket's Slack thread; `content` says what, `shown` whether this queue wants it. */
function threadEffect<K extends Kind>(
  { db, chat, settings, now }: DeskJobs,
  {
    content,
    shown,
    markerOf,
  }: {
    content: (request: EffectRequest<K>, ticket: Ticket) => Promise<Content | undefined>;
    shown: (verbosity: "all" | "decisions" | "off") => boolean;
    /** What it is recognised by in Slack. */
    markerOf: (effect: Effect, request: EffectRequest<K>) => Promise<string>;
  },
): EffectHandler<K> {
  return {
    async ask(effect, request) {
      const sinceAttempt = now() - (effect.attemptedAt ?? 0);
      if (sinceAttempt < SETTLE_MS) return { kind: "wait", ms: SETTLE_MS - sinceAttempt };
      const ticket = await getTicket(db.read, request.ticketId);
      if (!ticket?.cardTs || !ticket.cardChannel) return { kind: "not-happened" };
      const found = await chat.find(
        { channel: ticket.cardChannel, threadTs: ticket.cardTs, since: (effect.attemptedAt ?? 0) - LOOK_BACK_MS },
        { type: NOTE_MARKER, key: "effect", value: await markerOf(effect, request) },
      );
      if (found === "none") return { kind: "not-happened" };
      if (found === "unsure") return { kind: "unsure", retryMs: 30_000 };
      return { kind: "happened", receipt: { ...found } };
    },

    // A line that had to stand back must not be overtaken: people read a thread as what happened, in its order.
    async prepare(effect, { ticketId }) {
      const open = await openEffectsOf(db.read, ticketId, ["slack.mail", "slack.note"]);
      return open.some(({ id }) => id < effect.id) ? { kind: "wait", ms: TURN_MS } : { kind: "ready" };
    },

    async gate(tx, _effect, { ticketId }) {
      const ticket = await getTicket(tx, ticketId);
      if (!ticket) return { kind: "cancel", reason: "the ticket is gone" };
      const queue = settings.current().settings.queues[ticket.queue];
      if (!shown(queue?.verbosity ?? "all")) return { kind: "cancel", reason: "the queue wants no such notes" };
      return ticket.cardTs === null ? { kind: "wait", ms: 5_000 } : { kind: "go" };
    },

    async perform(effect, request) {
      const ticket = (await getTicket(db.read, request.ticketId))!;
      const said = (await content(request, ticket)) ?? { text: "(no longer kept)", blocks: [] };
      const posted = await chat.post(
        {
          channel: ticket.cardChannel!,
          threadTs: ticket.cardTs!,
          ...said,
          marker: { type: NOTE_MARKER, payload: { effect: await markerOf(effect, request) } },
        },
        // Cards go first, but whoever works on a ticket reads its thread.
        ticket.owner === null
          ? { key: effect.idempotencyKey, canWait: true }
          : { key: effect.idempotencyKey, rank: rankOf("high") },
      );
      return { ...posted };
    },

    async settle() {},
    async ended() {},
  };
}

export const slackNote = (deps: DeskJobs) =>
  threadEffect<"slack.note">(deps, {
    content: async ({ event }) => eventNote(event, namesIn(deps)),
    markerOf: async (effect) => noteMarker(effect),
    shown: (verbosity) => verbosity !== "off",
  });

export const slackMail = (deps: DeskJobs) =>
  threadEffect<"slack.mail">(deps, {
    // Of a mail that stands in the thread already, whichever database put it there.
    async markerOf(effect, { messageId }) {
      const message = await getMessage(deps.db.read, messageId);
      const mailbox = message && (await getMailbox(deps.db.read, message.mailboxId));
      return mailbox ? `mail:${mailbox.address}/${message.providerId}` : noteMarker(effect);
    },
    shown: (verbosity) => verbosity !== "off",
    async content({ messageId, decisionId }, ticket) {
      const { settings } = deps.settings.current();
      const row = await getDecision(deps.db.read, decisionId);
      const decided = row?.decision && row.route && decidedEvent(row.decision, row.route);
      const message = await getMessage(deps.db.read, messageId);
      if (settings.queues[ticket.queue]?.verbosity === "decisions") return decided && eventNote(decided, namesIn(deps));
      if (!message?.email) return undefined;
      const { email } = message;
      const mask = deps.mask(ticket, email.language);
      const mailbox = await getMailbox(deps.db.read, message.mailboxId);
      const note = {
        from: mask(email.from?.name ?? email.from?.address ?? "Somebody"),
        text: mask(email.visibleText || email.text),
        attachments: email.attachments
          .filter((one) => !one.inline || one.danger)
          .map((one) => `${one.scan === "infected" ? "🦠 malware: " : one.danger ? "⚠️ " : ""}${mask(one.name)}`),
        foldedLines: email.quotedText === "" ? 0 : email.quotedText.split("\n").length,
        sensitive: settings.mailboxes.find((one) => one.address === mailbox?.address)?.sensitive ?? false,
      };
      const draft = await draftFor(deps.db.read, ticket.id, messageId);
      return mailNote(
        note,
        decided,
        namesIn(deps),
        draft?.draft?.citations.map(({ title, quote, record }) => ({ title, quote, lookedUpAt: record?.lookedUpAt })),
      );
    },
  });

const namesIn =
  ({ settings }: DeskJobs) =>
  (slack: string): string =>
    nameOf(settings.current().settings, slack);

const decidedEvent = (decision: TriageDecision, route: Route): TicketEvent => ({
  type: "decided",
  intent: decision.intent,
  queue: route.queue,
  priority: route.priority,
  by: decision.engine,
  reasons: [...route.reasons, ...decision.reasons],
});
