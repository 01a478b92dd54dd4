import type { Reading } from "./reading.ts";
import type { Candidate } from "./recogniser.ts";

/** Shorter numbers are common enough to stand for something else. */
const MIN_DIGITS = 7;
const MAX_DIGITS = 24;

/**
 * A number that is personal in one place is so in the others: "call me on 612345678" says what the bare number in the table above it is.
 * Prices, dates and the like stay.
 */
export function repeatsOf(found: readonly Candidate[], { text, groups, isBarred }: Reading): Candidate[] {
  const known = new Map<string, Candidate>();
  for (const one of found) {
    const value = text.slice(one.start, one.end);
    const digits = value.replace(/\D/g, "");
    if (digits.length >= MIN_DIGITS && digits.length <= MAX_DIGITS && !/\p{L}/u.test(value)) known.set(digits, one);
  }
  if (known.size === 0) return [];
  const repeats: Candidate[] = [];
  for (const [at, { start }] of groups.entries()) {
    let digits = "";
    for (let last = at; last < groups.length && digits.length < MAX_DIGITS; last++) {
      const group = groups[last]!;
      if (last > at && group.gap === undefined) break;
      digits += group.digits;
      const one = known.get(digits);
      if (one && !isBarred(start, group.end) && isWord(text, start, group.end))
        repeats.push({ kind: one.kind, start, end: group.end, certainty: 1, reason: `${one.reason}, elsewhere` });
    }
  }
  return repeats;
}

const LETTER = /\p{L}/u;
/** "X612345678" is another number. */
const isWord = (text: string, start: number, end: number): boolean =>
  !LETTER.test(text.charAt(start - 1)) && !LETTER.test(text.charAt(end));
