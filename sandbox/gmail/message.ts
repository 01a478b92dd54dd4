import { header, messageIds } from "./mime/headers.ts";
import { type Part, parseMail } from "./mime/tree.ts";

/** A mail as one mailbox holds it. */
export interface Message {
  readonly id: string;
  readonly threadId: string;
  readonly raw: Buffer;
  /** When Google accepted it (or what an import claims), in milliseconds. */
  readonly internalDate: number;
  /** When this mailbox stored it: what the search index lags behind. */
  readonly storedAt: number;
  labels: Set<string>;
  historyId: bigint;
}

const parsed = new WeakMap<Buffer, Part>();

/** Parsed once: reading costs more than everything else here together. */
export function mailOf(message: { raw: Buffer }): Part {
  let mail = parsed.get(message.raw);
  if (!mail) {
    mail = parseMail(message.raw);
    parsed.set(message.raw, mail);
  }
  return mail;
}

export const headerOf = (message: { raw: Buffer }, name: string): string | undefined =>
  header(mailOf(message).headers, name);

export const rfcIdOf = (message: { raw: Buffer }): string | undefined => messageIds(headerOf(message, "Message-ID"))[0];
