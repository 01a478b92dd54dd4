import { arrive } from "./arrive.ts";
import { failureNotice } from "./bounce.ts";
import { type Arrived, Customer, type Envelope } from "./customer.ts";
import type { Mailbox } from "./mailbox.ts";
import { headerOf, type Message } from "./message.ts";
import { prependHeaders, removeHeader } from "./mime/edit.ts";
import { people } from "./mime/headers.ts";
import { readMail } from "./mime/read.ts";
import { asSent, recipientsOf } from "./outgoing.ts";
import { threadForOutgoing } from "./threading.ts";
import { type AuthVerdict, traceHeaders } from "./trace.ts";
import type { World } from "./world.ts";

export interface Outgoing {
  raw: Buffer;
  threadId?: string | undefined;
  via: "api" | "web";
  /** The draft that becomes this mail and is gone with it. */
  draft?: Message | undefined;
}

/** Files a mail as sent and hands it to everyone it is addressed to. */
export function sendMail(world: World, mailbox: Mailbox, { raw, threadId, via, draft }: Outgoing): Message {
  const recipients = recipientsOf(raw);
  world.quota.spendSend(mailbox.address);
  const now = world.clock.now();
  const filed = asSent(mailbox, raw, now, via);
  const toItself = recipients.some((address) => world.ours(address) === mailbox);
  if (draft) mailbox.remove(draft);
  const message = mailbox.add({
    raw: filed,
    labels: toItself ? ["UNREAD", "SENT", "INBOX"] : ["SENT"],
    threadId: threadForOutgoing(mailbox, { raw: filed }, threadId, draft),
  });
  const leaving = removeHeader(filed, "Bcc");
  const mail = readMail(leaving);
  world.sent.push({
    ...mail,
    mailbox: mailbox.address,
    id: message.id,
    threadId: message.threadId,
    at: now,
    recipients,
    via,
  });
  const { id } = message;
  const { subject } = mail;
  world.tell({ type: "sent", mailbox: mailbox.address, id, threadId: message.threadId, to: recipients, subject, via });
  const reached = new Set([mailbox]);
  for (const recipient of recipients) {
    const other = world.ours(recipient);
    if (!other) toCustomer(world, recipient, leaving, { mailbox, message });
    else if (!reached.has(other)) receive(world, other, leaving, { recipient, sender: mailbox.address });
    if (other) reached.add(other);
  }
  return message;
}

/** A customer's mail on its way to whoever it names: our mailboxes and other customers alike. */
function postFromOutside(world: World, raw: Buffer, envelope: Envelope): Arrived[] {
  const reached = new Set<Mailbox>();
  const arrived: Arrived[] = [];
  for (const recipient of envelope.recipients) {
    const mailbox = world.ours(recipient);
    if (!mailbox) {
      toCustomer(world, recipient, raw, undefined);
      continue;
    }
    // One copy a mailbox, even if a mail names it twice.
    if (reached.has(mailbox)) continue;
    reached.add(mailbox);
    const { sender, verdict, labels } = envelope;
    const { id, threadId } = receive(world, mailbox, raw, { recipient, sender, verdict, labels });
    arrived.push({ mailbox: mailbox.address, id, threadId });
  }
  return arrived;
}

function receive(
  world: World,
  mailbox: Mailbox,
  raw: Buffer,
  {
    recipient,
    sender,
    verdict,
    labels,
  }: { recipient: string; sender: string; verdict?: AuthVerdict | undefined; labels?: readonly string[] | undefined },
): Message {
  // The category comes a moment after the mail: every poller gets to see one mail in two records.
  const labelsLater = labels ? undefined : ["CATEGORY_PERSONAL"];
  return arrive(mailbox, raw, { labels, labelsLater, trace: { recipient, sender, verdict } }, world.clock.now());
}

function toCustomer(
  world: World,
  address: string,
  raw: Buffer,
  ours: { mailbox: Mailbox; message: Message } | undefined,
): void {
  const customer = customerAt(world, address);
  const now = world.clock.now();
  const sender = people(headerOf({ raw }, "From"))[0]?.address ?? "";
  if (ours && customer.refusal) {
    const notice = failureNotice({
      mail: raw,
      to: ours.mailbox.address,
      failed: address,
      refusal: customer.refusal,
      now,
    });
    arrive(
      ours.mailbox,
      notice,
      { threadId: ours.message.threadId, trace: { recipient: sender, sender: "", verdict: "pass" } },
      now,
    );
    if (customer.refusal.permanent) return;
  }
  const fromDomain = sender.split("@")[1] ?? "";
  const mail = customer.take(
    prependHeaders(raw, traceHeaders({ recipient: address, sender, fromDomain, at: now, verdict: "pass" })),
  );
  world.customerGot(customer, mail);
  // Only our own mail is answered by machines here, so two of them can never talk to each other for ever.
  if (ours) customer.answerByMachine(mail);
}

/** The person behind an address, who exists from the first time anyone speaks of them. */
export function customerAt(world: World, address: string): Customer {
  const key = address.toLowerCase();
  if (world.ours(key)) throw new Error(`${address} is one of our own mailboxes, not a customer`);
  const known = world.customers.get(key);
  if (known) return known;
  const post = (raw: Buffer, envelope: Envelope) => postFromOutside(world, raw, envelope);
  const customer = new Customer(key, { now: () => world.clock.now(), post });
  world.customers.set(key, customer);
  return customer;
}
