import { IBAN_LENGTH, mod97Holds } from "../checks/iban.ts";
import type { Reading } from "../reading.ts";
import type { Candidate } from "../recogniser.ts";
import { words } from "../words.ts";

const HEAD = /(?<![A-Za-z0-9])[A-Za-z]{2}(?:[ .-]?\d){2}/g;
const LONGEST = 34;
/** Between two characters of one IBAN: groups, a broken line, quote marks. */
const GAP = /[ .\-_:\t]{0,3}(?:\n(?:> ?){0,2}[ \t]{0,3})?/y;

const IBAN_WORDS = words(
  "iban|bank*|account*|konto*|kontonummer|compte|cuenta|conto|conta|rekening*|rachunek|rachunku|účet|tili*|számla*|hesap*",
  "口座|账户|账号|계좌|счет|счёт|счета|λογαριασμ*|حساب",
);

/** Country code, length of that country and mod 97: one in 97 wrong numbers of the right form would pass. */
export function findIbans(reading: Reading): Candidate[] {
  const found: Candidate[] = [];
  for (const { index } of reading.aroundDigits.text.matchAll(HEAD)) {
    const start = reading.aroundDigits.original(index);
    const country = reading.text.slice(start, start + 2).toUpperCase();
    const length = IBAN_LENGTH[country];
    const read = length ? walk(reading.text, start, length) : undefined;
    if (read && isMostlyDigits(read.compact) && mod97Holds(read.compact)) {
      found.push({ kind: "iban", start, end: read.end, certainty: 3, reason: `${country} IBAN, mod 97 holds` });
      continue;
    }
    // A typing error, or a country that joined since: it says "IBAN" right in front, so it goes all the same.
    const loose = walk(reading.text, start, LONGEST);
    if (!loose || loose.compact.length < 15 || !isMostlyDigits(loose.compact)) continue;
    const word = reading.wordNear(IBAN_WORDS, start, loose.end);
    if (word)
      found.push({
        kind: "iban",
        start,
        end: loose.end,
        certainty: 2,
        reason: `IBAN that does not add up, beside "${word}"`,
      });
  }
  return found;
}

/**
 * Collects up to `length` characters of a number that may be written in groups. The exact length must end at the end of
 * a word; short of it the longest row of groups that hold a digit or capitals counts.
 */
function walk(text: string, start: number, length: number): { compact: string; end: number } | undefined {
  let compact = "";
  let end = start;
  for (let at = start; at < text.length && compact.length < length; ) {
    const character = text.charAt(at);
    if (/[A-Za-z0-9]/.test(character)) {
      if (length === LONGEST && /[a-z]/.test(character) && compact.length > 4) break;
      compact += character.toUpperCase();
      end = ++at;
      continue;
    }
    GAP.lastIndex = at;
    const gap = GAP.exec(text)?.[0].length ?? 0;
    if (gap === 0) break;
    at += gap;
  }
  const whole = compact.length === length || length === LONGEST;
  return whole && !/[A-Za-z0-9]/.test(text.charAt(end)) ? { compact, end } : undefined;
}

const isMostlyDigits = (compact: string): boolean => compact.replace(/\D/g, "").length * 2 >= compact.length;
