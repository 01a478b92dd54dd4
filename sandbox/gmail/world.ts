import type { Clock } from "./clock.ts";
import type { Customer, CustomerMail } from "./customer.ts";
import type { Change } from "./history.ts";
import type { Knobs } from "./knobs.ts";
import type { Mailbox } from "./mailbox.ts";
import type { ReadMail } from "./mime/read.ts";
import { Quota } from "./quota.ts";

/** A mail that left one of our mailboxes, as it went out (Bcc already stripped). */
export interface SentMail extends ReadMail {
  mailbox: string;
  id: string;
  threadId: string;
  at: number;
  /** Everyone it goes to, Bcc included. */
  recipients: string[];
  via: "api" | "web";
}

export interface Call {
  method: string;
  user: string;
  at: number;
  query: Record<string, string[]>;
  body: unknown;
  /** Absent while the call runs; 0 when the connection was dropped. */
  status?: number;
  units: number;
}

export type SandboxEvent =
  | {
      type: "mailbox";
      mailbox: string;
      change: Change;
      id: string;
      threadId: string;
      labelIds: string[];
      historyId: string;
    }
  | { type: "customer-mail"; customer: string; id: string; from: string; subject: string }
  | { type: "sent"; mailbox: string; id: string; threadId: string; to: string[]; subject: string; via: "api" | "web" }
  /** Told twice: when a call begins, and with its status when it is over. */
  | { type: "call"; method: string; user: string; status?: number };

/** Everything there is, and the one way to say that some of it changed. */
export class World {
  readonly clock: Clock;
  readonly knobs: Knobs;
  readonly quota: Quota;
  readonly mailboxes = new Map<string, Mailbox>();
  readonly customers = new Map<string, Customer>();
  readonly sent: SentMail[] = [];
  readonly calls: Call[] = [];
  readonly #listeners = new Set<(event: SandboxEvent) => void>();

  constructor(clock: Clock, knobs: Knobs) {
    this.clock = clock;
    this.knobs = knobs;
    this.quota = new Quota(clock, knobs);
  }

  /** By primary address, alias, or either with a `+tag`. */
  ours(address: string): Mailbox | undefined {
    const plain = address.toLowerCase().replace(/\+[^@]*(?=@)/, "");
    const direct = this.mailboxes.get(plain);
    if (direct) return direct;
    for (const mailbox of this.mailboxes.values()) {
      if (mailbox.sendAs.some((alias) => alias.sendAsEmail.toLowerCase() === plain)) return mailbox;
    }
    return undefined;
  }

  mailbox(address: string): Mailbox {
    const mailbox = this.mailboxes.get(address.toLowerCase());
    if (!mailbox) throw new Error(`there is no mailbox ${address}`);
    return mailbox;
  }

  listen(listener: (event: SandboxEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(event: SandboxEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  customerGot(customer: Customer, mail: CustomerMail): void {
    const { id, from, subject } = mail;
    this.tell({ type: "customer-mail", customer: customer.address, id, from: from.address, subject });
  }
}
