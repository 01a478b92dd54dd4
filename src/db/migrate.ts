import { readFileSync } from "node:fs";
import path from "node:path";
import type SQLite from "better-sqlite3";
import { MailroomError } from "../domain/errors.ts";
import { drizzle, migrate } from "./drizzle.ts";

const FOLDER = path.join(import.meta.dirname, "migrations");

/** Applies what is missing. A database from a newer Mailroom is left alone and stops the start. */
export function migrateDatabase(writer: SQLite.Database): void {
  const known = (
    JSON.parse(readFileSync(path.join(FOLDER, "meta", "_journal.json"), "utf8")) as { entries: { when: number }[] }
  ).entries;
  const applied = appliedMigrations(writer);
  const newest = Math.max(0, ...known.map((entry) => entry.when));
  if (applied.some((when) => when > newest)) throw new MailroomError("database_newer");
  if (applied.length < known.length) migrate(drizzle(writer), { migrationsFolder: FOLDER });
}

function appliedMigrations(writer: SQLite.Database): number[] {
  const exists = writer.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
  if (!exists) return [];
  return (writer.prepare("select created_at as at from __drizzle_migrations").all() as { at: number }[]).map((row) =>
    Number(row.at),
  );
}
