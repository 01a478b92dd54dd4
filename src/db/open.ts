import { AsyncLocalStorage } from "node:async_hooks";
import { mkdirSync } from "node:fs";
import path from "node:path";
import SQLite from "better-sqlite3";
import { MailroomError } from "../domain/errors.ts";
import type { Database, Reader, Tx } from "./database.ts";
import { drizzle } from "./drizzle.ts";
import { migrateDatabase } from "./migrate.ts";
import { hashKeyOf } from "./origin.ts";
import type { Vault } from "./vault.ts";

/** Another process may hold the file for a moment (a backup, a doctor run); waiting is better than failing. */
const BUSY_TIMEOUT_MS = 5_000;
/** So long SQLite itself may wait, which it does with the whole process. */
const BUSY_LOOK_MS = 25;
/** So long a change waits, with the process at work meanwhile: a start in the middle of somebody's copy must not end there. */
const PATIENCE_MS = 20_000;

interface OpenOptions {
  now?: () => number;
  /** Nobody else may have it open, now and until it is closed: refused with `database_in_use` when somebody has. */
  alone?: boolean;
}

/**
 * Opens `file:PATH` or `:memory:` and brings its schema up to date.
 * One writer connection behind a queue, because SQLite has one writer anyway and better-sqlite3's own `transaction()`
 * refuses async functions; one reader connection, which WAL lets read beside it.
 */
export function openDatabase(url: string, keys: Vault, { now = Date.now, alone = false }: OpenOptions = {}): Database {
  const location = locationOf(url);
  if (location !== ":memory:") mkdirSync(path.dirname(location), { recursive: true });
  const { writer, vault } = openWriter(location, keys, { now, alone });
  if (!alone) writer.pragma(`busy_timeout = ${BUSY_LOOK_MS}`);
  // A second connection to `:memory:` would be another database, and to a held one it is refused.
  const reader = location === ":memory:" || alone ? writer : connect(location, { readonly: true });

  const read: Reader = Object.assign(drizzle(reader, { casing: "snake_case" }), { vault });
  const listeners = new Set<() => void>();
  const inside = new AsyncLocalStorage<true>();
  let woken = false;
  const tx: Tx = Object.assign(drizzle(writer, { casing: "snake_case" }), {
    vault,
    wake: () => {
      woken = true;
    },
  });

  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  async function run<T>(work: (tx: Tx) => Promise<T>, durable: boolean): Promise<T> {
    woken = false;
    if (durable) writer.pragma("synchronous = FULL");
    try {
      await begin(writer);
      try {
        const result = await inside.run(true, () => work(tx));
        writer.exec("COMMIT");
        if (woken) for (const listener of listeners) listener();
        return result;
      } catch (error) {
        if (writer.inTransaction) writer.exec("ROLLBACK");
        throw writeFailure(error);
      }
    } finally {
      if (durable) writer.pragma("synchronous = NORMAL");
    }
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (closed) return Promise.reject(new MailroomError("database_busy", { detail: "the database is closed" }));
    if (inside.getStore())
      throw new Error("transaction() inside a transaction would wait for itself for ever: pass the tx on");
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  }

  const transaction: Database["transaction"] = (work, { durable = false } = {}) => inTurn(() => run(work, durable));

  return {
    read,
    transaction,
    tryWriting: () =>
      transaction(async () => {
        // SQLite writes the header's page even when the number stays the same.
        writer.pragma(`user_version = ${writer.pragma("user_version", { simple: true })}`);
      }),
    emptyLog: () => inTurn(async () => void writer.pragma("wal_checkpoint(TRUNCATE)")),
    onWake(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      closed = true;
      await last;
      if (reader !== writer) reader.close();
      writer.close();
    },
  };
}

/** The first touch: a command that needs the database for itself may hold it. */
function setWal(connection: SQLite.Database): void {
  try {
    connection.pragma("journal_mode = WAL");
  } catch (cause) {
    connection.close();
    if ((cause as { code?: string }).code !== "SQLITE_BUSY") throw cause;
    throw new MailroomError("database_busy", { detail: "a command holds the file: wait for its end", cause });
  }
}

