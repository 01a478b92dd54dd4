import type { PiiSpan } from "../../../src/domain/email.ts";
import { fold } from "../../../src/pipeline/redact/fold.ts";

/**
 * What of the found values can still be read in the redacted text, in any normalisation: as written, folded, without
 * separators, in small letters. Empty when nothing leaks. Short values (a PIN) are looked for as whole words only.
 */
export function leaks(original: string, spans: readonly PiiSpan[], redacted: string): string[] {
  const views = [redacted, fold(redacted).text, bare(redacted), fold(redacted).text.toLowerCase()];
  return spans
    .map(({ kind, start, end }) => ({ kind, value: original.slice(start, end) }))
    .filter(({ value }) => {
      if (bare(value).length < 6) return wholeWord(redacted, value);
      return views.some((view) => view.includes(value) || view.includes(bare(value)));
    })
    .map(({ kind, value }) => `${kind} ${value}`);
}

const bare = (text: string): string =>
  fold(text)
    .text.replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();

const wholeWord = (text: string, value: string): boolean =>
  text.split(/[^\p{L}\p{N}]+/u).some((word) => word === value) && value.trim() !== "";

/** Every stretch of 13 to 19 digits that passes Luhn behind a card network's first digit, whatever stands between them. */
export function cardsIn(text: string): string[] {
  const found: string[] = [];
  const view = fold(text).text;
  for (const [run] of view.matchAll(/\d(?:[ .\-_/*:\t\n]{0,3}\d){11,60}/g)) {
    const digits = run.replace(/\D/g, "");
    for (const length of [16, 15])
      for (let at = 0; at + length <= digits.length; at++) {
        const candidate = digits.slice(at, at + length);
        if (passesLuhn(candidate) && (length === 16 ? /^(?:4|5[1-5])/ : /^3[47]/).test(candidate))
          found.push(candidate);
      }
  }
  return found;
}

/** Written again on purpose: a check that shares its code with what it checks proves nothing. */
function passesLuhn(digits: string): boolean {
  const total = Array.from(digits)
    .reverse()
    .map(Number)
    .map((digit, at) => (at % 2 === 1 ? digit * 2 : digit))
    .reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0);
  return total % 10 === 0;
}
