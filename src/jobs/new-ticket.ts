import { randomUUID } from "node:crypto";
import { appendAudit } from "../db/audit.ts";
import { findMailboxes } from "../db/mailboxes.ts";
import { senderHash, storeMessage } from "../db/messages.ts";
import { countTicketsOf } from "../db/sender-history.ts";
import { byHandId } from "../domain/by-hand.ts";
import { authorise, type Forbidden } from "../domain/roles.ts";
import { normalise } from "../pipeline/normalise.ts";
import { takeInMail } from "../tickets/take-in-mail.ts";
import { readTaught } from "../tickets/taught.ts";
import { normaliseContext } from "./normalise-context.ts";
import type { ProcessDeps } from "./process-message.ts";

export type NewTicketOutcome = { kind: "opened"; ticketId: number } | { kind: "no-mailbox" } | Forbidden;

export interface NewTicketRequest {
  by: string;
  mailbox: string;
  from: string;
  subject: string;
  text: string;
}

/** A ticket for what did not come by mail: a call, a letter, a chat. It is read like a mail, and answered by one. */
export const openTicketByHand =
  (deps: ProcessDeps) =>
  async ({ by, mailbox, from, subject, text }: NewTicketRequest): Promise<NewTicketOutcome> => {
    const { db, settings, now } = deps;
    const { settings: current, version } = settings.current();
    const may = authorise(current, by, "agent");
    if (may.kind === "forbidden") return may;
    const [box] = await findMailboxes(db.read, [mailbox]);
    if (!box) return { kind: "no-mailbox" };
    const oneLine = (value: string) => value.replace(/[\r\n]+/g, " ").trim();
    const raw = Buffer.from(
      `From: ${oneLine(from)}\r\nTo: ${mailbox}\r\nSubject: ${Buffer.from(oneLine(subject)).length === oneLine(subject).length ? oneLine(subject) : `=?utf-8?B?${Buffer.from(oneLine(subject)).toString("base64")}?=`}\r\nDate: ${new Date(now()).toUTCString()}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}`,
    );
    const email = await normalise(raw, normaliseContext(current, deps.scanner));
    const sender = {
      senderHash: email.from ? senderHash(db.read, email.from.address) : null,
      senderDomain: email.from?.address.split("@").at(-1) ?? null,
    };
    const known = await countTicketsOf(db.read, sender.senderHash);
    const result = await deps.triage({
      email,
      mailbox,
      settings: current,
      settingsVersion: version,
      receivedAt: now(),
      history: { knownThread: false, openTickets: known.open, pastTickets: known.past },
      taught: await readTaught(db.read, current, sender),
      earlier: [],
      previous: undefined,
      placeholders: undefined,
      waiting: true,
    });
    const providerId = byHandId(randomUUID());
    const ticketId = await db.transaction(async (tx) => {
      const messageId = await storeMessage(
        tx,
        {
          mailboxId: box.id,
          providerId,
          providerThreadId: providerId,
          ticketId: null,
          direction: "in",
          receivedAt: now(),
          email,
          raw,
        },
        now(),
      );
      const ticket = await takeInMail(tx, {
        mailboxId: box.id,
        providerThreadId: providerId,
        messageId,
        receivedAt: now(),
        answered: false,
        ...sender,
        // A person asked for it: whatever it looks like, it is shown.
        ticket: undefined,
        result: { ...result, outcome: "show" },
        settings: current,
        now: now(),
      });
      await appendAudit(tx, { at: now(), actor: by, action: "ticket.by-hand", ticketId: ticket.id });
      return ticket.id;
    });
    return { kind: "opened", ticketId };
  };
