import { readFileSync } from "node:fs";
import path from "node:path";
import type SQLite from "better-sqlite3";
import { MailroomError } from "../domain/errors.ts";
import { drizzle, migrate } from "./drizzle.ts";

const FOLDER = path.join(import.meta.dirname, "migrations");

export interface MigrationState {
  known: number;
  applied: number;
  /** A later Mailroom than this one has been at it. */
  newer: boolean;
}

export function migrationState(connection: SQLite.Database): MigrationState {
  const known = (
    JSON.parse(readFileSync(path.join(FOLDER, "meta", "_journal.json"), "utf8")) as { entries: { when: number }[] }
  ).entries;
  const applied = appliedMigrations(connection);
  const newest = Math.max(0, ...known.map((entry) => entry.when));
  return { known: known.length, applied: applied.length, newer: applied.some((when) => when > newest) };
}

/** Applies what is missing. A database from a newer Mailroom is left alone and stops the start. */
export function migrateDatabase(writer: SQLite.Database): void {
  const { known, applied, newer } = migrationState(writer);
  if (newer) throw new MailroomError("database_newer");
  if (applied < known) migrate(drizzle(writer), { migrationsFolder: FOLDER });
}

function appliedMigrations(writer: SQLite.Database): number[] {
  const exists = writer.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
  if (!exists) return [];
  return (writer.prepare("select created_at as at from __drizzle_migrations").all() as { at: number }[]).map((row) =>
    Number(row.at),
  );
}
