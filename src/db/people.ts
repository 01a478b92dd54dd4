import type { Load } from "../domain/assignment.ts";
import type { Reader, Tx } from "./database.ts";
import { count, eq, gte, isNotNull, sql } from "./drizzle.ts";
import { prepared } from "./prepared.ts";
import { people } from "./schema-desk.ts";
import { tickets } from "./schema-tickets.ts";

export type PersonRow = typeof people.$inferSelect;

export async function getPerson(db: Reader, slack: string): Promise<PersonRow | undefined> {
  const [row] = await db.select().from(people).where(eq(people.slack, slack));
  return row;
}

export async function savePerson(tx: Tx, slack: string, change: Partial<Omit<PersonRow, "slack">>): Promise<void> {
  await tx
    .insert(people)
    .values({ slack, ...change })
    .onConflictDoUpdate({ target: people.slack, set: change });
}

/** How busy everybody is: open tickets they have, and when they were last given one. */
export async function loads(db: Reader): Promise<(slack: string) => Load> {
  const open = await db
    .select({ owner: tickets.owner, open: count() })
    .from(tickets)
    // In the words of the index: SQLite takes a partial one only when the states are no parameters.
    .where(sql`${tickets.state} in ('claimed', 'sending')`)
    .groupBy(tickets.owner);
  const turns = await db
    .select({ slack: people.slack, at: people.lastAssignedAt })
    .from(people)
    .where(isNotNull(people.lastAssignedAt));
  const openOf = new Map(open.map((row) => [row.owner, row.open]));
  const turnOf = new Map(turns.map((row) => [row.slack, row.at ?? 0]));
  return (slack) => ({ openTickets: openOf.get(slack) ?? 0, lastAssignedAt: turnOf.get(slack) ?? 0 });
}

const viewersSince = prepared((db) =>
  db
    .select({ slack: people.slack })
    .from(people)
    .where(gte(people.homeSeenAt, sql.placeholder("since")))
    .prepare(),
);

/** Who had their Home open lately. */
export async function recentViewers(db: Reader, since: number): Promise<string[]> {
  const rows = await viewersSince(db).execute({ since });
  return rows.map((row) => row.slack);
}

export async function barredPeople(db: Reader): Promise<ReadonlyMap<string, "guest" | "deactivated">> {
  const rows = await db
    .select({ slack: people.slack, barred: people.barred })
    .from(people)
    .where(isNotNull(people.barred));
  return new Map(rows.map((row) => [row.slack, row.barred!]));
}
