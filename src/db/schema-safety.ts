import { id } from "./columns.ts";
import { check, index, integer, real, sql, sqliteTable, text } from "./drizzle.ts";
import { approvals } from "./schema-answers.ts";
import { tickets } from "./schema-tickets.ts";

/** What looks after the mail that left, and what was switched off because of what it found. Conventions as in columns.ts. */

/** An answer that is read again after it was sent: one row a sending, whoever reads. */
export const reviews = sqliteTable(
  "reviews",
  {
    approvalId: integer()
      .primaryKey()
      .references(() => approvals.id),
    ticketId: integer()
      .notNull()
      .references(() => tickets.id),
    intent: text().notNull(),
    /** Nobody had approved it. */
    automatic: integer({ mode: "boolean" }).notNull(),
    /** Why this one: among the first of its intent, or drawn by lot. */
    chosen: text({ enum: ["first", "lot"] }).notNull(),
    sentAt: integer().notNull(),
    /** Guards that object to it by the settings of its reading. */
    guards: text({ mode: "json" }).$type<string[]>(),
    /** The second model that read it. */
    model: text(),
    modelVerdict: text({ enum: ["fine", "wrong"] }),
    person: text(),
    /** A code of `domain/review.ts`; null when it was fine. */
    reason: text(),
    verdict: text({ enum: ["fine", "wrong"] }),
    serious: integer({ mode: "boolean" }).notNull().default(false),
    decidedAt: integer(),
    /** It has cost its intent the posture, and counts no further. */
    spentAt: integer(),
  },
  (t) => [
    index("reviews_intent").on(t.intent, t.decidedAt),
    index("reviews_sent").on(t.sentAt),
    index("reviews_ticket").on(t.ticketId),
    check("reviews_decided", sql`(verdict is null) = (decided_at is null)`),
  ],
);

/** What Mailroom has taken from itself: automatic sending for an intent, or sending at all. Only a person gives it back. */
export const brakes = sqliteTable(
  "brakes",
  {
    id: id(),
    kind: text({ enum: ["posture", "sending"] }).notNull(),
    /** The intent; for `sending` what was found. */
    subject: text().notNull(),
    /** In our own words, for operators. */
    reason: text().notNull(),
    /** Mailboxes whose own posture was lowered too; null in the list stands for the intent itself. */
    lowered: text({ mode: "json" }).$type<(string | null)[]>().notNull(),
    /** Somebody had switched sending off before: what is off by hand is not given back by settling this. */
    wasOff: integer({ mode: "boolean" }).notNull().default(false),
    settingsVersion: integer().notNull(),
    pulledAt: integer().notNull(),
    settledAt: integer(),
    settledBy: text(),
  },
  (t) => [index("brakes_open").on(t.pulledAt).where(sql`settled_at is null`)],
);

/** One rehearsal: attacks sent through the live settings, with nothing that could leave. */
export const drills = sqliteTable(
  "drills",
  {
    id: id(),
    at: integer().notNull(),
    settingsVersion: integer().notNull(),
    /** Where in the list of attacks it began, and where the next begins. */
    first: integer().notNull(),
    next: integer().notNull(),
    tried: integer().notNull(),
    /** How many of them the live model read as well. */
    triedLive: integer().notNull(),
    costUsd: real().notNull().default(0),
    through: text({ mode: "json" }).$type<{ attack: string; guard: string; live: boolean }[]>().notNull(),
  },
  (t) => [index("drills_at").on(t.at)],
);
