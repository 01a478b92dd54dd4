import type { Mailbox } from "./mailbox.ts";
import { headerOf, type Message, rfcIdOf } from "./message.ts";
import { decoded, messageIds } from "./mime/headers.ts";

/** A conversation of this length is closed and the next mail starts a new one. */
const LONGEST_THREAD = 100;

/** Reply and forward marks of the languages people write in; Gmail looks past all of them. */
const MARKS =
  /^\s*(?:(?:re|r|aw|sv|vs|antw|odp|ynt|res|rv|ref|rif|fw|fwd|wg|tr|i|enc|doorst)\s*(?:\[\d+\])?\s*[:：]\s*)+/i;

export const hasMark = (subject: string): boolean => MARKS.test(subject);

const baseSubject = (subject: string): string =>
  decoded(subject).replace(MARKS, "").replace(/\s+/g, " ").trim().toLowerCase();

/** The nearest ancestor stands last. */
const CITING = ["References", "In-Reply-To"];

const subjectOf = (message: { raw: Buffer }): string => baseSubject(headerOf(message, "Subject") ?? "");

function goesOn(thread: readonly Message[], mail: { raw: Buffer }): boolean {
  const first = thread[0];
  return first !== undefined && thread.length < LONGEST_THREAD && subjectOf(mail) === subjectOf(first);
}

const holds = (thread: readonly Message[], rfcIds: readonly string[]): boolean =>
  thread.some((message) => rfcIds.includes(rfcIdOf(message) ?? ""));

/**
 * Something we send or draft stays in a thread only if it names it, cites it in both headers and keeps its subject. Gmail
 * has been seen to forgive a missing header; its guide asks for both, and customers' mail programs need them.
 */
export function threadForOutgoing(
  mailbox: Mailbox,
  mail: { raw: Buffer },
  threadId: string | undefined,
  /** The draft this mail takes the place of, already removed: one alone in its thread leaves the thread to it. */
  replaced?: Message,
): string | undefined {
  if (threadId === undefined) return undefined;
  const thread = mailbox.thread(threadId);
  if (thread.length === 0 && replaced?.threadId === threadId) return threadId;
  const cites = CITING.every((name) => holds(thread, messageIds(headerOf(mail, name))));
  return cites && goesOn(thread, mail) ? threadId : undefined;
}

/** Mail from outside finds its thread by what it cites, the nearest ancestor first. */
export function threadForIncoming(mailbox: Mailbox, mail: { raw: Buffer }): string | undefined {
  const ancestors = CITING.flatMap((name) => messageIds(headerOf(mail, name)));
  for (const rfcId of ancestors.reverse()) {
    for (const { threadId } of mailbox.withRfcId(rfcId)) {
      if (goesOn(mailbox.thread(threadId), mail)) return threadId;
    }
  }
  return undefined;
}
