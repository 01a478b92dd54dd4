import { id, instant, sealed } from "./columns.ts";
import { check, integer, primaryKey, sql, sqliteTable, text } from "./drizzle.ts";

/** Where mail comes from, and where this database does. Conventions as in columns.ts. */

export const mailboxes = sqliteTable("mailboxes", {
  id: id(),
  address: text().notNull().unique(),
  /** Gmail history id read so far; text, because it is an unsigned 64-bit number. */
  cursor: text(),
  /** Everything Gmail accepted before this instant is in the ledger: where a lost cursor starts looking again. */
  completeUntil: instant(),
  syncedAt: instant(),
  pausedBy: text(),
  pausedAt: instant(),
  disconnectedAt: instant(),
  /** Failure code. */
  disconnectedReason: text(),
  /** When the mailbox was last held against the ledger. */
  reconciledAt: instant(),
  /** When Gmail was last asked to tell of changes, and until when it then will. */
  watchedAt: instant(),
  watchedUntil: instant(),
  /** A refresh token that `gmail:connect` stored. */
  credential: sealed(),
});

/** One row: where this database comes from. */
export const origin = sqliteTable(
  "origin",
  {
    id: integer().primaryKey(),
    /** When it was made, or put back from a backup: of what was done before, it may have forgotten something. */
    since: instant().notNull(),
    /** When Slack was looked through for cards that it has forgotten. */
    lookedAt: instant(),
    /** The key of all lookup hashes. It outlives the keys that seal it, because joins would break if it changed. */
    hashKey: sealed().notNull(),
  },
  () => [check("origin_one_row", sql`id = 1`)],
);

/** Cards that stand in Slack and whose conversation has no ticket here: their ticket will take them over. */
export const forgottenCards = sqliteTable(
  "forgotten_cards",
  {
    mailbox: text().notNull(),
    providerThreadId: text().notNull(),
    channel: text().notNull(),
    ts: text().notNull(),
    generation: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.mailbox, t.providerThreadId] })],
);
