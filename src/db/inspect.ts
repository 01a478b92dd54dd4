import { existsSync } from "node:fs";
import SQLite from "better-sqlite3";
import { type MigrationState, migrationState } from "./migrate.ts";

/** Looks at a database without changing it, whatever its state: `openDatabase` would bring it up to date. Undefined: there is none. */
export function inspectDatabase(file: string): (MigrationState & { engine: string }) | undefined {
  if (!existsSync(file)) return undefined;
  const connection = new SQLite(file, { readonly: true });
  try {
    const engine = connection.prepare("select sqlite_version()").pluck().get() as string;
    return { engine, ...migrationState(connection) };
  } finally {
    connection.close();
  }
}
