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
    const source = leadOf(word) + escapeRegExp(stem ? word.slice(0, -1) : word).replaceAll(" ", "[ \\-_]?");
    (WITHOUT_SPACES.test(word) ? anywhere : stem ? stems : whole).push(source);
  }
  // One look for a letter behind all whole words: a class as large as `\p{L}` after each of them made the first pass over
  // a mail take seconds to compile.
  const bounded = [...(whole.length ? [`(?:${whole.join("|")})(?![${LETTER}])`] : []), ...stems];
  const alternatives = [...(bounded.length ? [`(?<![${LETTER}])(?:${bounded.join("|")})`] : []), ...anywhere];
  return new RegExp(alternatives.join("|"), "iu");
}

const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u;

/** Hebrew and Arabic write "the", "and", "in" and "for" into the front of the word: הסיסמה, والهاتف. */
const leadOf = (word: string): string =>
  /^[\u05d0-\u05ea]/.test(word)
    ? "[\u05d1\u05d4\u05d5\u05db\u05dc\u05de\u05e9]{0,2}"
    : /^[\u0621-\u064a]/.test(word)
      ? "[\u0648\u0641]?[\u0628\u0643\u0644]?(?:\u0627\u0644)?"
      : "";

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
