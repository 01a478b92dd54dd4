import type { Entities } from "../domain/decision.ts";
import type { Email } from "../domain/email.ts";
import { isStopWord } from "./answer/stop-words.ts";

/** Numbers of orders, invoices, tickets, accounts. */
export const ID =
  /\b(?=[A-Z0-9-]*\d[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z-])[A-Z0-9]+(?:-[A-Z0-9]+)+\b|\b[A-Z]{1,4}\d{4,}\b|#\d{3,}\b|\b\d{6,}\b/;

/** What the sender and their company are called, word by word, and their numbers. */
export function namesOf(
  { from }: Pick<Email, "from">,
  entities: Pick<Entities, "person_name" | "company_name" | "order_id" | "invoice_id"> | undefined,
): string[] {
  const own = [from?.name, entities?.person_name, entities?.company_name, entities?.order_id, entities?.invoice_id];
  const words = own.flatMap((name) => (name ?? "").split(/[\s,・·]+/)).filter(isName);
  return [...new Set(words)];
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Not the "of" and "the" of a company; "Li" and "Ng" are, written large. */
function isName(word: string): boolean {
  if (UNSPACED.test(word) || /^\p{Lu}\p{L}$/u.test(word)) return word.length >= 2;
  return word.length >= 3 && !isStopWord(word.toLowerCase(), "en");
}

export const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

export const anyOf = (words: readonly string[]): RegExp | undefined =>
  words.length === 0 ? undefined : new RegExp(words.map(inText).join("|"), "iu");

/**
 * Short names count as they are written; longer ones with an ending too ("Müllers", "Kowalskiego"); where words have no spaces,
 * anywhere.
 */
function inText(name: string): string {
  if (UNSPACED.test(name)) return escaped(name);
  const alone = (word: string) => `(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`;
  if (name.length === 2) return alone(`(?-i:${escaped(name)}|${escaped(name.toUpperCase())})`);
  const [stem, most] = name.length < 5 ? [name, 2] : [name.replace(/[aeiouyáéíóúýě]$/iu, ""), 4];
  return alone(`${escaped(stem)}(?:['’]?\\p{L}{0,${most}})`);
}

/** Masked text without what masking leaves of one customer: names and numbers. */
export const nameless = (text: string, names: readonly string[]): string => {
  const found = anyOf(names);
  const unnumbered = text.replace(new RegExp(ID.source, "g"), "…");
  return found ? unnumbered.replace(new RegExp(found.source, "giu"), "…") : unnumbered;
};
