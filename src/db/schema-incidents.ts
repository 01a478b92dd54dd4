import { id, sealed } from "./columns.ts";
import { check, index, integer, sql, sqliteTable, text, uniqueIndex } from "./drizzle.ts";
import { drafts } from "./schema-answers.ts";
import { messages } from "./schema-messages.ts";
import { tickets } from "./schema-tickets.ts";

/** Mails of many customers about one thing. Conventions as in columns.ts. */

/** What a mail is compared by: hashes of its words and notions, sealed. Kept for two weeks. */
export const sketches = sqliteTable(
  "sketches",
  {
    messageId: integer()
      .primaryKey()
      .references(() => messages.id),
    ticketId: integer()
      .notNull()
      .references(() => tickets.id),
    senderHash: text(),
    at: integer().notNull(),
    /** When it was held against the others; null: still to be done. Mail that nobody waits for is only background. */
    comparedAt: integer(),
    content: sealed().notNull(),
  },
  (t) => [
    index("sketches_at").on(t.at),
    index("sketches_ticket").on(t.ticketId),
    index("sketches_new").on(t.messageId).where(sql`compared_at is null`),
  ],
);

export const incidents = sqliteTable(
  "incidents",
  {
    /** Also its number, as people say it. */
    id: id(),
    state: text({ enum: ["open", "resolved"] })
      .notNull()
      .default("open"),
    channel: text().notNull(),
    /** Where its card stands; null until posted. */
    ts: text(),
    generation: integer().notNull().default(1),
    /** Hash of what the card shows, and since when. */
    shown: text(),
    shownAt: integer(),
    /** Slack member id. */
    owner: text(),
    /** Slack member id, or `mailroom`. */
    openedBy: text().notNull(),
    openedAt: integer().notNull(),
    resolvedBy: text(),
    resolvedAt: integer(),
    /** The answer that is meant for all; null until somebody writes one. */
    replyId: integer(),
    /** `Incident` as JSON: title, banner and what its mails have in common, in hashes. */
    content: sealed(),
  },
  (t) => [
    index("incidents_open").on(t.openedAt).where(sql`state = 'open'`),
    check("incidents_resolved", sql`(state = 'resolved') = (resolved_at is not null)`),
  ],
);

export const incidentMembers = sqliteTable(
  "incident_members",
  {
    id: id(),
    incidentId: integer()
      .notNull()
      .references(() => incidents.id),
    ticketId: integer()
      .notNull()
      .references(() => tickets.id),
    /** `out`: taken out by a person, and never put back by a machine. */
    state: text({ enum: ["in", "out"] })
      .notNull()
      .default("in"),
    joinedBy: text().notNull(),
    joinedAt: integer().notNull(),
    /** The newest mail when it joined: a later one is another matter, until somebody has looked. */
    messageId: integer(),
    /** Somebody opened it: it has a card of its own beside the incident's. */
    carded: integer({ mode: "boolean" }).notNull().default(false),
    leftBy: text(),
    leftAt: integer(),
    /** The shared answer made ready for this customer: which, as which draft, and its seal when it was made. */
    replyId: integer(),
    draftId: integer().references(() => drafts.id),
    seal: text(),
    /** A code of `domain/incident.ts`: why the shared answer is not sent to this one with the others. */
    leftOut: text(),
    /** Who approved it together with the others, and when; the sending follows from it. */
    approvedBy: text(),
    approvedAt: integer(),
    /** When its own approval was made of that. */
    passedOnAt: integer(),
  },
  (t) => [
    uniqueIndex("incident_members_ticket").on(t.incidentId, t.ticketId),
    uniqueIndex("incident_members_one").on(t.ticketId).where(sql`state = 'in'`),
    index("incident_members_approved").on(t.incidentId).where(sql`approved_at is not null and passed_on_at is null`),
  ],
);

/** Versions of the answer to all members of an incident. */
export const incidentReplies = sqliteTable(
  "incident_replies",
  {
    id: id(),
    incidentId: integer()
      .notNull()
      .references(() => incidents.id),
    /** Goes to those who were answered already, too, and ends the incident. */
    final: integer({ mode: "boolean" }).notNull(),
    by: text().notNull(),
    at: integer().notNull(),
    /** Language code to text, as JSON. */
    content: sealed(),
  },
  (t) => [index("incident_replies_incident").on(t.incidentId)],
);
