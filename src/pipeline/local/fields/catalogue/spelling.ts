import { fold } from "../../text/tokens.ts";

/** Words and numbers, folded; "CL-200" and "CL 200" both give `cl`, `200`, "20L" gives `20l`. */
export function catalogueWords(text: string): string[] {
  return fold(text).match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+|[\p{L}\p{N}]+/gu) ?? [];
}

/** How many typing errors a word of this length may have and still be the same word. */
const allowed = (length: number): number => (length >= 9 ? 2 : length >= 6 ? 1 : 0);

/** Same word but for a plural, a genitive or a slip of the finger. */
export function isSameWord(written: string, known: string): boolean {
  if (written === known) return true;
  if (known.length < 3 || written.length < 3) return false;
  if (/\d/.test(known) || /\d/.test(written)) return false;
  if (inflected(written, known) || inflected(known, written)) return true;
  const most = allowed(Math.min(written.length, known.length));
  if (most === 0 || written[0] !== known[0] || Math.abs(written.length - known.length) > most) return false;
  return distance(written, known, most) <= most;
}

const inflected = (long: string, short: string): boolean =>
  short.length >= 4 &&
  long.length > short.length &&
  long.startsWith(short) &&
  /^(?:s|es|n|en|er|e|ar|or|i|y|a|u|ow|ami|nya)$/.test(long.slice(short.length));

/** Damerau-Levenshtein, given up beyond `most`. */
export function distance(one: string, other: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let cost = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        cost = Math.min(cost, before[column - 2]! + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return least;
    before = last;
    last = current;
  }
  return last[other.length]!;
}
