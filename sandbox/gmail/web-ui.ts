import { fileDraft } from "./drafts.ts";
import { changeLabels, trash } from "./label-change.ts";
import type { Mailbox } from "./mailbox.ts";
import type { Message } from "./message.ts";
import type { Person } from "./mime/headers.ts";
import { type ReadMail, readMail } from "./mime/read.ts";
import { aPerson, formatPeople, formatPerson, mailDate, type NewAttachment, writeMail } from "./mime/write.ts";
import { sendMail } from "./post-office.ts";
import { quoted, replySubject } from "./reply.ts";
import type { World } from "./world.ts";

export interface Typed {
  text: string;
  to?: readonly (string | Person)[] | undefined;
  cc?: readonly (string | Person)[] | undefined;
  subject?: string | undefined;
  attachments?: readonly NewAttachment[] | undefined;
}

export interface DraftInHand {
  draftId: string;
  message: Message;
}

/** A person at this mailbox in the Gmail web page. Nothing here costs quota or leaves a mark of ours. */
export class WebUi {
  readonly #world: World;
  readonly #mailbox: Mailbox;

  constructor(world: World, mailbox: Mailbox) {
    this.#world = world;
    this.#mailbox = mailbox;
  }

  write(typed: Typed & { to: readonly (string | Person)[]; subject: string }): Message {
    return this.#send(this.#compose(typed, undefined), undefined);
  }

  /** Answers the newest mail of a thread that is not a draft. */
  reply(threadId: string, typed: Typed): Message {
    return this.#send(this.#compose(typed, this.#newest(threadId)), threadId);
  }

  /** What Gmail does every few seconds while somebody types: same draft, new message id. */
  autosave(threadId: string | undefined, typed: Typed, draftId?: string): DraftInHand {
    const raw = this.#compose(typed, threadId === undefined ? undefined : this.#newest(threadId));
    const { id, message } = fileDraft(this.#mailbox, { raw, threadId, draftId });
    return { draftId: id, message };
  }

  /** Opens a draft, whoever made it, and changes it; headers Gmail does not know do not survive. */
  editDraft(draftId: string, typed: Omit<Typed, "text"> & { text?: string | undefined }): DraftInHand {
    const draft = this.#mailbox.draftMessage(draftId);
    const old = readMail(draft.raw);
    const raw = writeMail({
      headers: [
        ["Date", mailDate(this.#world.clock.now())],
        ["Subject", typed.subject ?? old.subject],
        ["From", formatPerson(old.from.address ? old.from : this.#mailbox)],
        ["To", formatPeople(typed.to?.map(aPerson) ?? old.to)],
        ["Cc", formatPeople(typed.cc?.map(aPerson) ?? old.cc)],
        ["Bcc", formatPeople(old.bcc)],
        ["In-Reply-To", old.inReplyTo || undefined],
        ["References", old.references.join(" ") || undefined],
      ],
      text: typed.text ?? old.text,
      attachments: typed.attachments ?? old.attachments,
    });
    const { message } = fileDraft(this.#mailbox, { raw, threadId: draft.threadId, draftId });
    return { draftId, message };
  }

  sendDraft(draftId: string): Message {
    const draft = this.#mailbox.draftMessage(draftId);
    const { raw, threadId } = draft;
    return sendMail(this.#world, this.#mailbox, { raw, threadId, via: "web", draft });
  }

  deleteDraft(draftId: string): void {
    this.#mailbox.remove(this.#mailbox.draftMessage(draftId));
  }

  archive(threadId: string): void {
    this.label(threadId, [], ["INBOX"]);
  }

  unarchive(threadId: string): void {
    this.label(threadId, ["INBOX"], []);
  }

  markRead(threadId: string): void {
    this.label(threadId, [], ["UNREAD"]);
  }

  markSpam(threadId: string): void {
    this.label(threadId, ["SPAM"], ["INBOX"]);
  }

  /** "Not spam": the mail shows up in the history as labelled INBOX, never as added. */
  rescue(threadId: string): void {
    this.label(threadId, ["INBOX"], ["SPAM"]);
  }

  trash(threadId: string): void {
    for (const message of this.#thread(threadId)) trash(this.#mailbox, message);
  }

  /** "Delete for ever". */
  erase(threadId: string): void {
    for (const message of this.#thread(threadId)) this.#mailbox.remove(message);
  }

  label(threadId: string, add: readonly string[], remove: readonly string[]): void {
    changeLabels(this.#mailbox, this.#thread(threadId), add, remove);
  }

  #thread(threadId: string): Message[] {
    const messages = this.#mailbox.thread(threadId);
    if (messages.length === 0) throw new Error(`${this.#mailbox.address} has no thread ${threadId}`);
    return messages;
  }

  #newest(threadId: string): ReadMail {
    const messages = this.#thread(threadId);
    const shown = messages.findLast(({ labels }) => !labels.has("DRAFT")) ?? messages.at(-1);
    if (!shown) throw new Error("a thread has at least one mail");
    return readMail(shown.raw);
  }

  #compose(typed: Typed, answered: ReadMail | undefined): Buffer {
    const own = (person: Person) => this.#world.ours(person.address) === this.#mailbox;
    // Answering one's own mail goes to whoever that went to.
    const back =
      answered && (own(answered.from) ? answered.to : answered.replyTo.length > 0 ? answered.replyTo : [answered.from]);
    const references = answered && [...answered.references, answered.messageId].filter(Boolean).join(" ");
    return writeMail({
      headers: [
        ["Date", mailDate(this.#world.clock.now())],
        ["Subject", typed.subject ?? (answered ? replySubject(answered.subject) : "")],
        ["From", formatPerson(this.#mailbox)],
        ["To", formatPeople(typed.to?.map(aPerson) ?? back ?? [])],
        ["Cc", formatPeople(typed.cc?.map(aPerson) ?? [])],
        ["In-Reply-To", answered?.messageId || undefined],
        ["References", references || undefined],
      ],
      text: answered ? `${typed.text}\n\n${quoted(answered)}` : typed.text,
      html: `<div dir="ltr">${typed.text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`).replace(/\n/g, "<br>")}</div>`,
      attachments: typed.attachments,
    });
  }

  #send(raw: Buffer, threadId: string | undefined): Message {
    return sendMail(this.#world, this.#mailbox, { raw, threadId, via: "web" });
  }
}
