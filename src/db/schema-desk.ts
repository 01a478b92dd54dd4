import { id, instant } from "./columns.ts";
import { index, integer, sqliteTable, text } from "./drizzle.ts";

/** Who works here, by which settings, and who did what. Conventions as in columns.ts. */

/** What Mailroom remembers of a person beyond the settings. */
export const people = sqliteTable("people", {
  slack: text().primaryKey(),
  /** Last time Mailroom gave them a ticket: turns go round. */
  lastAssignedAt: instant(),
  /** Mailbox addresses they want no direct messages about; breaches come all the same. */
  muted: text({ mode: "json" }).$type<string[]>(),
  /** While somebody looks at their Home it is kept true. */
  homeSeenAt: instant(),
  homeView: text({ mode: "json" }).$type<Record<string, string | number>>(),
  /** Slack says they are a guest or gone: they may press nothing, whatever the settings say. */
  barred: text({ enum: ["guest", "deactivated"] }),
});

export const settingsVersions = sqliteTable("settings_versions", {
  version: integer().primaryKey(),
  document: text({ mode: "json" }).$type<unknown>().notNull(),
  savedBy: text().notNull(),
  savedAt: instant().notNull(),
  /** What changed, in words. */
  note: text().notNull(),
});

/** Append-only; each row carries the hash of the one before, so that a missing or changed row shows. */
export const audit = sqliteTable(
  "audit",
  {
    seq: id(),
    at: instant().notNull(),
    /** Slack member id, or `mailroom`. */
    actor: text().notNull(),
    action: text().notNull(),
    ticketId: integer(),
    /** Ids, versions and codes; never mail content. */
    details: text({ mode: "json" }).$type<Record<string, string | number | boolean | null>>().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull().unique(),
  },
  (t) => [index("audit_ticket").on(t.ticketId)],
);
