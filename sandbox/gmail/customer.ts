import { randomUUID } from "node:crypto";
import { type Refusal, UNKNOWN_ADDRESS } from "./bounce.ts";
import type { Person } from "./mime/headers.ts";
import { type ReadMail, readMail } from "./mime/read.ts";
import { aPerson, formatPeople, formatPerson, mailDate, type NewAttachment, writeMail } from "./mime/write.ts";
import { quoted, replySubject } from "./reply.ts";
import type { AuthVerdict } from "./trace.ts";

export interface CustomerMail extends ReadMail {
  id: string;
  receivedAt: number;
}

type People = string | Person | readonly (string | Person)[];

export interface Composition {
  to: People;
  cc?: People | undefined;
  bcc?: People | undefined;
  subject: string;
  text: string;
  html?: string | undefined;
  attachments?: readonly NewAttachment[] | undefined;
  /** Extra headers; one that is set here already (From, Message-ID …) is replaced, so a mail can lie. */
  headers?: Record<string, string> | undefined;
  /** Envelope sender, which becomes the Return-Path: the own address, or `""` as machines have it. */
  sender?: string | undefined;
  /** What Google's checks say of it. */
  verdict?: AuthVerdict | undefined;
  /** Where it lands, e.g. `["SPAM"]`; the inbox if absent. */
  labels?: readonly string[] | undefined;
}

export interface Reply extends Omit<Composition, "to" | "subject"> {
  to?: People | undefined;
  subject?: string | undefined;
  /** Everyone on the mail being answered, not only its sender. */
  all?: boolean | undefined;
  /** The answered mail below the new text, as mail programs put it; true if absent. */
  quote?: boolean | undefined;
}

export interface Arrived {
  mailbox: string;
  id: string;
  threadId: string;
}

export interface Posted {
  messageId: string;
  /** Our mailboxes it reached, one entry each. */
  arrived: Arrived[];
}

export interface Envelope {
  sender: string;
  recipients: readonly string[];
  verdict: AuthVerdict;
  labels?: readonly string[] | undefined;
}

interface Surroundings {
  now: () => number;
  post: (raw: Buffer, envelope: Envelope) => Arrived[];
}

export interface AutoReply {
  text: string;
  subject?: string | undefined;
  headers?: Record<string, string> | undefined;
  /** Answers everything, machines too, and says nothing of being one: the kind that makes loops. */
  rude?: boolean | undefined;
}

/** Somebody out there with an address: reads what we send, writes, answers, is on holiday, does not exist. */
export class Customer {
  readonly address: string;
  name: string;
  readonly mails: CustomerMail[] = [];
  autoReply: AutoReply | undefined;
  refusal: Refusal | undefined;
  readonly #around: Surroundings;

  constructor(address: string, around: Surroundings) {
    this.#around = around;
    this.address = address;
    const local = address.split("@")[0] ?? address;
    this.name = local
      .split(/[._-]+/)
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(" ");
  }

  /** Mail to this address bounces from now on; without an argument because nobody has it. */
  bounce(refusal: Refusal | false = UNKNOWN_ADDRESS): void {
    this.refusal = refusal === false ? undefined : refusal;
  }

  mail(id: string): CustomerMail {
    const found = this.mails.find((mail) => mail.id === id);
    if (!found) throw new Error(`${this.address} has no mail ${id}`);
    return found;
  }

  write(mail: Composition): Posted {
    return this.#post(mail, []);
  }

  reply(to: ReadMail, answer: Reply): Posted {
    const back = to.replyTo[0] ?? to.from;
    const others = answer.all ? [...to.to, ...to.cc].filter(({ address }) => !same(address, this.address)) : [];
    const references = [...to.references, to.messageId].filter(Boolean).join(" ");
    return this.#post(
      {
        ...answer,
        to: answer.to ?? back,
        cc: answer.cc ?? others.filter(({ address }) => !same(address, back.address)),
        subject: answer.subject ?? replySubject(to.subject),
        text: answer.quote === false ? answer.text : `${answer.text}\n\n${quoted(to)}`,
      },
      [
        ["In-Reply-To", to.messageId || undefined],
        ["References", references || undefined],
      ],
    );
  }

  /** Stores what arrived; the post office calls it. */
  take(raw: Buffer): CustomerMail {
    const mail = { ...readMail(raw), id: String(this.mails.length + 1), receivedAt: this.#around.now() };
    this.mails.push(mail);
    return mail;
  }

  answerByMachine(mail: CustomerMail): void {
    const answer = this.autoReply;
    const fromMachine = /^(?!\s*no\b)/i.test(mail.headers["auto-submitted"] ?? "no");
    if (!answer || (fromMachine && !answer.rude)) return;
    this.reply(mail, {
      to: mail.from,
      subject: answer.subject ?? `Automatic reply: ${mail.subject}`,
      text: answer.text,
      quote: false,
      sender: answer.rude ? this.address : "",
      headers: {
        ...(answer.rude ? {} : { "Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All" }),
        ...answer.headers,
      },
    });
  }

  #post(mail: Composition, threading: [string, string | undefined][]): Posted {
    const [to, cc, bcc] = [list(mail.to), list(mail.cc), list(mail.bcc)];
    const own = new Map(
      Object.entries(mail.headers ?? {}).map(([name, value]) => [name.toLowerCase(), { name, value }]),
    );
    const messageId = own.get("message-id")?.value ?? `<${randomUUID()}@${this.address.split("@")[1] ?? "localhost"}>`;
    const usual: [string, string | undefined][] = [
      ["From", formatPerson(this)],
      ["To", formatPeople(to)],
      ["Cc", formatPeople(cc)],
      ["Subject", mail.subject],
      ["Date", mailDate(this.#around.now())],
      ["Message-ID", messageId],
      ...threading,
    ];
    const headers = [
      ...usual.filter(([name]) => !own.has(name.toLowerCase())),
      ...[...own.values()].map(({ name, value }): [string, string] => [name, value]),
    ];
    const raw = writeMail({ headers, text: mail.text, html: mail.html, attachments: mail.attachments });
    const recipients = [...new Set([...to, ...cc, ...bcc].map(({ address }) => address.toLowerCase()))];
    const { sender = this.address } = mail;
    const verdict = mail.verdict ?? "pass";
    return { messageId, arrived: this.#around.post(raw, { sender, recipients, verdict, labels: mail.labels }) };
  }
}

const list = (value: People | undefined): Person[] =>
  value === undefined ? [] : (Array.isArray(value) ? value : [value]).map(aPerson);

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
