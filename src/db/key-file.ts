import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { MailroomError } from "../domain/errors.ts";
import type { Keyring } from "./vault.ts";

const KEY_BYTES = 32;

/**
 * The keys for stored content: from MAILROOM_KEY, else from `key` beside the database, which is made on the first start
 * (readable by its owner alone). Several keys, separated by commas or lines: the first seals, the others still open.
 */
export function loadKeys(fromEnvironment: string | undefined, databaseUrl: string): Keyring {
  if (fromEnvironment) return parseKeys(fromEnvironment, "MAILROOM_KEY");
  const file = keyFileOf(databaseUrl);
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true });
    makeFirst(file);
  }
  chmodSync(file, 0o600);
  return parseKeys(readFileSync(file, "utf8"), file);
}

export const keyFileOf = (databaseUrl: string): string =>
  path.join(
    databaseUrl.startsWith("file:") ? path.dirname(path.resolve(databaseUrl.slice("file:".length))) : "data",
    "key",
  );

export const newKey = (): Buffer => randomBytes(KEY_BYTES);

/** Whole or not at all, whatever happens meanwhile: a torn key file would be the loss of everything. */
export function saveKeys(file: string, keys: Keyring): void {
  const fresh = `${file}.new`;
  onDisk(fresh, keys);
  renameSync(fresh, file);
  onDisk(path.dirname(file));
}

/** Of two processes that start at once the first one's key stays, and the other takes it. */
function makeFirst(file: string): void {
  const fresh = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    onDisk(fresh, [newKey()]);
    linkSync(fresh, file);
    onDisk(path.dirname(file));
  } catch (error) {
    if ((error as { code?: unknown }).code !== "EEXIST") throw error;
  } finally {
    rmSync(fresh, { force: true });
  }
}

/** Waits for the disk: a file with these keys, or the names in a folder. */
function onDisk(where: string, keys?: Keyring): void {
  const handle = openSync(where, keys ? "w" : "r", 0o600);
  try {
    if (keys) writeFileSync(handle, written(keys));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

const written = (keys: readonly Buffer[]): string => keys.map((key) => `${key.toString("base64")}\n`).join("");

export function parseKeys(text: string, source: string): Keyring {
  const keys = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((one) => Buffer.from(one, "base64"));
  const [first, ...rest] = keys;
  if (!first || keys.some((key) => key.length !== KEY_BYTES)) {
    throw new MailroomError("config_invalid", {
      detail: `${source} must hold 32 bytes in base64: make them with "openssl rand -base64 32"`,
    });
  }
  return [first, ...rest];
}
