import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The public test corpora lie beside the repository and are read in place: real people's mail is in them, so they are not
 * part of it. Their README says where each file comes from and how to compare.
 */
export const CORPORA =
  process.env.MAILROOM_CORPORA ?? fileURLToPath(new URL("../../../shared/corpora", import.meta.url));

export const hasCorpora = (): boolean => existsSync(CORPORA);

export const corpusPath = (...parts: string[]): string => join(CORPORA, ...parts);
export const readBytes = (...parts: string[]): Uint8Array => readFileSync(corpusPath(...parts));
export const readText = (...parts: string[]): string => readFileSync(corpusPath(...parts), "utf8");
// biome-ignore lint/suspicious/noExplicitAny: other people's JSON, read field by field
export const readJson = (...parts: string[]): any => JSON.parse(readText(...parts));

/** Every mail of the corpora, in a fixed order. */
export function allMails(): string[] {
  return readdirSync(CORPORA, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".eml"))
    .sort();
}
