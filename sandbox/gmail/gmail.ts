import type { ServiceAccountKey } from "./auth/service-account.ts";
import type { Clock } from "./clock.ts";
import type { Customer } from "./customer.ts";
import type { Faults } from "./faults.ts";
import type { Knobs } from "./knobs.ts";
import type { Mailbox } from "./mailbox.ts";
import type { Message } from "./message.ts";
import type { SendAs } from "./send-as.ts";
import type { AuthVerdict } from "./trace.ts";
import type { WebUi } from "./web-ui.ts";
import type { Call, SandboxEvent, SentMail } from "./world.ts";

export interface MailboxSetup {
  address: string;
  name?: string;
  /** A token to use instead of a random one, e.g. the one in a demo's environment. */
  refreshToken?: string;
  /** Aliases: an address, or a whole entry (`verificationStatus: "pending"` to make it unusable). */
  sendAs?: readonly (string | Partial<SendAs>)[];
  /** What its refresh token may do; `gmail.modify` if absent. */
  scopes?: readonly string[];
}

export interface GmailSetup {
  mailboxes: readonly MailboxSetup[];
  /** 0 or absent: a free one. */
  port?: number;
  /** A number stands still until it is moved; a function or nothing runs. */
  now?: number | (() => number);
  knobs?: Partial<Knobs>;
  /** What the Workspace admin lets the service account do in every mailbox. */
  delegatedScopes?: readonly string[];
}

export interface Delivery {
  labels?: readonly string[];
  receivedAt?: number;
  /** Prepend what Google adds on reception (Delivered-To, Return-Path, Authentication-Results …). */
  trace?: boolean;
  /** With `trace`: envelope sender (default: From) and what the checks found (default: pass). */
  sender?: string;
  verdict?: AuthVerdict;
  labelsLater?: readonly string[];
}

/** A running sandbox Gmail. */
export interface Gmail {
  /** Root for `googleapis` (`rootUrl: url + "/"`) and for `/sandbox/`. */
  readonly url: string;
  readonly tokenUrl: string;
  readonly authUrl: string;
  readonly revokeUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly pubsub: { project: string; topic: string; subscription: string };
  readonly clock: Clock;
  readonly knobs: Knobs;
  readonly faults: Faults;
  readonly mailboxes: Mailbox[];
  readonly customers: Customer[];
  /** Every API call so far, in order. */
  readonly calls: Call[];
  /** Every mail that left one of our mailboxes, in order, as it went out. */
  readonly sent: SentMail[];
  refreshToken(address: string): string;
  /** An access token at once, for a test that needs no OAuth. */
  accessToken(address: string, scopes?: readonly string[]): string;
  /** Every access token that anybody was given, dead ones too. */
  accessTokens(): readonly string[];
  serviceAccount(): ServiceAccountKey;
  mailbox(address: string): Mailbox;
  customer(address: string): Customer;
  web(address: string): WebUi;
  deliver(mailbox: string, raw: Uint8Array | string, delivery?: Delivery): Message;
  expireHistory(address?: string): void;
  expireAccessTokens(address?: string): void;
  revoke(address: string): void;
  /** Still listed, gone when fetched. */
  vanish(address: string, messageId: string): void;
  listen(listener: (event: SandboxEvent) => void): () => void;
  /** Resolves as soon as the predicate holds; looks again whenever something happened. */
  until(predicate: (gmail: Gmail) => boolean, timeoutMs?: number): Promise<void>;
  stop(): Promise<void>;
}
