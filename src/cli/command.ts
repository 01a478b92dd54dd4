import { existsSync } from "node:fs";
import { readStorage } from "../config.ts";
import type { Database } from "../db/database.ts";
import { keyFileOf, loadKeys } from "../db/key-file.ts";
import { locationOf, openDatabase } from "../db/open.ts";
import { createVault, type Keyring } from "../db/vault.ts";
import { MailroomError, toFailure } from "../domain/errors.ts";

interface Command {
  args: string[];
  environment: Readonly<Record<string, string | undefined>>;
  say(line: string): void;
}

/** One command as a program: what it says goes to standard output, why it cannot goes to standard error, the exit code says which. */
export async function run(work: (command: Command) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work({
      args: process.argv.slice(2),
      environment: process.env,
      say: (line) => void process.stdout.write(`${line}\n`),
    });
  } catch (error) {
    const failure = toFailure(error);
    process.stderr.write(
      `${failure.code === "internal" ? ((failure.cause as Error)?.stack ?? failure.message) : failure.message}\n`,
    );
    process.exitCode = 1;
  }
}

/** The desk's database beside the running app. A command never makes one: an empty one would prove and erase nothing. */
export async function withDatabase<T>(
  environment: Command["environment"],
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const { url, keys } = storage(environment);
  needDatabase(url);
  const db = openDatabase(url, createVault(keys));
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

/** Where the database is and what opens it. A command makes no key: what is there would not open with it. */
export function storage(environment: Command["environment"]): { url: string; keys: Keyring; fromFile: boolean } {
  const { DATABASE_URL: url, MAILROOM_KEY: key } = readStorage(environment);
  const file = keyFileOf(url);
  if (!key && !existsSync(file))
    throw new MailroomError("config_invalid", {
      detail: `there is no key: set MAILROOM_KEY, or put the key file back as ${file}`,
    });
  return { url, keys: loadKeys(key, url), fromFile: !key };
}

/** Where the database is. */
export function needDatabase(url: string): string {
  const location = locationOf(url);
  if (!existsSync(location))
    throw new MailroomError("config_invalid", {
      detail: `there is no database at ${location}: set DATABASE_URL to the one that Mailroom uses`,
    });
  return location;
}
