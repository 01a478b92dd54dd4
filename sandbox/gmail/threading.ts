import type { Mailbox } from "./mailbox.ts";
import { ancestorsOf, headerOf, type Message, rfcIdOf } from "./message.ts";
import { decoded } from "./mime/headers.ts";

/** A conversation of this length is closed and the next mail starts a new one. */
const LONGEST_THREAD = 100;

/** Reply and forward marks of the languages people write in; Gmail looks past all of them. */
const MARKS =
  /^\s*(?:(?:re|r|aw|sv|vs|antw|odp|ynt|res|rv|ref|rif|fw|fwd|wg|tr|i|enc|doorst)\s*(?:\[\d+\])?\s*[:：]\s*)+/i;

export const hasMark = (subject: string): boolean => MARKS.test(subject);

const baseSubject = (subject: string): string =>
  decoded(subject).replace(MARKS, "").replace(/\s+/g, " ").trim().toLowerCase();

const subjectOf = (message: { raw: Buffer }): string => baseSubject(headerOf(message, "Subject") ?? "");

function fits(mail: { raw: Buffer }, thread: readonly Message[]): boolean {
  const first = thread[0];
  if (!first || thread.length >= LONGEST_THREAD || subjectOf(mail) !== subjectOf(first)) return false;
  const ancestors = new Set(ancestorsOf(mail));
  return thread.some((message) => ancestors.has(rfcIdOf(message) ?? ""));
}

/** Something we send or draft stays in a thread only if it names it, cites it and keeps its subject. */
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
  return fits(mail, thread) ? threadId : undefined;
}

/** Mail from outside finds its thread by what it cites, the nearest ancestor first. */
export function threadForIncoming(mailbox: Mailbox, mail: { raw: Buffer }): string | undefined {
  for (const rfcId of ancestorsOf(mail).reverse()) {
    for (const message of mailbox.withRfcId(rfcId)) {
      if (fits(mail, mailbox.thread(message.threadId))) return message.threadId;
    }
  }
  return undefined;
}
