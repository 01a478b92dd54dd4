import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import type { z } from "zod";
import type { Vault } from "./vault.ts";

/** A connection as repositories see it: drizzle's builders, which they await, and the vault for sealed columns. */
export type Reader = BetterSQLite3Database & { readonly vault: Vault };

/** A writer inside a transaction. */
export type Tx = Reader & {
  /** Jobs were added or freed: whoever runs jobs is told after the commit. */
  wake(): void;
};

export interface Database {
  readonly read: Reader;
  /**
   * Runs `work` alone on the writer connection and commits what it did, or nothing if it throws.
   * `durable` waits until the commit is on the disk: needed before anything is done to the outside world, because a
   * power cut must not make us forget that we tried. It also makes every earlier commit durable.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>, options?: { durable?: boolean }): Promise<T>;
  /** Writes to the file without changing anything in it: fails where the next real write would. */
  tryWriting(): Promise<void>;
  /** Copies the log beside the file into it and empties it: what was erased stood there still. Later, where somebody is reading. */
  emptyLog(): Promise<void>;
  /** Called after each commit that woke the job loop. Returns how to stop listening. */
  onWake(listener: () => void): () => void;
  close(): Promise<void>;
}

/** Repositories read sealed JSON through these two, so that what comes out has been validated. */
export function sealJson(db: { vault: Vault }, purpose: string, value: unknown): Buffer {
  return db.vault.seal(JSON.stringify(value), purpose);
}

export function openJson<Schema extends z.ZodType>(
  db: { vault: Vault },
  purpose: string,
  sealed: Buffer | null,
  schema: Schema,
): z.output<Schema> | undefined {
  return sealed === null ? undefined : schema.parse(JSON.parse(db.vault.open(sealed, purpose).toString("utf8")));
}
