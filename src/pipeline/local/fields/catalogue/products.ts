import type { Reading } from "../reading.ts";
import { type Entry, indexOf } from "./index.ts";
import { catalogueWords, isSameWord } from "./spelling.ts";

const MAX_WORDS = 900;

/** Catalogue names of the products that the mail is about. */
export function readProducts(reading: Reading): string[] {
  const { settings } = reading;
  const index = indexOf(settings.catalogue, settings.company.name);
  if (index.products.length === 0) return [];
  const words = catalogueWords(textOf(reading)).slice(0, MAX_WORDS);
  const found = new Set<string>();
  for (const entry of index.products) if (!found.has(entry.name) && isNamed(entry, words)) found.add(entry.name);
  return [...found];
}

/** Subject, newest text, what it answers, and file names. */
function textOf({ email, form }: Reading): string {
  const files = email.attachments.map(({ name }) => name.replace(/[._-]+/g, " ")).join("\n");
  const body = form.size > 0 ? email.text : email.visibleText;
  return [
    email.subject,
    body.slice(0, 4_000),
    email.forwarded?.text.slice(0, 2_000),
    email.quotedText.slice(0, 2_000),
    files,
  ].join("\n.\n");
}

function isNamed(entry: Entry, words: readonly string[]): boolean {
  if (hasRun(entry.words, words)) return true;
  return entry.telling.some((telling) => words.some((word) => isSameWord(word, telling)));
}

/** The words one after the other, each perhaps misspelt; joined ones count too ("giftcard"). */
export function hasRun(run: readonly string[], words: readonly string[]): boolean {
  if (run.length === 0) return false;
  const joined = run.join("");
  for (let at = 0; at < words.length; at++) {
    if (words[at] === joined) return true;
    if (at + run.length <= words.length && run.every((word, offset) => isSameWord(words[at + offset]!, word)))
      return true;
  }
  return false;
}
