import type { Tx } from "../db/database.ts";
import { getLedgerRow, type LedgerRow, settleLedgerRow } from "../db/ledger.ts";
import { getMailbox, type Mailbox } from "../db/mailboxes.ts";
import { findCopy, messagesByRfcId, messagesOfTicket, senderHash, storeMessage } from "../db/messages.ts";
import { recordModelCalls } from "../db/model-calls.ts";
import { countTicketsOf } from "../db/sender-history.ts";
import { findTicketOfThread, getTicket, type Ticket } from "../db/tickets.ts";
import { ACKNOWLEDGEMENT_MARKER } from "../domain/effects.ts";
import type { Email } from "../domain/email.ts";
import { toFailure } from "../domain/errors.ts";
import type { HomeData } from "../domain/home.ts";
import { measured, note } from "../domain/measure.ts";
import type { FetchedMail } from "../domain/ports.ts";
import type { Settings } from "../domain/settings/settings.ts";
import type { TriageResult } from "../domain/triage-result.ts";
import { actOnForm } from "../pipeline/act.ts";
import { normalise } from "../pipeline/normalise.ts";
import type { TriageInput } from "../pipeline/triage.ts";
import { takeInMail } from "../tickets/take-in-mail.ts";
import { readTaught } from "../tickets/taught.ts";
import type { DeskJobs } from "./desk-jobs.ts";
import { labelledAway } from "./labels.ts";
import { recordMachineMail } from "./machine-mail.ts";
import { normaliseContext } from "./normalise-context.ts";
import { recordOwnMail } from "./own-mail.ts";
import type { JobContext } from "./runner.ts";
import { planScan } from "./scan-again.ts";
import { createTurns } from "./turn.ts";

export interface ProcessDeps extends DeskJobs {
  triage: (input: TriageInput) => Promise<TriageResult>;
  readHome: (user: string) => Promise<HomeData | undefined>;
}

/** Two mails of the same sender with the same words within this time are one mail that was sent or delivered twice. */
const COPY_WINDOW_MS = 10 * 60_000;
/** Earlier mails of the conversation that the pipeline is shown. */
const HISTORY = 4;
const turn = createTurns();

/** Takes one message from the ledger to its one final state. Everything it writes, and its own end, is one transaction. */
export async function processMessage(deps: ProcessDeps, ledgerId: number, job: JobContext): Promise<void> {
  const { db, now } = deps;
  const row = await getLedgerRow(db.read, ledgerId);
  if (row?.state !== "pending") return;
  const mailbox = (await getMailbox(db.read, row.mailboxId))!;

  const ignore = (reason: string) =>
    db.transaction(async (tx) => {
      await settleLedgerRow(tx, ledgerId, { state: "ignored", reason }, now());
      await job.finish(tx);
    });

  let fetched: FetchedMail;
  try {
    fetched = await measured({ step: "fetch", kind: "gmail", ids: { ledgerId } }, async () =>
      (await deps.mail(mailbox.address)).fetch(row.providerId),
    );
  } catch (error) {
    if (toFailure(error).code === "gmail_not_found") return ignore("It was gone from Gmail before it could be read");
    throw error;
  }
  const away = labelledAway(fetched.labels);
  if (away) return ignore(away);

  const { settings } = deps.settings.current();
  await turn();
  const email = await measured({ step: "normalise", kind: "mail", ids: { ledgerId } }, () =>
    normalise(fetched.raw, normaliseContext(settings, deps.scanner)),
  );
  const mail: ReadMail = { row, mailbox, fetched, email };
  if (fetched.labels.includes("SENT")) return recordOwnMail(deps, mail, job);
  return processIncoming(deps, mail, settings, job);
}

export interface ReadMail {
  row: LedgerRow;
  mailbox: Mailbox;
  fetched: FetchedMail;
  email: Email;
}

