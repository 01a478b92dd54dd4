import type { DigitGroup } from "../../digit-groups.ts";
import type { Reading } from "../../reading.ts";
import type { Candidate, Certainty } from "../../recogniser.ts";
import { EAST_ASIA } from "./east-asia.ts";
import { readHead } from "./head.ts";
import { ADDRESS_WORDS, addressesByLabel } from "./labelled.ts";
import { HOUSE } from "./parts.ts";
import { addressesByPostcode } from "./postcode.ts";
import { NUMBER_FIRST, NUMBER_LAST, STREET_WORD, type StreetForm } from "./streets.ts";
import { readTail } from "./tail.ts";

/** How far back a street's name may begin before its number. */
const NAME_REACH = 90;
const HOUSE_NUMBER = new RegExp(HOUSE, "uy");

/** Every address has a number in it, so the search goes from number to number, not from word to word. */
export function findAddresses(reading: Reading): Candidate[] {
  const found: Candidate[] = [];
  const { text } = reading;
  for (const group of reading.groups) {
    if (group.digits.length > 6) continue;
    const street = streetAt(reading, group);
    if (street) found.push(street);
  }
  for (const { start, end } of addressesByPostcode(text))
    found.push(candidate(start, end, 2, "postcode with the lines before it"));
  for (const { start, end, label } of addressesByLabel(text)) found.push(candidate(start, end, 1, `behind "${label}"`));
  for (const { name, pattern } of EAST_ASIA)
    for (const { index, 0: match } of text.matchAll(pattern))
      found.push(candidate(index, index + match.trimEnd().length, 2, name));
  return found;
}

function streetAt(reading: Reading, group: DigitGroup): Candidate | undefined {
  const { text } = reading;
  for (const form of NUMBER_FIRST) {
    form.pattern.lastIndex = group.start;
    const match = form.pattern.exec(text)?.[0].trimEnd();
    const address = match && believe(reading, form, group.start, group.start + match.length);
    if (address) return address;
  }
  const before = text.slice(Math.max(0, group.start - NAME_REACH), group.start);
  if (!/[\p{L}.º°#:,\-/] {0,2}$|[\p{L}]\.?$/u.test(before)) return undefined;
  HOUSE_NUMBER.lastIndex = group.start;
  const house = HOUSE_NUMBER.exec(text)?.[0];
  if (!house) return undefined;
  const mayBeStreet = STREET_WORD.test(before);
  const end = group.start + house.length;
  for (const form of NUMBER_LAST) {
    if (form.strong && !mayBeStreet) continue;
    if (!form.strong && !form.strongIn && !readTail(text, end).proves && !nearAddressWord(reading, group.start))
      continue;
    const match = form.pattern.exec(before);
    const start = match && group.start - match[0].length;
    const address = start !== null && start !== undefined && believe(reading, form, start, end);
    if (address) return address;
  }
  return undefined;
}

/** A strong form stands by itself; a weak one needs a place behind it, a word before it, its own language or its own line. */
function believe(reading: Reading, form: StreetForm, start: number, end: number): Candidate | undefined {
  const tail = readTail(reading.text, end);
  if (!form.strong && !isBacked(reading, form, start, end, tail.proves)) return undefined;
  const head = readHead(reading.text, start, tail.lines && tail.proves);
  const certainty = tail.proves || form.strong ? 2 : 1;
  return candidate(head, tail.end, certainty, tail.proves ? `${form.name} with place` : form.name);
}

function isBacked(reading: Reading, form: StreetForm, start: number, end: number, hasPlace: boolean): boolean {
  if (reading.isBarred(start, end)) return false;
  if (hasPlace || form.needsPlace) return hasPlace;
  return (
    form.strongIn === reading.context.language || nearAddressWord(reading, start) || isLine(reading.text, start, end)
  );
}

/** "E-mail address" says nothing about where someone lives. */
const nearAddressWord = (reading: Reading, start: number): boolean =>
  ADDRESS_WORDS.test(
    reading.text
      .slice(Math.max(0, start - 48), start)
      .replace(/(?:e-?mail|web|ip|mac|wallet)[ -]?address(?:es)?/gi, ""),
  );

const isLine = (text: string, start: number, end: number): boolean =>
  /(?:^|\n)[ \t>]{0,4}$/.test(text.slice(Math.max(0, start - 6), start)) &&
  /^[ ,]{0,2}(?:\n|$)/.test(text.slice(end, end + 3));

const candidate = (start: number, end: number, certainty: Certainty, why: string): Candidate => ({
  kind: "address",
  start,
  end,
  certainty,
  reason: `postal address, ${why}`,
});
