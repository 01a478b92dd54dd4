import { randomBytes } from "node:crypto";
import type SQLite from "better-sqlite3";
import type { Reader, Tx } from "./database.ts";
import { origin } from "./schema-mailboxes.ts";
import type { Vault } from "./vault.ts";

export const HASH_KEY = "origin.hash_key";

/**
 * The key of the lookup hashes, made with the database and sealed in it. Whoever opens the database with a key that does not
 * fit finds out here, before anything is read or written.
 */
export function hashKeyOf(writer: SQLite.Database, vault: Vault, now: number): Buffer {
  const read = () => writer.prepare("select hash_key as sealed from origin").get() as { sealed: Buffer } | undefined;
  if (!read()) {
    // Another process may be making it at this moment; the first stays.
    writer
      .prepare("insert into origin (id, since, hash_key) values (1, ?, ?) on conflict do nothing")
      .run(now, vault.seal(randomBytes(32), HASH_KEY));
  }
  return vault.open(read()!.sealed, HASH_KEY);
}

/** When this database was made or put back, and when Slack was last looked through for what it has forgotten. */
export async function originOf(db: Reader): Promise<{ since: number; lookedAt: number | null }> {
  const [row] = await db.select({ since: origin.since, lookedAt: origin.lookedAt }).from(origin);
  return row!;
}

export async function markLookedBack(tx: Tx, now: number): Promise<void> {
  await tx.update(origin).set({ lookedAt: now });
}

/** From here on the database knows that it may have forgotten what was done before. */
export async function markRestored(tx: Tx, now: number): Promise<void> {
  await tx.update(origin).set({ since: now, lookedAt: null });
}
