import { id, instant, sealed } from "./columns.ts";
import { check, index, integer, primaryKey, real, sql, sqliteTable, text } from "./drizzle.ts";
import { messages } from "./schema-messages.ts";
import { tickets } from "./schema-tickets.ts";

/** How mail was understood, and what people put right. Conventions as in columns.ts. */

/** Append-only: one row a triage pass; a person's correction is a row that supersedes another. */
export const decisions = sqliteTable(
  "decisions",
  {
    id: id(),
    ticketId: integer().references(() => tickets.id),
    messageId: integer()
      .notNull()
      .references(() => messages.id),
    supersedes: integer(),
    decidedBy: text({ enum: ["rule", "model", "local", "person"] }).notNull(),
    engine: text().notNull(),
    /** Slack member id when a person decided. */
    person: text(),
    intent: text().notNull(),
    priority: text().notNull(),
    confidence: real().notNull(),
    needsReview: integer({ mode: "boolean" }).notNull(),
    settingsVersion: integer().notNull(),
    promptVersion: text(),
    costUsd: real().notNull().default(0),
    decidedAt: instant().notNull(),
    /** Why the card offers no draft; our own words. */
    noDraft: text(),
    /** `TriageDecision` and the route with its reason, as JSON. */
    content: sealed(),
  },
  (t) => [
    index("decisions_ticket").on(t.ticketId),
    index("decisions_message").on(t.messageId),
    index("decisions_day").on(t.decidedAt, t.intent),
  ],
);

/** A person's decision that supersedes a machine's; evaluation and thresholds feed on it. */
export const corrections = sqliteTable(
  "corrections",
  {
    id: id(),
    ticketId: integer().references(() => tickets.id),
    messageId: integer().references(() => messages.id),
    /** `intent`, `priority`, `queue`, or an entity's name. */
    field: text().notNull(),
    /** Values of a closed list; what stands in mails is sealed below. */
    before: text(),
    after: text(),
    /** `this` mail only, or what was meant for the whole sender or domain. */
    scope: text({ enum: ["this", "sender", "domain"] }).notNull(),
    /** Whose later mail it is for: the sender's keyed hash, or the domain. Null for this mail only. */
    appliesTo: text(),
    confidence: real(),
    engine: text(),
    by: text().notNull(),
    at: instant().notNull(),
    content: sealed(),
  },
  (t) => [
    index("corrections_ticket").on(t.ticketId),
    index("corrections_field").on(t.field, t.at),
    index("corrections_applies_to").on(t.appliesTo, t.field, t.at).where(sql`applies_to is not null`),
    check("corrections_applies_to_known", sql`(scope = 'this') = (applies_to is null)`),
  ],
);

/** How far an engine's own word is to be trusted for an intent, fitted to what people left standing and what they put right. */
export const calibrations = sqliteTable(
  "calibrations",
  {
    engine: text().notNull(),
    intent: text().notNull(),
    slope: real().notNull(),
    offset: real().notNull(),
    /** Decisions it was fitted to, and how many of them were right. */
    cases: integer().notNull(),
    right: integer().notNull(),
    fittedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.engine, t.intent] })],
);
