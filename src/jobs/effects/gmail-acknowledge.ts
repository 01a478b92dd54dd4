import type { Reader } from "../../db/database.ts";
import { automaticSince } from "../../db/drafts.ts";
import type { Effect } from "../../db/effects.ts";
import { getMailbox } from "../../db/mailboxes.ts";
import { getMessage } from "../../db/messages.ts";
import { getTicket } from "../../db/tickets.ts";
import type { OutgoingMail } from "../../domain/ports.ts";
import { machineHold, sendingHold } from "../../domain/sending.ts";
import { ourAddresses, type Settings } from "../../domain/settings/settings.ts";
import { acknowledgementFor } from "../../pipeline/answer/acknowledgements.ts";
import { blankAnswer } from "../../pipeline/answer/blank.ts";
import { recipientsOf } from "../../pipeline/answer/recipients.ts";
import { changeTicket } from "../../tickets/desk.ts";
import type { DeskJobs } from "../desk-jobs.ts";
import type { EffectHandler } from "./effect.ts";
import { askGmail, discardDraft, sendFromGmail, threadNow, writeGmailDraft } from "./gmail-once.ts";

/** Later than this it is no news that a mail has arrived. */
const IN_TIME_MS = 2 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/** Tells a customer that their mail has arrived: at once or not at all, once a conversation, to the writer alone. */
export function gmailAcknowledge(deps: DeskJobs): EffectHandler<"gmail.acknowledge"> {
  const { db, mail, settings, now, log } = deps;

  async function load(reader: Reader, { ticketId, messageId }: { ticketId: number; messageId: number }) {
    const ticket = await getTicket(reader, ticketId);
    const message = await getMessage(reader, messageId);
    const mailbox = ticket && (await getMailbox(reader, ticket.mailboxId));
    return ticket && mailbox && message?.email
      ? { ticket, mailbox, email: message.email, receivedAt: message.receivedAt }
      : undefined;
  }
  type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>;

  const outgoing = ({ email, mailbox }: Loaded, effect: Effect, current: Settings): OutgoingMail => {
    const { to, from, subject } = blankAnswer(email, mailbox.address, current);
    return {
      from,
      to: to.slice(0, 1),
      cc: [],
      subject,
      body: acknowledgementFor(email.language, current),
      inReplyTo: email.messageId,
      references: email.references,
      attachments: [],
      marker: effect.marker!,
      automatic: true,
    };
  };

  return {
    async ask(effect, request) {
      const found = await load(db.read, request);
      if (!found) return { kind: "not-happened" };
      return askGmail(await mail(found.mailbox.address), effect, found.ticket.providerThreadId, now());
    },

    async prepare(effect, request) {
      const found = await load(db.read, request);
      if (!found) return { kind: "cancel", reason: "The mail is no longer there." };
      if (now() - found.receivedAt > IN_TIME_MS) return { kind: "cancel", reason: "Too late to be news." };
      const provider = await mail(found.mailbox.address);
      const thread = await threadNow(provider, found.ticket.providerThreadId);
      if (thread?.some((entry) => entry.labels.includes("SENT")))
        return { kind: "cancel", reason: "The conversation has an answer already." };
      const letter = outgoing(found, effect, settings.current().settings);
      return writeGmailDraft(provider, effect, { threadId: found.ticket.providerThreadId, thread, mail: letter, log });
    },

    async gate(tx, _effect, request) {
      const found = await load(tx, request);
      if (!found) return { kind: "cancel", reason: "The mail is no longer there." };
      const { ticket, mailbox, email, receivedAt } = found;
      const { settings: current } = settings.current();
      const { to, doubt } = recipientsOf(email, ourAddresses(current));
      const reason =
        sendingHold(current, { mailboxPaused: mailbox.pausedAt !== null }) ??
        (current.intents[ticket.intent]?.acknowledge ? undefined : `"${ticket.intent}" is not acknowledged.`) ??
        (ticket.firstAnsweredAt === null && ticket.state !== "done" ? undefined : "It is answered already.") ??
        (now() - receivedAt > IN_TIME_MS ? "Too late to be news." : undefined) ??
        (to.length === 1 ? doubt : "There is not one writer to tell.") ??
        machineHold(current, { at: now(), ...(await automaticSince(tx, ticket, now() - DAY_MS)) });
      return reason ? { kind: "cancel", reason } : { kind: "go" };
    },

    async perform(effect, request) {
      const found = (await load(db.read, request))!;
      return sendFromGmail(await mail(found.mailbox.address), effect, found.ticket.providerThreadId, async () =>
        outgoing(found, effect, settings.current().settings),
      );
    },

    async settle(tx, _effect, { ticketId }) {
      const ticket = await getTicket(tx, ticketId);
      if (!ticket) return;
      await changeTicket(
        tx,
        ticket,
        {},
        { by: "mailroom", action: "ticket.acknowledged", event: { type: "acknowledged" }, now: now() },
      );
    },

    async ended(_tx, effect, request, state) {
      const found = await load(db.read, request);
      if (found && state === "cancelled") discardDraft(() => mail(found.mailbox.address), effect, log);
    },
  };
}
