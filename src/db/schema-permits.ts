import { id, sealed } from "./columns.ts";
import { check, index, integer, sql, sqliteTable, text, uniqueIndex } from "./drizzle.ts";
import { approvals, drafts } from "./schema-answers.ts";
import { tickets } from "./schema-tickets.ts";
import { effects } from "./schema-work.ts";

/** What somebody with the right to has allowed, once: an answer that commits the company, or a call that changes something. Conventions as in columns.ts. */
export const permits = sqliteTable(
  "permits",
  {
    id: id(),
    ticketId: integer()
      .notNull()
      .references(() => tickets.id),
    purpose: text({ enum: ["answer", "tool"] }).notNull(),
    /** The one version of the answer that it allows. */
    draftId: integer().references(() => drafts.id),
    /** The one tool that it allows a call of, by its name in the settings. */
    tool: text(),
    /** What is committed to, and how much of it: kinds, amounts and units, no words. */
    covers: text({ mode: "json" }).$type<{ kind: string; value: number | null; unit: string | null }[]>().notNull(),
    /** Hash over exactly what was shown to whoever allowed it; recomputed before it is used. */
    seal: text().notNull(),
    /** Slack member id. */
    grantedBy: text().notNull(),
    grantedAt: integer().notNull(),
    expiresAt: integer().notNull(),
    state: text({ enum: ["open", "used", "void"] })
      .notNull()
      .default("open"),
    settledAt: integer(),
    voidReason: text(),
    /** The sending or the call that used it: no other can. */
    approvalId: integer().references(() => approvals.id),
    effectId: integer().references(() => effects.id),
    /** The words that were allowed, as JSON. */
    content: sealed(),
  },
  (t) => [
    index("permits_ticket").on(t.ticketId),
    uniqueIndex("permits_one_open").on(t.draftId).where(sql`state = 'open' and draft_id is not null`),
    uniqueIndex("permits_one_sending").on(t.approvalId).where(sql`approval_id is not null`),
    check("permits_state_known", sql`state in ('open', 'used', 'void')`),
    check("permits_settled", sql`(state = 'open') = (settled_at is null)`),
    check("permits_used", sql`(state = 'used') = (approval_id is not null or effect_id is not null)`),
    check(
      "permits_of_one_thing",
      sql`(purpose = 'answer') = (draft_id is not null) and (purpose = 'tool') = (tool is not null)`,
    ),
  ],
);
