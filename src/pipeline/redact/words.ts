import { LETTER } from "./letters.ts";

/**
 * Builds one pattern from a list of words in any language. Latin, Greek, Cyrillic and such words match whole; a final
 * `*` lets endings follow ("telefon*": Telefonnummer, telefonu). Scripts without spaces match anywhere.
 */
export function words(...list: string[]): RegExp {
  const whole: string[] = [];
  const stems: string[] = [];
  const anywhere: string[] = [];
  for (const word of list.flatMap((line) => line.split("|").map((one) => one.trim()))) {
    const stem = word.endsWith("*");
    const source = escapeRegExp(stem ? word.slice(0, -1) : word).replaceAll(" ", "[ \\-_]?");
    (WITHOUT_SPACES.test(word) ? anywhere : stem ? stems : whole).push(source);
  }
  // One look for a letter behind all whole words: a class as large as `\p{L}` after each of them made the first pass over
  // a mail take seconds to compile.
  const bounded = [...(whole.length ? [`(?:${whole.join("|")})(?![${LETTER}])`] : []), ...stems];
  const alternatives = [...(bounded.length ? [`(?<![${LETTER}])(?:${bounded.join("|")})`] : []), ...anywhere];
  return new RegExp(alternatives.join("|"), "iu");
}

const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u;

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
