import type { Gmail } from "../gmail/index.ts";
import { readMail } from "../gmail/mime/read.ts";

type ReadMail = ReturnType<typeof readMail>;

/** One mail in a customer's own mailbox: written by them, or received from us. */
export interface CustomerSideMail {
  id: string;
  written: boolean;
  at: number;
  from: ReadMail["from"];
  to: ReadMail["to"];
  cc: ReadMail["cc"];
  subject: string;
  text: string;
  messageId: string;
  references: string[];
  /** Which machine says that it wrote this, if one does. */
  automatic: boolean;
  attachments: { filename: string; mimeType: string; size: number; href: string }[];
}

export interface Conversation {
  id: string;
  subject: string;
  mails: CustomerSideMail[];
}

export interface CustomerLine {
  address: string;
  name: string;
  lastAt: number;
  subject: string;
  snippet: string;
  received: number;
}

const read = new WeakMap<Buffer, ReadMail>();

/** Parsed once: the page asks for everything again after each change. */
function parsed(raw: Buffer): ReadMail {
  let mail = read.get(raw);
  if (!mail) {
    mail = readMail(raw);
    read.set(raw, mail);
  }
  return mail;
}

/** What the sandbox keeps only on our side, the mail that customers wrote, is shown on theirs as well. */
export function customerSide(gmail: Gmail): {
  customers(): CustomerLine[];
  conversations(address: string): Conversation[];
} {
  const ours = (address: string): boolean => {
    const wanted = address.toLowerCase();
    return gmail.mailboxes.some(
      ({ address: own, sendAs }) => own === wanted || sendAs.some(({ sendAsEmail }) => sendAsEmail === wanted),
    );
  };

  const written = (): (CustomerSideMail & { author: string })[] => {
    const seen = new Set<string>();
    return gmail.mailboxes.flatMap((mailbox) =>
      mailbox.newestFirst().flatMap(({ id, raw, internalDate, labels }) => {
        const mail = parsed(raw);
        const author = mail.from.address.toLowerCase();
        if (author === "" || ours(author) || labels.has("SENT") || labels.has("DRAFT")) return [];
        // One mail to two of our mailboxes is one mail to whoever wrote it.
        if (mail.messageId !== "" && seen.has(mail.messageId)) return [];
        seen.add(mail.messageId);
        const base = `/gmail/sandbox/mailboxes/${encodeURIComponent(mailbox.address)}/messages/${id}`;
        return [{ ...shown(mail, `w-${id}`, internalDate, base), written: true, author }];
      }),
    );
  };

  const received = (address: string): CustomerSideMail[] =>
    (gmail.customers.find((one) => one.address === address)?.mails ?? []).map((mail) => ({
      ...shown(
        mail,
        mail.id,
        mail.receivedAt,
        `/gmail/sandbox/customers/${encodeURIComponent(address)}/mails/${mail.id}`,
      ),
      written: false,
    }));

  return {
    customers() {
      const own = written();
      const addresses = new Set([...own.map(({ author }) => author), ...gmail.customers.map(({ address }) => address)]);
      const lines = [...addresses].flatMap((address): CustomerLine[] => {
        const back = received(address);
        const all = [...own.filter(({ author }) => author === address), ...back].sort((a, b) => a.at - b.at);
        const last = all.at(-1);
        if (last === undefined) return [];
        const name = own.find(({ author, from }) => author === address && from.name !== "")?.from.name;
        const known = gmail.customers.find((one) => one.address === address)?.name;
        const snippet = last.text.replace(/\s+/g, " ").trim().slice(0, 120);
        const { at: lastAt, subject } = last;
        return [{ address, name: name ?? known ?? address, lastAt, subject, snippet, received: back.length }];
      });
      return lines.sort((a, b) => b.lastAt - a.lastAt);
    },
    conversations(address) {
      const own = written().filter(({ author }) => author === address);
      const mails = [...own.map(({ author: _, ...mail }) => mail), ...received(address)];
      return grouped(mails.sort((a, b) => a.at - b.at));
    },
  };
}

const shown = (mail: ReadMail, id: string, at: number, base: string): Omit<CustomerSideMail, "written"> => ({
  id,
  at,
  from: mail.from,
  to: mail.to,
  cc: mail.cc,
  subject: mail.subject,
  text: mail.text,
  messageId: mail.messageId,
  references: mail.references,
  automatic: /^auto-/i.test(mail.headers["auto-submitted"] ?? ""),
  attachments: mail.attachments.map(({ filename, mimeType, content }, index) => ({
    filename,
    mimeType,
    size: content.length,
    href: `${base}/attachments/${index}`,
  })),
});

/** By what a mail cites; oldest mail first, newest conversation first. */
function grouped(mails: CustomerSideMail[]): Conversation[] {
  const of = new Map<string, Conversation>();
  const conversations: Conversation[] = [];
  for (const mail of mails) {
    const cited = mail.references.map((id) => of.get(id)).find((known) => known !== undefined);
    const conversation = cited ?? { id: mail.id, subject: mail.subject || "(no subject)", mails: [] };
    if (cited === undefined) conversations.push(conversation);
    conversation.mails.push(mail);
    // Also what it cites and we never saw: a reply to a mail from before the demo.
    for (const id of [mail.messageId, ...mail.references]) if (id !== "" && !of.has(id)) of.set(id, conversation);
  }
  return conversations.sort((a, b) => (b.mails.at(-1)?.at ?? 0) - (a.mails.at(-1)?.at ?? 0));
}
