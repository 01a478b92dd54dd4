import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from "node:fs";
import path from "node:path";
import SQLite from "better-sqlite3";
import { MailroomError } from "../domain/errors.ts";
import { migrationState } from "./migrate.ts";
import { holdAlone, isDamaged } from "./open.ts";
import type { Vault } from "./vault.ts";

/**
 * Writes the database as it stands at this moment into a new file, beside a running Mailroom. SQLite reads one state and copies
 * what is in use: pages that erasing has freed are not in it.
 */
export function backUp(location: string, file: string): void {
  const part = `${file}.part`;
  rmSync(part, { force: true });
  const connection = new SQLite(location, { fileMustExist: true, timeout: 5_000 });
  try {
    closeSync(openSync(part, "wx", 0o600));
    connection.prepare("vacuum into ?").run(part);
  } catch (cause) {
    rmSync(part, { force: true });
    throw cause;
  } finally {
    connection.close();
  }
  onDisk(part);
  renameSync(part, file);
  onDisk(path.dirname(file), "r");
}

/** What a file is, as far as it can be said without its key; or why it cannot be used. */
export function inspect(file: string, keys: Vault): { tickets: number; auditRows: number; newestAt: number } {
  let connection: SQLite.Database;
  try {
    connection = new SQLite(file, { readonly: true, fileMustExist: true });
    connection.prepare("select 1 from sqlite_master").get();
  } catch (cause) {
    throw new MailroomError("backup_unusable", { detail: `${file} is not a database`, cause });
  }
  try {
    const verdict = connection.pragma("integrity_check(1)", { simple: true });
    if (verdict !== "ok") throw new MailroomError("backup_unusable", { detail: `${file} is damaged: ${verdict}` });
    if (migrationState(connection).applied === 0)
      throw new MailroomError("backup_unusable", { detail: `${file} is not a database of Mailroom's` });
    if (migrationState(connection).newer) throw new MailroomError("database_newer");
    const one = (query: string) => connection.prepare(query).pluck().get();
    const sealed = one("select hash_key from origin") as Buffer | undefined;
    // Throws when none of the keys fits.
    if (sealed) keys.open(sealed, "origin.hash_key");
    return {
      tickets: one("select count(*) from tickets") as number,
      auditRows: one("select count(*) from audit") as number,
      newestAt: (one("select max(at) from audit") as number | null) ?? 0,
    };
  } finally {
    connection.close();
  }
}

/**
 * Puts a file in the place of the database and keeps what stood there. Refused while anybody has the database open. `ready` does to the
 * new file what has to be done before anybody may start with it: it is in place only then.
 */
export async function putBack<T>(
  file: string,
  location: string,
  aside: string,
  ready: (fresh: string) => Promise<T>,
): Promise<{ kept: boolean; made: T }> {
  const kept = existsSync(location);
  const old = kept ? alone(location) : undefined;
  const fresh = `${location}.restoring`;
  try {
    mkdirSync(path.dirname(location), { recursive: true });
    // A log that an attempt cut short has left would be read into the new file.
    removeLogs(fresh);
    copyFileSync(file, fresh);
    chmodSync(fresh, 0o600);
    const made = await ready(fresh);
    inOneFile(fresh);
    onDisk(fresh);
    if (kept) {
      keepLogs(old, location, aside);
      // A second name, not another one: there must be no moment without a database, in which a start would make an empty one.
      linkSync(location, aside);
    }
    removeLogs(location);
    renameSync(fresh, location);
    onDisk(path.dirname(location), "r");
    return { kept, made };
  } finally {
    rmSync(fresh, { force: true });
    removeLogs(fresh);
    old?.close();
  }
}

/** The database with nobody else in it; undefined where it is so damaged that nobody could be. */
function alone(location: string): SQLite.Database | undefined {
  const connection = new SQLite(location, { timeout: 0 });
  try {
    holdAlone(connection);
    return connection;
  } catch (cause) {
    if (isDamaged(cause)) return undefined;
    throw cause;
  }
}

/** One file instead of three, so that what is kept aside is whole; of a damaged one all three are, for whoever can read them. */
function keepLogs(old: SQLite.Database | undefined, location: string, aside: string): void {
  try {
    if (old) return void old.pragma("journal_mode = DELETE");
  } catch (cause) {
    if (!isDamaged(cause)) throw cause;
  }
  for (const beside of LOGS) if (existsSync(location + beside)) linkSync(location + beside, aside + beside);
}

const LOGS = ["-wal", "-shm"];
const removeLogs = (location: string): void => {
  for (const beside of LOGS) rmSync(`${location}${beside}`, { force: true });
};

/** Takes what still stands in the log into the file, which is moved alone. */
function inOneFile(location: string): void {
  const connection = new SQLite(location, { timeout: 0 });
  try {
    connection.pragma("journal_mode = DELETE");
  } finally {
    connection.close();
  }
}

function onDisk(file: string, how = "r+"): void {
  const handle = openSync(file, how);
  fsyncSync(handle);
  closeSync(handle);
}
