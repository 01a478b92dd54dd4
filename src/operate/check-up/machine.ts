import { existsSync, statSync } from "node:fs";
import { statfs } from "node:fs/promises";
import path from "node:path";
import { inspectDatabase } from "../../db/inspect.ts";
import { locationOf } from "../../db/open.ts";
import type { Finding } from "../../domain/check-up.ts";
import { act, noted, ok, type Probe } from "./check-up.ts";

export interface MachineDeps {
  databaseUrl: string;
  /** Files that hold secrets; the key's is absent when MAILROOM_KEY holds it. */
  keyFile: string | undefined;
  serviceAccountFile: string | undefined;
}

const GIGABYTE = 1024 ** 3;
/** Room for the database to grow by a good year, and for one copy of it. */
const LEAST_FREE = GIGABYTE;

export function machineChecks({ databaseUrl, keyFile, serviceAccountFile }: MachineDeps): Probe[] {
  return [
    { check: "database", look: async () => databaseState(databaseUrl) },
    { check: "disk", look: () => disk(databaseUrl) },
    { check: "key", look: async () => (keyFile ? keyState(keyFile, databaseUrl) : ok("key", "from MAILROOM_KEY")) },
    ...(serviceAccountFile
      ? [{ check: "service account", look: async () => privacyOf("service account", serviceAccountFile) }]
      : []),
  ];
}

function databaseState(url: string): Finding {
  const found = inspectDatabase(locationOf(url));
  const check = "database";
  if (!found) return noted(check, "there is none yet: npm start makes it");
  const { engine, applied, known, newer } = found;
  if (newer) return act(check, "it was written by a newer Mailroom", "Start that version, or restore an older backup.");
  if (applied < known)
    return act(
      check,
      `${known - applied} of ${known} migrations are still to come`,
      "Start Mailroom once: it brings the database up to date.",
    );
  return ok(check, `SQLite ${engine}, all ${known} migrations are in`);
}

async function disk(databaseUrl: string): Promise<Finding> {
  const file = locationOf(databaseUrl);
  const size = existsSync(file) ? statSync(file).size : 0;
  const { bavail, bsize } = await statfs(firstThatExists(path.dirname(file)));
  const free = bavail * bsize;
  const say = `${gigabytes(free)} free, the database takes ${gigabytes(size)}`;
  return free >= Math.max(LEAST_FREE, 2 * size)
    ? ok("disk", say)
    : act("disk", say, "Make room, or shorten retention.rawDays in the settings.");
}

function firstThatExists(folder: string): string {
  return existsSync(folder) ? folder : firstThatExists(path.dirname(folder));
}

const gigabytes = (bytes: number): string => `${(bytes / GIGABYTE).toFixed(bytes < GIGABYTE ? 3 : 1)} GB`;

function keyState(file: string, databaseUrl: string): Finding {
  if (existsSync(file)) return privacyOf("key", file);
  if (!existsSync(locationOf(databaseUrl))) return noted("key", "there is none yet: npm start makes it");
  return act(
    "key",
    `${file} is missing, and what is stored cannot be read without it`,
    "Put it back from your backup of the key, or set MAILROOM_KEY.",
  );
}

function privacyOf(check: string, file: string): Finding {
  const { mode, uid } = statSync(file);
  // Windows knows no such bits.
  if (process.getuid === undefined) return ok(check, file);
  if ((mode & 0o077) !== 0) return act(check, `${file} can be read by others`, `chmod 600 ${file}`);
  if (uid !== process.getuid())
    return act(check, `${file} belongs to another user`, `chown ${process.getuid()} ${file}`);
  return ok(check, "readable by this user alone");
}
