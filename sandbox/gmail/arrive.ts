import type { Mailbox } from "./mailbox.ts";
import { headerOf, type Message } from "./message.ts";
import { prependHeaders } from "./mime/edit.ts";
import { people } from "./mime/headers.ts";
import { threadForIncoming } from "./threading.ts";
import { type AuthVerdict, traceHeaders } from "./trace.ts";

export interface Arrival {
  labels?: readonly string[] | undefined;
  receivedAt?: number | undefined;
  /** Adds Gmail's headers on top, as for mail that came in over SMTP; without it the bytes stay as they are. */
  trace?: { recipient: string; sender: string; verdict?: AuthVerdict | undefined } | undefined;
  /** Gmail's own bounces join the thread of the mail that failed, whatever their subject. */
  threadId?: string | undefined;
  /** Labels that follow in a history record of their own, as a filter or a category gives them. */
  labelsLater?: readonly string[] | undefined;
}

/** Puts a mail from outside into a mailbox. */
export function arrive(mailbox: Mailbox, raw: Buffer, arrival: Arrival, now: number): Message {
  const at = arrival.receivedAt ?? now;
  const bytes = arrival.trace ? traced(raw, arrival.trace, at) : raw;
  const message = mailbox.add({
    raw: bytes,
    labels: arrival.labels ?? ["UNREAD", "INBOX"],
    threadId: arrival.threadId ?? threadForIncoming(mailbox, { raw: bytes }),
    internalDate: at,
  });
  if (arrival.labelsLater) mailbox.relabel(message, arrival.labelsLater, []);
  return message;
}

function traced(raw: Buffer, { recipient, sender, verdict }: NonNullable<Arrival["trace"]>, at: number): Buffer {
  const from = people(headerOf({ raw }, "From"))[0]?.address ?? sender;
  const fields = traceHeaders({ recipient, sender, fromDomain: from.split("@")[1] ?? "", at, verdict });
  // Only the receiving server's own id is left for a mail whose sender gave it none.
  if (!headerOf({ raw }, "Message-ID")) {
    fields.push(["Message-ID", `<${Math.trunc(at).toString(16)}.SMTPIN_ADDED_MISSING@mx.google.com>`]);
  }
  return prependHeaders(raw, fields);
}
