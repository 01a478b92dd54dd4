import { invalidArgument } from "./errors.ts";
import { rfcMessageId } from "./ids.ts";
import type { Mailbox } from "./mailbox.ts";
import { headerOf } from "./message.ts";
import { prependHeaders, setHeader } from "./mime/edit.ts";
import { everyPerson, type Person, people } from "./mime/headers.ts";
import { formatPerson, mailDate } from "./mime/write.ts";
import { mayBeFrom } from "./send-as.ts";

/** Everyone in To, Cc and Bcc, each once, as Gmail reads them out of the raw mail. */
export function recipientsOf(raw: Buffer): string[] {
  const all = ["To", "Cc", "Bcc"].flatMap((name) => checkedPeople(raw, name));
  if (all.length === 0) throw invalidArgument("Recipient address required");
  return [...new Set(all.map(({ address }) => address.toLowerCase()))];
}

function checkedPeople(raw: Buffer, name: string): Person[] {
  const value = headerOf({ raw }, name);
  if (!value?.trim()) return [];
  const list = everyPerson(value);
  if (!list) throw invalidArgument(`Invalid ${name} header`);
  return list;
}

/** The mail as Gmail files it: its own Message-ID, a From it allows, a Date, and the line that says it came by API. */
export function asSent(mailbox: Mailbox, raw: Buffer, now: number, via: "api" | "web"): Buffer {
  let mail = setHeader(raw, "Message-ID", rfcMessageId());
  const from = people(headerOf({ raw }, "From"))[0];
  if (!from || !mayBeFrom(mailbox.sendAs, from.address)) {
    mail = setHeader(mail, "From", formatPerson({ name: mailbox.name, address: mailbox.address }));
  }
  if (!headerOf({ raw }, "Date")) mail = setHeader(mail, "Date", mailDate(now));
  if (!headerOf({ raw }, "MIME-Version")) mail = setHeader(mail, "MIME-Version", "1.0");
  if (via === "web") return mail;
  const trail = `from 415927310682 named unknown by gmailapi.google.com with HTTPREST; ${mailDate(now)}`;
  return prependHeaders(mail, [["Received", trail]]);
}