function openWriter(location: string, keys: Vault, { now, alone }: Required<OpenOptions>) {
  let writer: SQLite.Database | undefined;
  try {
    writer = connect(location, {}, alone);
    migrateDatabase(writer);
    return { writer, vault: keys.withHashKey(hashKeyOf(writer, keys, now())) };
  } catch (cause) {
    writer?.close();
    throw isDamaged(cause) ? new MailroomError("database_damaged", { detail: location, cause }) : cause;
  }
}

/** No database, or one whose pages contradict each other. */
export const isDamaged = (cause: unknown): boolean =>
  cause instanceof SQLite.SqliteError && /^SQLITE_(?:NOTADB|CORRUPT)/.test(cause.code);

/** SQLite's own lock, which ends with the process that holds it, however that ends. */
export function holdAlone(connection: SQLite.Database): void {
  try {
    connection.pragma("locking_mode = EXCLUSIVE");
    connection.exec("BEGIN EXCLUSIVE; COMMIT");
  } catch (cause) {
    connection.close();
    if (isDamaged(cause)) throw cause;
    throw new MailroomError("database_in_use", { cause });
  }
}

export function locationOf(url: string): string {
  if (url === ":memory:") return url;
  if (!url.startsWith("file:")) {
    throw new MailroomError("config_invalid", {
      detail: "DATABASE_URL must start with file:, for instance file:data/mailroom.db",
    });
  }
  return path.resolve(url.slice("file:".length).replace(/^\/\/(?=\/)/, ""));
}

function connect(location: string, options: SQLite.Options = {}, alone = false): SQLite.Database {
  const connection = new SQLite(location, { ...options, timeout: alone ? 0 : BUSY_TIMEOUT_MS });
  if (alone) holdAlone(connection);
  if (!options.readonly) {
    setWal(connection);
    // A commit survives a killed process; only those marked durable also survive a power cut.
    connection.pragma("synchronous = NORMAL");
    connection.pragma("foreign_keys = ON");
    // Pages in the log before they are copied into the file. A mail writes 60, and each copying waits twice for the disk:
    // four times SQLite's number of them takes 40 % off all commits, for a log of 16 MB.
    connection.pragma("wal_autocheckpoint = 4000");
    // What is erased is overwritten, not only unlinked.
    connection.pragma("secure_delete = ON");
  }
  return keepingStatements(connection);
}

/** More different statements than the code has; lists of varying length make some of their own. */
const STATEMENTS = 500;

/** Compiling the same SQL for every query took an eighth of the time that a mail takes. */
function keepingStatements(connection: SQLite.Database): SQLite.Database {
  const kept = new Map<string, SQLite.Statement>();
  const prepare = connection.prepare.bind(connection);
  connection.prepare = ((source: string) => {
    const known = kept.get(source);
    if (known) {
      // Whoever used it last may have asked for rows as arrays.
      if (known.reader) known.raw(false);
      return known;
    }
    const made = prepare(source);
    const [oldest] = kept.keys();
    if (kept.size >= STATEMENTS && oldest !== undefined) kept.delete(oldest);
    kept.set(source, made);
    return made;
  }) as SQLite.Database["prepare"];
  return connection;
}

/** Waits for whoever holds the file without holding up the process: buttons and pings have to be answered meanwhile. */
async function begin(writer: SQLite.Database): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      writer.exec("BEGIN IMMEDIATE");
      return;
    } catch (error) {
      const failure = writeFailure(error);
      if (!(failure instanceof MailroomError) || failure.code !== "database_busy" || performance.now() > until)
        throw failure;
      await new Promise((resolve) => setTimeout(resolve, BUSY_LOOK_MS));
    }
  }
}

/** A full disk and a held file pass; everything else that SQLite says is a mistake of ours. */
function writeFailure(error: unknown): unknown {
  const { code } = error as { code?: unknown };
  if (typeof code !== "string") return error;
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new MailroomError("database_busy", { cause: error });
  if (/^SQLITE_(FULL|IOERR|CANTOPEN|READONLY)/.test(code))
    return new MailroomError("database_unwritable", { detail: code, cause: error });
  return error;
}
