import type { Reader } from "./database.ts";
import { and, eq, gte } from "./drizzle.ts";
import { corrections } from "./schema.ts";

/** Intents that people put right, with the mail they were read from. */
export async function correctionsSince(db: Reader, since: number) {
  const { messageId, before } = corrections;
  return db
    .select({ messageId, before })
    .from(corrections)
    .where(and(eq(corrections.field, "intent"), gte(corrections.at, since)));
}
