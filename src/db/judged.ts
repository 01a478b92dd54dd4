import type { Judged } from "../domain/evidence.ts";
import type { Outcome, TicketState } from "../domain/ticket.ts";
import { correctionsSince } from "./corrections.ts";
import type { Reader } from "./database.ts";
import { getDecision } from "./decisions.ts";
import { and, desc, eq, gte, inArray, sql } from "./drizzle.ts";
import { corrections, decisions } from "./schema-decisions.ts";
import { tickets } from "./schema-tickets.ts";

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
    .filter((row) => row.corrected === 1 || goneOver(row))
    .map((row) => ({ confidence: row.confidence, right: row.corrected !== 1 }));
}

const goneOver = ({ state, outcome }: { state: TicketState; outcome: Outcome | null }): boolean =>
  state === "waiting" || (state === "done" && outcome !== "silent");

/** Words read before others may have a turn. */
const TURN = 100;

/**
 * What engines themselves said of the mails that people have gone over, before any calibration: an engine must be measured by
 * its own word, or it would be corrected for corrections.
 */
export async function* judgedWords(
  db: Reader,
  since: number,
): AsyncGenerator<Judged & { engine: string; intent: string }> {
  const wrong = new Set((await correctionsSince(db, since)).map(({ messageId, before }) => `${messageId} ${before}`));
  const { id, messageId, engine, intent } = decisions;
  const rows = await db
    .select({ id, messageId, engine, intent, state: tickets.state, outcome: tickets.outcome })
    .from(decisions)
    .innerJoin(tickets, eq(decisions.ticketId, tickets.id))
    .where(and(inArray(decisions.decidedBy, ["model", "local"]), gte(decisions.decidedAt, since)))
    .orderBy(desc(decisions.decidedAt))
    .limit(10 * MOST);
  const corrected = (row: (typeof rows)[number]) => wrong.has(`${row.messageId} ${row.intent}`);
  const judged = rows.filter((row) => corrected(row) || goneOver(row)).slice(0, MOST);
  for (const [index, row] of judged.entries()) {
    if (index % TURN === TURN - 1) await new Promise(setImmediate);
    const confidence = (await getDecision(db, row.id))?.decision?.engineConfidence;
    if (confidence === undefined) continue;
    yield { engine: row.engine, intent: row.intent, confidence, right: !corrected(row) };
  }
}
