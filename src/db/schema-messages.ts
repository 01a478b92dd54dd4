import type { BounceReport, MachineKind } from "../domain/email.ts";
import { id, instant, oneOf, sealed } from "./columns.ts";
import { check, index, integer, primaryKey, sql, sqliteTable, text, uniqueIndex } from "./drizzle.ts";
import { mailboxes } from "./schema-mailboxes.ts";
import { tickets } from "./schema-tickets.ts";

/** Every mail, and the account of what became of it. Conventions as in columns.ts. */

const LEDGER_STATES = ["pending", "ticket", "ignored", "duplicate", "failed"] as const;
export type LedgerState = (typeof LEDGER_STATES)[number];

/** The account of every message: a row the moment a mailbox shows it, exactly one final state in the end. */
export const ledger = sqliteTable(
  "ledger",
  {
    id: id(),
    mailboxId: integer()
      .notNull()
      .references(() => mailboxes.id),
    providerId: text().notNull(),
    state: text().$type<LedgerState>().notNull().default("pending"),
    /** Why ignored or failed, in words for a person; no mail content. */
    reason: text(),
    ticketId: integer().references(() => tickets.id),
    messageId: integer().references(() => messages.id),
    duplicateOf: integer().references(() => messages.id),
    /** `backlog`: it was in the mailbox before Mailroom was. */
    origin: text({ enum: ["live", "backlog"] })
      .notNull()
      .default("live"),
    seenAt: instant().notNull(),
    settledAt: instant(),
  },
  (t) => [
    uniqueIndex("ledger_message").on(t.mailboxId, t.providerId),
    index("ledger_state").on(t.state, t.mailboxId),
    check("ledger_state_known", oneOf("state", LEDGER_STATES)),
    check("ledger_settled", sql`(state = 'pending') = (settled_at is null)`),
    check("ledger_ticket", sql`state <> 'ticket' or ticket_id is not null`),
    check("ledger_duplicate", sql`state <> 'duplicate' or duplicate_of is not null`),
    check("ledger_reason", sql`state not in ('ignored', 'failed') or reason is not null`),
  ],
);

/** Sums that would otherwise be counted over every message ever received. */
export const ledgerTotals = sqliteTable(
  "ledger_totals",
  { mailboxId: integer().notNull(), state: text().$type<LedgerState>().notNull(), total: integer().notNull() },
  (t) => [primaryKey({ columns: [t.mailboxId, t.state] })],
);

export const messages = sqliteTable(
  "messages",
  {
    id: id(),
    mailboxId: integer()
      .notNull()
      .references(() => mailboxes.id),
    providerId: text().notNull(),
    providerThreadId: text().notNull(),
    ticketId: integer().references(() => tickets.id),
    direction: text({ enum: ["in", "out"] }).notNull(),
    /** When the provider accepted it. */
    receivedAt: instant().notNull(),
    /** Keyed hash of the Message-ID: the one key that is equal across mailboxes. */
    rfcIdHash: text(),
    /** Keyed hash of sender, subject and text: finds copies whose Message-ID is missing. */
    contentHash: text().notNull(),
    senderHash: text(),
    senderDomain: text(),
    machine: text().$type<MachineKind>().notNull(),
    language: text().notNull(),
    bounce: text({ mode: "json" }).$type<Omit<BounceReport, "failedRecipients">>(),
    /** `Email` as JSON. Emptied by retention. */
    content: sealed(),
  },
  (t) => [
    uniqueIndex("messages_provider").on(t.mailboxId, t.providerId),
    index("messages_ticket").on(t.ticketId, t.receivedAt),
    index("messages_rfc_id").on(t.rfcIdHash),
    index("messages_content").on(t.contentHash, t.receivedAt),
    index("messages_sender").on(t.senderHash, t.receivedAt),
    index("messages_kept").on(t.mailboxId, t.receivedAt).where(sql`content is not null`),
  ],
);

/** Raw MIME as Gmail gave it, apart from the message because it is large and kept for a shorter time. */
export const rawMessages = sqliteTable(
  "raw_messages",
  {
    messageId: integer()
      .primaryKey()
      .references(() => messages.id),
    content: sealed().notNull(),
    storedAt: instant().notNull(),
  },
  // Behind large content a plain column is slow to read.
  (t) => [index("raw_messages_stored").on(t.storedAt)],
);

/** Which ticket a Gmail conversation belongs to. A ticket may have several: Gmail splits when the subject changes. */
export const threads = sqliteTable(
  "threads",
  {
    id: id(),
    mailboxId: integer()
      .notNull()
      .references(() => mailboxes.id),
    providerThreadId: text().notNull(),
    ticketId: integer()
      .notNull()
      .references(() => tickets.id),
  },
  (t) => [uniqueIndex("threads_provider").on(t.mailboxId, t.providerThreadId), index("threads_ticket").on(t.ticketId)],
);
