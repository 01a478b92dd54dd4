import { id, instant, sealed } from "./columns.ts";
import { index, integer, sql, sqliteTable, text, uniqueIndex } from "./drizzle.ts";
import { messages } from "./schema-messages.ts";
import { tickets } from "./schema-tickets.ts";

/** What is to be sent, and who allowed it. Conventions as in columns.ts. */

export const drafts = sqliteTable(
  "drafts",
  {
    id: id(),
    ticketId: integer()
      .notNull()
      .references(() => tickets.id),
    version: integer().notNull(),
    /** `live` may be approved; `replaced` by a later version; `dead` because a person answered or new mail came; `sent`. */
    state: text({ enum: ["live", "replaced", "dead", "sent"] }).notNull(),
    source: text({ enum: ["model", "template", "person"] }).notNull(),
    /** Of the prompt that wrote it, where a model did. */
    promptVersion: text(),
    author: text(),
    basedOnMessageId: integer()
      .notNull()
      .references(() => messages.id),
    /** `pass`, or `hold` with reasons in the content. */
    guard: text({ enum: ["pass", "hold"] }).notNull(),
    /** How many passages of the knowledge base it stands on: questions that have none are listed. */
    sources: integer().notNull().default(0),
    createdAt: instant().notNull(),
    /** `Draft` as JSON. */
    content: sealed(),
  },
  (t) => [
    uniqueIndex("drafts_version").on(t.ticketId, t.version),
    uniqueIndex("drafts_one_live").on(t.ticketId).where(sql`state = 'live'`),
  ],
);

export const approvals = sqliteTable(
  "approvals",
  {
    id: id(),
    ticketId: integer()
      .notNull()
      .references(() => tickets.id),
    draftId: integer()
      .notNull()
      .references(() => drafts.id),
    /** Hash over exactly what was approved; recomputed by the sender. */
    seal: text().notNull(),
    /** Slack member id, or the policy that allowed it. */
    approvedBy: text().notNull(),
    byPerson: integer({ mode: "boolean" }).notNull(),
    /** Close the ticket once sent, instead of waiting for the customer. */
    thenClose: integer({ mode: "boolean" }).notNull(),
    approvedAt: instant().notNull(),
    /** When it leaves unless somebody undoes it; absent: at once. */
    sendAt: instant(),
    state: text({ enum: ["open", "sent", "void"] })
      .notNull()
      .default("open"),
    voidReason: text(),
  },
  (t) => [
    // Whatever else goes wrong, a ticket has one answer under way and a draft leaves once.
    uniqueIndex("approvals_one_open").on(t.ticketId).where(sql`state = 'open'`),
    uniqueIndex("approvals_one_per_draft").on(t.draftId).where(sql`state <> 'void'`),
    index("approvals_day").on(t.approvedAt),
  ],
);
