import type { Reader } from "./database.ts";
import { and, count, eq, gte, ne } from "./drizzle.ts";
import { corrections, decisions } from "./schema-decisions.ts";

/** How often each intent was decided by a machine since the instant. */
export async function decisionCounts(db: Reader, since: number): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ intent: decisions.intent, seen: count() })
    .from(decisions)
    .where(gte(decisions.decidedAt, since))
    .groupBy(decisions.intent);
  return new Map(rows.map((row) => [row.intent, row.seen]));
}

/** How often a person said that it was not this intent. */
export async function correctionCounts(db: Reader, since: number): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ intent: corrections.before, times: count() })
    .from(corrections)
    .where(and(eq(corrections.field, "intent"), gte(corrections.at, since), ne(corrections.before, corrections.after)))
    .groupBy(corrections.before);
  return new Map(rows.flatMap((row) => (row.intent === null ? [] : [[row.intent, row.times] as const])));
}
