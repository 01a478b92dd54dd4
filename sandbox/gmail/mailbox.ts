import type { Clock } from "./clock.ts";
import { notFound } from "./errors.ts";
import { type Change, History } from "./history.ts";
import { draftId, messageId } from "./ids.ts";
import { Labels } from "./labels.ts";
import { type Message, rfcIdOf } from "./message.ts";
import type { SendAs } from "./send-as.ts";

interface MailboxChange {
  change: Change;
  message: Message;
  labelIds: string[];
}

interface Settings {
  address: string;
  name: string;
  sendAs: SendAs[];
  clock: Clock;
  retentionMs: () => number;
  onChange: (mailbox: Mailbox, change: MailboxChange) => void;
}

export interface NewMessage {
  raw: Buffer;
  labels: Iterable<string>;
  threadId?: string | undefined;
  internalDate?: number | undefined;
}

/** One Gmail account: messages, labels, drafts, and the record of every change. */
export class Mailbox {
  readonly address: string;
  readonly name: string;
  readonly sendAs: SendAs[];
  readonly labels = new Labels();
  readonly history: History;
  /** Draft id → the id its message has at the moment. */
  readonly drafts = new Map<string, string>();
  /** Messages that are listed but turn out to be gone when somebody fetches them. */
  readonly vanishing = new Set<string>();
  readonly #clock: Clock;
  readonly #onChange: Settings["onChange"];
  readonly #messages = new Map<string, Message>();
  readonly #threads = new Map<string, Set<string>>();
  readonly #byRfcId = new Map<string, Set<string>>();
  #lastId = "";

  constructor({ address, name, sendAs, clock, retentionMs, onChange }: Settings) {
    this.address = address;
    this.name = name;
    this.sendAs = sendAs;
    this.#clock = clock;
    this.history = new History(clock, retentionMs);
    this.#onChange = onChange;
  }

  add({ raw, labels, threadId, internalDate }: NewMessage): Message {
    const now = this.#clock.now();
    const id = messageId(now, this.#lastId);
    this.#lastId = id;
    const message: Message = {
      id,
      threadId: threadId ?? id,
      raw,
      internalDate: internalDate ?? now,
      storedAt: now,
      labels: new Set(labels),
      historyId: 0n,
    };
    this.#messages.set(id, message);
    grow(this.#threads, message.threadId, id);
    const rfcId = rfcIdOf(message);
    if (rfcId) grow(this.#byRfcId, rfcId, id);
    this.#record("messageAdded", message);
    return message;
  }

  /** Erased for good; the trash is a label. */
  remove(message: Message): void {
    this.#messages.delete(message.id);
    shrink(this.#threads, message.threadId, message.id);
    shrink(this.#byRfcId, rfcIdOf(message) ?? "", message.id);
    for (const [draft, id] of this.drafts) if (id === message.id) this.drafts.delete(draft);
    this.#record("messageDeleted", message);
  }

  relabel(message: Message, add: Iterable<string>, remove: Iterable<string>): void {
    const added = [...add].filter((id) => !message.labels.has(id));
    const removed = [...remove].filter((id) => message.labels.has(id));
    for (const id of added) message.labels.add(id);
    for (const id of removed) message.labels.delete(id);
    if (added.length > 0) this.#record("labelAdded", message, added);
    if (removed.length > 0) this.#record("labelRemoved", message, removed);
  }

  find(id: string): Message | undefined {
    return this.#messages.get(id);
  }

  /** What `get` does; a message marked to vanish does so now. */
  take(id: string): Message {
    const message = this.#messages.get(id);
    if (!message) throw notFound();
    if (this.vanishing.delete(id)) {
      this.remove(message);
      throw notFound();
    }
    return message;
  }

  newestFirst(): Message[] {
    return [...this.#messages.values()].sort(
      (a, b) => b.internalDate - a.internalDate || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0),
    );
  }

  thread(id: string): Message[] {
    const ids = this.#threads.get(id) ?? [];
    return [...ids]
      .flatMap((one) => this.#messages.get(one) ?? [])
      .sort((a, b) => a.internalDate - b.internalDate || (a.id < b.id ? -1 : 1));
  }

  withRfcId(rfcId: string): Message[] {
    return [...(this.#byRfcId.get(rfcId) ?? [])].flatMap((id) => this.#messages.get(id) ?? []);
  }

  counts(): { messages: number; threads: number } {
    return { messages: this.#messages.size, threads: this.#threads.size };
  }

  addDraft(message: Message): string {
    const id = draftId();
    this.drafts.set(id, message.id);
    return id;
  }

  draftMessage(id: string): Message {
    const message = this.#messages.get(this.drafts.get(id) ?? "");
    if (!message) throw notFound();
    return message;
  }

  #record(change: Change, message: Message, labelIds: string[] = []): void {
    const { id, threadId, labels } = message;
    message.historyId = this.history.append(change, { id, threadId, labelIds: [...labels] }, labelIds);
    this.#onChange(this, { change, message, labelIds });
  }
}

function grow(index: Map<string, Set<string>>, key: string, id: string): void {
  const ids = index.get(key);
  if (ids) ids.add(id);
  else index.set(key, new Set([id]));
}

function shrink(index: Map<string, Set<string>>, key: string, id: string): void {
  const ids = index.get(key);
  ids?.delete(id);
  if (ids?.size === 0) index.delete(key);
}
