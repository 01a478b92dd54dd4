import type { DigitGroup } from "../../digit-groups.ts";
import type { Reading } from "../../reading.ts";
import type { Candidate, Certainty } from "../../recogniser.ts";
import { chineseAddress } from "./chinese.ts";
import { EAST_ASIA } from "./east-asia.ts";
import { readHead } from "./head.ts";
import { ADDRESS_WORDS, addressesByLabel, LIVES_AT } from "./labelled.ts";
import { NUMBER_FIRST } from "./number-first.ts";
import { BEHIND_STREET, NAME_AND_NUMBER, STREETS } from "./number-last.ts";
import { HOUSE } from "./parts.ts";
import { addressesByPostcode } from "./postcode.ts";
import type { StreetForm } from "./street-form.ts";
import { readTail, type Tail } from "./tail.ts";

/** How far back a street's name may begin before its number. */
const NAME_REACH = 90;
const HOUSE_NUMBER = new RegExp(HOUSE, "uy");
const MOST_HOUSE_DIGITS = 6;
/** Where the scripts without spaces begin. */
const EAST_ASIAN = /[^\0-\u2e7f]/;

/** Every address has a number in it, so the search goes from number to number, not from word to word. */
export function findAddresses(reading: Reading): Candidate[] {
  const found: Candidate[] = [];
  const text = reading.flow;
  const isEastAsian = EAST_ASIAN.test(text);
  for (const group of reading.groups)
    if (group.digits.length <= MOST_HOUSE_DIGITS) {
      const chinese = isEastAsian ? chineseAddress(text, group) : undefined;
      if (chinese) found.push(candidate(text, chinese.start, chinese.end, 2, "Chinese address"));
      else found.push(...numberFirst(reading, group), ...numberLast(reading, group));
    }
  for (const { start, end } of addressesByPostcode(text))
    found.push(candidate(text, start, end, 2, "postcode with the lines before it"));
  for (const { name, pattern } of isEastAsian ? EAST_ASIA : [])
    for (const { index, 0: match } of text.matchAll(pattern))
      found.push(candidate(text, index, index + match.trimEnd().length, 2, name));
  for (const { start, end, label } of addressesByLabel(text))
    if (!isRead(found, start)) found.push(candidate(text, start, end, 1, `behind "${label}"`));
  return found;
}

/** Where a form was recognised right behind the label, down to its place, guessing how far it goes is not needed. */
const isRead = (found: readonly Candidate[], start: number): boolean =>
  found.some((one) => Math.abs(one.start - start) <= 2 && one.certainty === 2 && !one.reason.endsWith("street"));

function numberFirst(reading: Reading, group: DigitGroup): Candidate[] {
  for (const form of NUMBER_FIRST) {
    form.pattern.lastIndex = group.start;
    const match = form.pattern.exec(reading.flow)?.[0].trimEnd();
    const address = match && believe(reading, form, group.start, group.start + match.length);
    if (address) return [address];
  }
  return [];
}

function numberLast(reading: Reading, group: DigitGroup): Candidate[] {
  const text = reading.flow;
  if (!standsBehind(WORD, text, group)) return [];
  const before = text.slice(Math.max(0, group.start - NAME_REACH), group.start);
  const isStreet =
    standsBehind(BEHIND_STREET.word, text, group) ||
    (standsBehind(BEHIND_STREET.name, text, group) && BEHIND_STREET.type.test(before));
  const forms = isStreet ? STREETS.filter((form) => standsBehind(form.before, text, group)) : [];
  if (standsBehind(NAME_AND_NUMBER.before, text, group)) forms.push(NAME_AND_NUMBER);
  if (forms.length === 0) return [];
  HOUSE_NUMBER.lastIndex = group.start;
  const house = HOUSE_NUMBER.exec(text)?.[0];
  if (!house) return [];
  const end = group.start + house.length;
  const tail = readTail(text, end);
  for (const form of forms) {
    const match = form.pattern.exec(before)?.[0];
    const address = match && believe(reading, form, group.start - match.length, end, tail);
    if (address) return [address];
  }
  return [];
}

const WORD = /(?<=[^\d\s] {0,2})/y;

function standsBehind(pattern: RegExp, text: string, { start }: DigitGroup): boolean {
  pattern.lastIndex = start;
  return pattern.test(text);
}

function believe(
  reading: Reading,
  form: StreetForm,
  start: number,
  end: number,
  tail: Tail = readTail(reading.flow, end),
): Candidate | undefined {
  if (!form.strong && !isBacked(reading, form, start, end, tail)) return undefined;
  const head = readHead(reading.flow, start, tail.lines && tail.proves);
  const why = tail.proves ? `${form.name} with place` : form.name;
  return candidate(reading.flow, head, tail.end, tail.proves || form.strong ? 2 : 1, why);
}

function isBacked(reading: Reading, form: StreetForm, start: number, end: number, tail: Tail): boolean {
  if (reading.isBarred(start, end)) return false;
  if (form.needsPlace ? tail.hasCode || (tail.proves && tail.lines) : tail.proves) return true;
  if (LIVES_AT.test(reading.flow.slice(Math.max(0, start - 32), start))) return true;
  if (form.needsPlace) return false;
  if (form.strongIn === reading.context.language) return true;
  return nearAddressWord(reading, start) || (form.onLine === true && isLine(reading.flow, start, end));
}

/** "E-mail address" says nothing about where someone lives. */
const nearAddressWord = (reading: Reading, start: number): boolean =>
  ADDRESS_WORDS.test(
    reading.flow
      .slice(Math.max(0, start - 48), start)
      .replace(/(?:e-?mail|web|ip|mac|wallet)[ -]?address(?:es)?/gi, ""),
  );

const isLine = (text: string, start: number, end: number): boolean =>
  /(?:^|\n)[ \t>]{0,4}$/.test(text.slice(Math.max(0, start - 6), start)) &&
  /^[ ,]{0,2}(?:\n|$)/.test(text.slice(end, end + 3));

/** The full stop of a sentence is not part of its last word. */
function candidate(text: string, start: number, end: number, certainty: Certainty, why: string): Candidate {
  const trimmed = text.slice(start, end).replace(/[\s.,;'-]+$/, "");
  return { kind: "address", start, end: start + trimmed.length, certainty, reason: `postal address, ${why}` };
}
