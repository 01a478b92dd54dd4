import { note } from "../domain/measure.ts";
import type { Tx } from "./database.ts";
import { inArray, lt } from "./drizzle.ts";
import { slackEvents } from "./schema-work.ts";

/** True the first time an id is seen. Slack delivers an event again when our answer was late or lost. */
export async function rememberOnce(tx: Tx, eventId: string, now: number): Promise<boolean> {
  const rows = await tx
    .insert(slackEvents)
    .values({ eventId, seenAt: now })
    .onConflictDoNothing()
    .returning({ id: slackEvents.eventId });
  if (rows.length === 0) note("conflict", { what: "event_repeated" });
  return rows.length > 0;
}

/** Forgets a few that are older than the instant; returns how many there were. */
export async function forgetEvents(tx: Tx, before: number, limit: number): Promise<number> {
  const old = tx
    .select({ id: slackEvents.eventId })
    .from(slackEvents)
    .where(lt(slackEvents.seenAt, before))
    .limit(limit);
  const gone = await tx.delete(slackEvents).where(inArray(slackEvents.eventId, old)).returning();
  return gone.length;
}
