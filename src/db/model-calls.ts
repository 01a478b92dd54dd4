import type { EngineStep } from "../domain/decision.ts";
import type { Reader, Tx } from "./database.ts";
import { and, gte, lt, sql } from "./drizzle.ts";
import { given, preparedFor } from "./prepared.ts";
import { modelCalls } from "./schema-work.ts";

type Purpose = (typeof modelCalls.$inferSelect)["purpose"];

const insertion = preparedFor((db, columns) => db.insert(modelCalls).values(given(modelCalls, columns)).prepare());

/** Every call to a model, answered or not: what it was for, how it ended, what it cost. Steps that called nobody are left out. */
export async function recordModelCalls(
  tx: Tx,
  purpose: Purpose,
  ticketId: number | null,
  steps: readonly EngineStep[],
  now: number,
): Promise<void> {
  const calls = steps.filter(({ outcome }) => !outcome.startsWith("skipped") && outcome !== "answered from the cache");
  for (const step of calls) {
    const values = {
      ticketId,
      purpose: step.purpose ?? purpose,
      model: step.engine,
      promptVersion: step.promptVersion,
      outcome: step.outcome,
      tookMs: Math.round(step.tookMs),
      inputTokens: step.inputTokens,
      cachedTokens: step.cachedTokens,
      outputTokens: step.outputTokens,
      costUsd: step.costUsd,
      calledAt: now,
    };
    await insertion(tx, values).execute(values);
  }
}

export async function spendBetween(db: Reader, from: number, to: number): Promise<number> {
  const [row] = await db
    .select({ usd: sql<number>`coalesce(sum(${modelCalls.costUsd}), 0)` })
    .from(modelCalls)
    .where(and(gte(modelCalls.calledAt, from), lt(modelCalls.calledAt, to)));
  return row?.usd ?? 0;
}
