import type { Recogniser } from "../recogniser.ts";
import { words } from "../words.ts";

const SSN_WORDS = words(
  "ssn*|my social|social is|social security*|social sec*|social #|social number|soc sec*|tax id|taxpayer*|TIN|seguro social",
);

/** Areas 000, 666 and 9xx, group 00 and serial 0000 have never been issued. */
const isIssued = (digits: string): boolean => /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(digits);

const ISSUED = { says: "an issued range", holds: isIssued };

/** Ranges 50-65, 70-88, 90-92 and 94-99 in the middle of a 9xx number are for people without an SSN. */
const ITIN = {
  says: "the ITIN range",
  holds: (digits: string) => /^9\d\d(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\d{4}$/.test(digits),
};

export const SSN_RECOGNISERS: readonly Recogniser[] = [
  {
    // 3-2-4 with the same mark twice is written for nothing else.
    name: "US social security number",
    kind: "ssn",
    digits: 9,
    pattern: /(?<![A-Za-z0-9_]|\d[-.])\d{3}(?<mark>[-–]|\.| - ?)\d{2}\k<mark>\d{4}(?![A-Za-z0-9_]|[-.]\d)/g,
    check: ISSUED,
    near: SSN_WORDS,
    alone: "checked",
    beside: "shape",
  },
  {
    name: "US social security number",
    kind: "ssn",
    digits: 9,
    pattern: /(?<![A-Za-z0-9_]|\d[-.])\d{3}[ .-]{0,2}\d{2}[ .-]{0,2}\d{4}(?![A-Za-z0-9_]|[-.]\d)/g,
    check: ISSUED,
    near: SSN_WORDS,
    alone: "never",
    beside: "shape",
  },
  {
    name: "US individual taxpayer number (ITIN)",
    kind: "national_id",
    digits: 9,
    pattern: /(?<![A-Za-z0-9_]|\d[-.])9\d{2}-?\d{2}-?\d{4}(?![A-Za-z0-9_]|[-.]\d)/g,
    check: ITIN,
    near: words("itin|individual taxpayer*|tax id*|taxpayer*|TIN"),
    alone: "never",
  },
  {
    name: "US individual taxpayer number (ITIN)",
    kind: "national_id",
    digits: 9,
    pattern: /(?<![A-Za-z0-9_]|\d[-.])9\d{2}-\d{2}-\d{4}(?![A-Za-z0-9_]|[-.]\d)/g,
    check: ITIN,
    alone: "checked",
  },
];
