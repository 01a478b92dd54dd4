import type { Judged } from "../domain/evidence.ts";
import { openJson, type Reader } from "./database.ts";
import { DecisionContent, DECISION_PURPOSE } from "./decisions.ts";
import { and, desc, eq, gte, inArray, sql } from "./drizzle.ts";
import { corrections, decisions, tickets } from "./schema.ts";

/** More than this changes no figure that anybody would act on. */
const MOST = 5_000;

/**
 * Machine decisions for an intent whose tickets a person has finished or answered: left standing they were right, put right
 * they were wrong. What nobody has looked at proves nothing and is left out.
 */
export async function judgedDecisions(db: Reader, intent: string, since: number): Promise<Judged[]> {
  const corrected = sql<number>`exists (select 1 from ${corrections} where ${corrections.messageId} = ${decisions.messageId}
    and ${corrections.field} = 'intent' and ${corrections.before} = ${decisions.intent})`;
  const rows = await db
    .select({ confidence: decisions.confidence, corrected, state: tickets.state, outcome: tickets.outcome })
    .from(decisions)
    .innerJoin(tickets, eq(decisions.ticketId, tickets.id))
    .where(
      and(
        eq(decisions.intent, intent),
        inArray(decisions.decidedBy, ["model", "local"]),
        gte(decisions.decidedAt, since),
      ),
    )
    .orderBy(desc(decisions.decidedAt))
    .limit(MOST);
  return rows
    .filter(
      (row) => row.corrected === 1 || row.state === "waiting" || (row.state === "done" && row.outcome !== "silent"),
    )
    .map((row) => ({ confidence: row.confidence, right: row.corrected !== 1 }));
}
