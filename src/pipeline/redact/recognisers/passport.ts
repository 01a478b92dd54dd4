import type { Recogniser } from "../recogniser.ts";
import { words } from "../words.ts";

const PASSPORT = words(
  "passport*|travel document*|reisepass*|pass-nr|passnummer|pass nr|passeport*|pasaporte*|passaporto*|passaporte*|paspoort*",
  "paszport*|cestovní pas|číslo pasu|pasu|útlevél*|pașaport*|pasaport*|passnr|pass nr|passi|passin*|vegabréf*|διαβατήρι*",
  "паспорт*|загранпаспорт*|hộ chiếu|paspor|pasport|旅券|パスポート|护照|護照|여권|หนังสือเดินทาง|جواز|דרכון|पासपोर्ट",
);

/**
 * Most passport numbers have no check digit outside the machine-readable zone, and two letters and seven digits are also
 * a ticket, a flight and a spare part: without the word nothing is masked.
 */
export const PASSPORT_RECOGNISERS: readonly Recogniser[] = [
  {
    name: "passport number",
    kind: "passport",
    digits: 5,
    pattern: /(?<![A-Za-z0-9_/-])(?:[A-Za-z]{1,3}[ -]?)?\d{5,9}[A-Za-z]?\d{0,2}(?![A-Za-z0-9_]|[-/]\d)/g,
    near: PASSPORT,
    alone: "never",
    beside: "shape",
  },
  {
    // German and Korean numbers carry letters in the middle: C01X00T47, M123A4567.
    name: "passport number",
    kind: "passport",
    digits: 3,
    pattern: /(?<![A-Za-z0-9_/-])(?=[A-Z0-9]{0,8}\d[A-Z0-9]{0,8}\d)[A-Z0-9]{8,10}(?![A-Za-z0-9_]|[-/]\d)/gi,
    near: PASSPORT,
    alone: "never",
    beside: "shape",
  },
  {
    name: "Russian passport number",
    kind: "passport",
    digits: 10,
    pattern: /(?<![\w/-])\d{2} ?\d{2} ?(?:№|N|No\.?|номер)? ?\d{6}(?![\w]|[-/]\d)/g,
    near: words("паспорт*|серия|серии|passport*"),
    alone: "never",
    beside: "shape",
  },
  {
    // ICAO 9303: "P<UTOERIKSSON<<ANNA<MARIA<<<…", then the line with the number.
    name: "machine-readable zone of a passport",
    kind: "passport",
    digits: 0,
    longWord: "part",
    pattern: /(?<![A-Z0-9<])[PIAC][A-Z<][A-Z]{3}[A-Z<]{25,39}(?:\n?[ \t]{0,3}[A-Z0-9<]{28,44}){0,2}(?![A-Z0-9<])/g,
    alone: "shape",
  },
];
