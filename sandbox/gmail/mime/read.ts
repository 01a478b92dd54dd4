import { decoded, header, messageIds, type Person, people } from "./headers.ts";
import { mailHtml, mailText } from "./text.ts";
import { attachmentsOf, parseMail } from "./tree.ts";

interface ReadAttachment {
  filename: string;
  mimeType: string;
  content: Buffer;
}

/** A mail as its reader sees it, with the headers a test wants to look at. */
export interface ReadMail {
  from: Person;
  to: Person[];
  cc: Person[];
  bcc: Person[];
  replyTo: Person[];
  subject: string;
  date: string;
  messageId: string;
  inReplyTo: string;
  references: string[];
  text: string;
  html?: string;
  attachments: ReadAttachment[];
  /** First value of each header, by lower-case name, decoded. */
  headers: Record<string, string>;
  raw: Buffer;
}

export function readMail(raw: Buffer): ReadMail {
  const mail = parseMail(raw);
  const named = (name: string) => header(mail.headers, name);
  const headers: Record<string, string> = {};
  for (const field of mail.headers) headers[field.name.toLowerCase()] ??= decoded(field.value);
  const html = mailHtml(mail);
  return {
    from: people(named("From"))[0] ?? { name: "", address: "" },
    to: people(named("To")),
    cc: people(named("Cc")),
    bcc: people(named("Bcc")),
    replyTo: people(named("Reply-To")),
    subject: headers.subject ?? "",
    date: headers.date ?? "",
    messageId: messageIds(named("Message-ID"))[0] ?? "",
    inReplyTo: messageIds(named("In-Reply-To"))[0] ?? "",
    references: messageIds(named("References")),
    text: mailText(mail),
    ...(html !== undefined && { html }),
    attachments: attachmentsOf(mail).map((part) => ({
      filename: part.filename,
      mimeType: part.mimeType,
      content: part.body,
    })),
    headers,
    raw,
  };
}
