import { parsePhone } from "../../../redact/phone-library.ts";
import type { Reading } from "../reading.ts";
import { likelyCountries } from "./likely-countries.ts";
import { FAX, FOREIGN, INVITES, LABEL } from "./phone-words.ts";

/** Digits with what people put between them. The length is bounded, so a line of digits costs one pass. */
const NUMBER =
  /(?<![\p{L}\d#€$£_@/.:=-])(?:\+|00 ?)?\(?\+?\d(?:[\d\u00a0 ()./‑–-]{5,24})\d(?![\p{L}\d_@%€$£]|[.,:]\d)/gu;
const LEAST_DIGITS = 7;
const MOST_DIGITS = 15;
const MAX_FOUND = 12;

/** The first number that the sender can be reached at, as written. */
export function readPhone(reading: Reading): string | null {
  const told = reading.form.get("phone");
  if (told)
    return firstNumber(told.slice(0, 60), reading, "told") ?? (/\d{6}/.test(told.replace(/\D/g, "")) ? told : null);
  for (const line of reading.signature) {
    const number = firstNumber(line, reading, "signature");
    if (number) return number;
  }
  // An absence note gives a colleague's number.
  if (reading.email.machine.kind === "auto_reply") return null;
  for (const place of ["text", "anywhere"] as const)
    for (const line of reading.lines) {
      const number = firstNumber(line, reading, place);
      if (number) return number;
    }
  return null;
}

/** `text`: behind a word that offers it. `anywhere`: in prose, so nothing but a number that is surely a phone's. */
type Place = "told" | "signature" | "text" | "anywhere";

function firstNumber(line: string, reading: Reading, place: Place): string | undefined {
  if (!/\d{2}/.test(line)) return undefined;
  let seen = 0;
  for (const match of line.matchAll(NUMBER)) {
    if (++seen > MAX_FOUND) return undefined;
    const raw = trimmed(match[0]);
    if (isReachable(raw, line.slice(Math.max(0, match.index - 45), match.index), reading, place)) return raw;
  }
  return undefined;
}

/** A bracket that closes nothing, and what follows a second gap: "(0)20 7946 0388 (". */
function trimmed(raw: string): string {
  const text = raw.trim().replace(/[\s(./–-]+$/u, "");
  if (text.includes(")") && !text.includes("(")) return text.slice(text.indexOf(")") + 1).trim() || text;
  return text.replace(/^\(([^)]*)$/, "$1");
}

function isReachable(raw: string, before: string, reading: Reading, place: Place): boolean {
  const digits = raw.replace(/\D/g, "");
  if (digits.length < LEAST_DIGITS || digits.length > MOST_DIGITS || NOT_A_NUMBER.test(raw) || /^(\d)\1+$/.test(digits))
    return false;
  if (place === "told") return true;
  const near = before.slice(-18);
  if (FAX.test(near) || FOREIGN.test(near)) return false;
  const labelled = LABEL.test(near) || (place === "text" && INVITES.test(before));
  if (place === "text" && !labelled) return false;
  if (place === "anywhere")
    return /^[+(0]/.test(raw) && /[ ()-]/.test(raw) && digits.length >= 10 && isPhone(raw, digits, reading);
  if (labelled) return digits.length >= 8 || /^\d{3}[-. ]\d{4}$/.test(raw) || raw.startsWith("0");
  return isPhone(raw, digits, reading);
}

/** Dates, times, years, sums, postcodes with an extension, network addresses. */
const NOT_A_NUMBER =
  /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4})(?:\s|$)|^(?:19|20)\d\d\s?[-–/]\s?(?:19|20)\d\d$|^\d{5}-\d{4}$|^\d{1,3}(?:\.\d{1,3}){3}$|^\d{1,3}(?:[., ]\d{3})+$|^\d{4}(?:[ -]\d{4}){3}$/;

/** Unlabelled in a signature: the writing or the library has to know it for a phone number. */
function isPhone(raw: string, digits: string, reading: Reading): boolean {
  if (/^\(\d{3}\) ?\d{3}[-. ]\d{4}$|^\d{3}[-. ]\d{3}[-. ]\d{4}$/.test(raw)) return true;
  if (!/^[+(0]/.test(raw) && !/[ ./-]/.test(raw)) return false;
  if (raw.startsWith("+") || raw.startsWith("00"))
    return digits.length >= 9 && parsePhone(raw.replace(/^00/, "+"))?.isPossible() === true;
  return likelyCountries(reading).some((country) => parsePhone(raw, country)?.isPossible() === true);
}