async function processIncoming(deps: ProcessDeps, mail: ReadMail, settings: Settings, job: JobContext): Promise<void> {
  const { db, now } = deps;
  const { row, mailbox, fetched, email } = mail;
  const place = await placeOf(db.read, mail);
  if (place.duplicateOf !== undefined)
    return db.transaction((tx) => recordDuplicate(tx, mail, place.duplicateOf!, job, now()));

  const byForm = actOnForm(email, { knownThread: place.ticket !== undefined });
  if (byForm?.kind === "ignore") {
    return db.transaction(async (tx) => {
      const messageId = await store(tx, mail, null, now());
      await settleLedgerRow(tx, row.id, { state: "ignored", reason: byForm.reason, messageId }, now());
      await job.finish(tx);
    });
  }
  if (place.ticket && (email.machine.kind === "bounce" || email.machine.kind === "auto_reply")) {
    return recordMachineMail(deps, mail, place.ticket.id, job);
  }

  const hash = email.from ? senderHash(db.read, email.from.address) : null;
  const known = await countTicketsOf(db.read, hash, place.ticket?.id);
  const sender = { senderHash: hash, senderDomain: email.from?.address.split("@").at(-1) ?? null };
  const earlier = place.ticket ? await messagesOfTicket(db.read, place.ticket.id, HISTORY) : [];
  // What was read or filed before Mailroom came is history: understood, but nobody is called.
  const awaited = row.origin === "live" || (fetched.labels.includes("UNREAD") && fetched.labels.includes("INBOX"));
  const answered = awaited && !place.ticket && (await answeredSince(deps, mail));
  const { version } = deps.settings.current();
  const input: TriageInput = {
    email,
    mailbox: mailbox.address,
    settings,
    settingsVersion: version,
    receivedAt: fetched.receivedAt,
    history: { knownThread: place.ticket !== undefined, openTickets: known.open, pastTickets: known.past },
    earlier: earlier.flatMap((one) => (one.email ? [{ direction: one.direction, text: one.email.visibleText }] : [])),
    taught: await readTaught(db.read, settings, sender),
    previous: place.ticket && { intent: place.ticket.intent, openedAt: place.ticket.openedAt },
    placeholders: place.ticket?.placeholders,
    waiting: awaited && !answered,
  };
  const ids = { ledgerId: row.id };
  await turn();
  const result = await measured({ step: "triage", kind: "mail", ids }, () => deps.triage(input));

  /** The ticket, by which a trace goes on; none for a copy. */
  const record = async (tx: Tx): Promise<number | "copy" | "read-again"> => {
    // The model took its time: a copy may have come through another mailbox, or the conversation may have got its ticket.
    const present = await placeOf(tx, mail);
    if (present.duplicateOf !== undefined) {
      await recordDuplicate(tx, mail, present.duplicateOf, job, now());
      return "copy";
    }
    // Or what came before this mail was erased, and what was made of it here holds words of that.
    if (place.ticket?.about && present.ticket && !present.ticket.about) return "read-again";
    const messageId = await store(tx, mail, present.ticket?.id ?? null, now());
    const ticket = await takeInMail(tx, {
      mailboxId: mailbox.id,
      providerThreadId: fetched.threadId,
      messageId,
      receivedAt: fetched.receivedAt,
      answered,
      ...sender,
      ticket: present.ticket,
      result,
      settings,
      now: now(),
    });
    await recordModelCalls(tx, "triage", ticket.id, result.decision.steps, now());
    await settleLedgerRow(tx, row.id, { state: "ticket", ticketId: ticket.id, messageId }, now());
    await job.finish(tx);
    return ticket.id;
  };
  const outcome = await measured({ step: "record", kind: "mail", ids }, () => db.transaction(record));
  if (outcome === "read-again") return processIncoming(deps, mail, settings, job);
  const { confidence, decidedBy } = result.decision;
  note("decision", { confidence, decidedBy });
}

/** Read so late that somebody may have answered meanwhile: after an outage, or by a database that was made or put back since. */
const LATE_MS = 10 * 60_000;

async function answeredSince({ mail, now }: ProcessDeps, { row, mailbox, fetched }: ReadMail): Promise<boolean> {
  if (row.origin === "live" && now() - fetched.receivedAt < LATE_MS) return false;
  try {
    const thread = await (await mail(mailbox.address)).thread(fetched.threadId);
    return thread.some(
      ({ labels, receivedAt, marker }) =>
        labels.includes("SENT") &&
        receivedAt > fetched.receivedAt &&
        // "Your mail has arrived" is no answer.
        !marker?.startsWith(ACKNOWLEDGEMENT_MARKER),
    );
  } catch (error) {
    const { code } = toFailure(error);
    if (code === "gmail_method_missing" || code === "gmail_not_found") return false;
    throw error;
  }
}

interface Place {
  ticket: Ticket | undefined;
  duplicateOf: number | undefined;
}

type Read = Parameters<typeof getTicket>[0];

/** Where a mail belongs: the ticket of its Gmail conversation, else of the mails it refers to; or it is a copy of one we have. */
async function placeOf(db: Read, { mailbox, fetched, email }: Omit<ReadMail, "row">): Promise<Place> {
  const copy = await findCopy(db, email, {
    receivedAt: fetched.receivedAt,
    withinMs: COPY_WINDOW_MS,
    except: { mailboxId: mailbox.id, providerId: fetched.providerId },
  });
  if (copy) return { ticket: undefined, duplicateOf: copy.id };
  const ofThread = await findTicketOfThread(db, mailbox.id, fetched.threadId);
  if (ofThread) return { ticket: ofThread, duplicateOf: undefined };
  const references = [email.inReplyTo, ...email.references].filter((one) => one !== undefined);
  const [referred] = (await messagesByRfcId(db, references)).filter((one) => one.ticketId !== null);
  return {
    ticket: referred?.ticketId == null ? undefined : await getTicket(db, referred.ticketId),
    duplicateOf: undefined,
  };
}

async function recordDuplicate(
  tx: Tx,
  mail: ReadMail,
  duplicateOf: number,
  job: JobContext,
  now: number,
): Promise<void> {
  await settleLedgerRow(tx, mail.row.id, { state: "duplicate", duplicateOf }, now);
  await job.finish(tx);
}

export async function store(
  tx: Tx,
  { mailbox, fetched, email }: ReadMail,
  ticketId: number | null,
  now: number,
): Promise<number> {
  const messageId = await storeMessage(
    tx,
    {
      mailboxId: mailbox.id,
      providerId: fetched.providerId,
      providerThreadId: fetched.threadId,
      ticketId,
      direction: fetched.labels.includes("SENT") ? "out" : "in",
      receivedAt: fetched.receivedAt,
      email,
      raw: fetched.raw,
    },
    now,
  );
  await planScan(tx, messageId, email, now);
  return messageId;
}
