import type { CustomerMail } from "../customer.ts";
import type { Mailbox } from "../mailbox.ts";
import { headerOf, type Message, mailOf } from "../message.ts";
import { decoded, people } from "../mime/headers.ts";
import { type ReadMail, readMail } from "../mime/read.ts";
import { snippetOf } from "../mime/text.ts";
import type { SentMail } from "../world.ts";

/** What the page shows, as plain JSON. Bodies and headers come only when one mail is opened. */

export function messageLine(mailbox: Mailbox, message: Message): Record<string, unknown> {
  const text = (name: string) => decoded(headerOf(message, name) ?? "");
  const draft = [...mailbox.drafts].find(([, id]) => id === message.id)?.[0];
  return {
    id: message.id,
    threadId: message.threadId,
    from: people(headerOf(message, "From"))[0],
    to: people(headerOf(message, "To")),
    subject: text("Subject"),
    snippet: snippetOf(mailOf(message)),
    at: message.internalDate,
    labels: [...message.labels].map((id) => mailbox.labels.get(id)?.name ?? id),
    unread: message.labels.has("UNREAD"),
    ...(draft !== undefined && { draftId: draft }),
  };
}

export const messageWhole = (mailbox: Mailbox, message: Message): Record<string, unknown> => ({
  ...messageLine(mailbox, message),
  ...mailBody(readMail(message.raw)),
});

export const customerMailLine = ({ id, receivedAt, from, to, subject, text, attachments }: CustomerMail) => ({
  id,
  at: receivedAt,
  from,
  to,
  subject,
  snippet: text.replace(/\s+/g, " ").trim().slice(0, 200),
  attachments: attachments.length,
});

export const customerMailWhole = (mail: CustomerMail) => ({ ...customerMailLine(mail), ...mailBody(mail) });

export const sentLine = ({ mailbox, id, threadId, at, via, recipients, ...mail }: SentMail) => ({
  mailbox,
  id,
  threadId,
  at,
  via,
  recipients,
  ...mailBody(mail),
});

function mailBody({ raw: _raw, attachments, ...mail }: ReadMail): Record<string, unknown> {
  return {
    ...mail,
    attachments: attachments.map(({ filename, mimeType, content }) => ({ filename, mimeType, size: content.length })),
  };
}
