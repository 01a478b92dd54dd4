import { index, integer, primaryKey, sqliteTable } from "./drizzle.ts";
import { tickets } from "./schema-tickets.ts";
import { effects } from "./schema-work.ts";

/** Which tickets a message in Slack names that tells of several: looked for when one of them is erased. Conventions as in columns.ts. */
export const lineTickets = sqliteTable(
  "line_tickets",
  {
    effectId: integer()
      .notNull()
      .references(() => effects.id),
    ticketId: integer()
      .notNull()
      .references(() => tickets.id),
  },
  (t) => [primaryKey({ columns: [t.effectId, t.ticketId] }), index("line_tickets_ticket").on(t.ticketId)],
);
