import { appendAudit } from "../db/audit.ts";
import type { Database } from "../db/database.ts";
import { doubtAllPlanned } from "../db/effects.ts";
import { markRestored } from "../db/origin.ts";

/**
 * A database that was put back may have forgotten what it did: everything it still means to do counts as tried with unknown
 * outcome, so that the provider is asked first.
 */
export async function afterRestore(db: Database, by: string, now: number): Promise<number> {
  return db.transaction(async (tx) => {
    const doubts = await doubtAllPlanned(tx);
    await markRestored(tx, now);
    await appendAudit(tx, { at: now, actor: by, action: "database.restored", details: { doubts } });
    return doubts;
  });
}
