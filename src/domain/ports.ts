import type { HomeView, KnownBlock } from "@slack/types";
import type { ChatFile } from "./article.ts";
import type { Recipient } from "./draft.ts";

/** The outside world as Mailroom needs it; adapters fill these. Every method fails with a `MailroomError`. */

/** A message as a mailbox lists it. */
export interface MailChange {
  providerId: string;
  /** True when the message moved into the inbox (rescued from spam, un-archived) rather than being new. */
  intoInbox: boolean;
}

export interface FetchedMail {
  providerId: string;
  threadId: string;
  labels: readonly string[];
  /** When the provider accepted it. */
  receivedAt: number;
  raw: Uint8Array;
}

export interface ThreadEntry {
  providerId: string;
  labels: readonly string[];
  receivedAt: number;
  /** Our own marker header, where the message carries it. */
  marker: string | undefined;
}

export interface OutgoingMail {
  from: Recipient;
  to: readonly Recipient[];
  cc: readonly Recipient[];
  subject: string;
  body: string;
  /** Message-ID of the mail that is answered, and its References: what keeps the customer's thread together. */
  inReplyTo: string | undefined;
  references: readonly string[];
  attachments: readonly { name: string; contentType: string; content: Uint8Array }[];
  /** Identifies the effect; written into our own header and found again by it. */
  marker: string;
  /** No person pressed the button: the mail says so in its headers, and is never answered by a machine that plays by the rules. */
  automatic: boolean;
}

export interface SentMail {
  providerId: string;
  threadId: string;
}

/** One mailbox. */
export interface MailProvider {
  /** `cursor`: where the history stands now. `address` is undefined where the provider does not say. */
  profile(): Promise<{ address: string | undefined; cursor: string }>;
  /** Everything since the cursor, and the next one. Fails with `gmail_cursor_expired` when it is too old. */
  changesSince(cursor: string): Promise<{ changes: MailChange[]; cursor: string }>;
  /** Ids of everything accepted since the instant, a page at a time, newest first; drafts and chats left out. */
  listSince(since: number): AsyncIterable<string[]>;
  /** Ids of unread mail in the inbox, the newest first: what waits when Mailroom is connected. */
  listWaiting(limit: number): Promise<string[]>;
  fetch(providerId: string): Promise<FetchedMail>;
  /** The conversation as it stands now, oldest first. */
  thread(threadId: string): Promise<ThreadEntry[]>;
  /** Writes a draft, in a conversation or for a new one; a second one does no harm. */
  prepare(threadId: string | undefined, mail: OutgoingMail): Promise<{ draftId: string }>;
  /** The prepared draft that this message of a conversation is, should the answer to `prepare` have been lost. */
  draftOf(providerId: string): Promise<string | undefined>;
  /**
   * Sends a prepared draft with these words, whatever somebody has made of it since. An unanswered call fails with
   * `gmail_outcome_unknown`.
   */
  sendPrepared(draftId: string, threadId: string | undefined, mail: OutgoingMail): Promise<SentMail>;
  /** Sends without a draft, where drafts are not to be had. */
  sendAtOnce(threadId: string | undefined, mail: OutgoingMail): Promise<SentMail>;
  /** Whether a prepared draft is still one; undefined when the provider cannot say. */
  isStillDraft(draftId: string): Promise<boolean | undefined>;
  /** Asks to be told of changes through a Pub/Sub topic, until the instant. Asking again prolongs it. */
  watch(topic: string): Promise<{ until: number }>;
  /** Throws an unsent draft away; one that is gone already is fine. */
  discard(draftId: string): Promise<void>;
}

/** Where a provider says that something changed: hints alone, which may be late, doubled or missing. */
export interface PushSource {
  /** Waits for news, and gives the mailboxes it is about; empty after a quiet while. */
  next(signal: AbortSignal): Promise<PushNews>;
  /** Whether news can be had, without taking any. */
  probe(): Promise<void>;
}

export interface PushNews {
  addresses: string[];
  /** What was said is on disk, and need not be said again. */
  acknowledge(): Promise<void>;
}

export type ScanVerdict = { kind: "clean" } | { kind: "infected"; name: string };

/** Looks for malware. Fails with `scanner_unavailable` when it is down, `scanner_refused` when it has no verdict on this file. */
export interface VirusScanner {
  scan(bytes: Uint8Array): Promise<ScanVerdict>;
}

export interface PostedMessage {
  channel: string;
  ts: string;
}

export interface Posting {
  channel: string;
  threadTs?: string;
  /** What notifications and screen readers say. */
  text: string;
  blocks: KnownBlock[];
  /** Ids only: everybody in the workspace can read it. */
  marker: { type: string; payload: Record<string, string | number> };
  broadcast?: boolean;
}

/** Files that people hand over in Slack. */
export interface ChatFiles {
  look(id: string): Promise<ChatFile>;
  fetch(file: ChatFile, mostBytes: number): Promise<Uint8Array>;
}

/** Slack as the job side needs it. */
export interface Chat {
  /**
   * Posts once. An unanswered call fails with `slack_outcome_unknown`. `key` says who asks, so that a place in a full
   * channel's queue is kept; a higher `rank` goes first, and what `canWait` stands back for what cannot.
   */
  post(posting: Posting, asker?: { key: string; rank?: number; canWait?: boolean }): Promise<PostedMessage>;
  /** Milliseconds from one message to the next in the channel, as Slack lets us post there now. */
  interval(channel: string): number;
  update(at: PostedMessage, message: { text: string; blocks: KnownBlock[]; marker: Posting["marker"] }): Promise<void>;
  /**
   * Looks for a message of ours by a field of its marker, in a channel or a thread, not older than `since`.
   * `unsure` when Slack would not let us look.
   */
  find(
    where: { channel: string; threadTs?: string; since: number },
    marker: { type: string; key: string; value: string | number },
  ): Promise<PostedMessage | "none" | "unsure">;
  /** Messages of ours with this kind of marker in a channel, not older than `since`; none where Slack would not let us look. */
  marked(
    where: { channel: string; since: number },
    type: string,
  ): Promise<{ ts: string; payload: Readonly<Record<string, unknown>> }[]>;
  /** Shows somebody their App Home. */
  publishHome(user: string, view: HomeView): Promise<void>;
  /** Opens (or finds) the direct channel with a person. */
  direct(user: string): Promise<string>;
}
