import { randomBytes } from "node:crypto";
import type { Database } from "../../src/db/database.ts";
import { openDatabase } from "../../src/db/open.ts";
import { createVault } from "../../src/db/vault.ts";

/** A real, migrated SQLite of one's own. */
export const aDatabase = (now?: () => number): Database =>
  openDatabase(":memory:", createVault([randomBytes(32)]), now && { now });

/** A clock that stands until it is moved. */
export function aClock(start = Date.UTC(2026, 9, 5, 9, 0)) {
  let at = start;
  return {
    now: () => at,
    advance: (ms: number) => {
      at += ms;
    },
  };
}
