import { LETTER } from "../../letters.ts";
import { LONE } from "./parts.ts";
import { readTail, UK_POSTCODE } from "./tail.ts";

/**
 * Places whose postcode is unmistakable: from there backwards, for houses with a name instead of a number and for
 * Indian and Irish addresses. ("Rose Cottage, Mill Lane, Stroud GL5 0XX")
 */
const ANCHOR = new RegExp(
  `${LONE}(?:${UK_POSTCODE}|[ABCEGHJ-NPRSTVXY]\\d[A-Z] \\d[A-Z]\\d(?![A-Z\\d])|[AC-FHKNPRTV-Y]\\d[\\dW] [0-9AC-FHKNPRTV-Y]{4}(?![A-Za-z\\d])|[1-9]\\d{2} ?\\d{3}(?![\\d${LETTER}]|[.,]\\d))`,
  "gu",
);
const INDIAN = /^\d/;
/** An Indian postcode is six figures like so much else: it counts behind a city and a dash, or a word for it. */
const INDIAN_LEAD =
  /(?:\p{Lu}\p{Ll}{2,20}(?: \p{Lu}?\p{Ll}{2,15})? ?[-–] ?|(?:PIN|Pin|pin)(?: ?[Cc]ode)?[:\- ]{1,3})$/u;

/** Or behind a city where the words before are those of an Indian address: "Indiranagar, Bengaluru 560038". */
const INDIAN_CITY = /\p{Lu}\p{Ll}{2,20},? $/u;
const INDIAN_WORD =
  /(?:nagar|\b(?:Marg|Colony|Layout|Cross|Sector|Phase|Enclave|Vihar|Society|Residency|Flat|Plot|H\.? ?No|Nagar))\b/u;

const MOST_PIECES = 5;
const REACH = 140;

export function addressesByPostcode(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const { index, 0: code } of text.matchAll(ANCHOR)) {
    if (INDIAN.test(code) && !isIndian(text, index)) continue;
    const start = walkBack(text, index);
    if (start === undefined) continue;
    found.push({ start, end: Math.max(index + code.length, readTail(text, index + code.length).end) });
  }
  return found;
}

function isIndian(text: string, code: number): boolean {
  if (INDIAN_LEAD.test(text.slice(Math.max(0, code - 40), code))) return true;
  const before = text.slice(Math.max(0, code - 80), code);
  return INDIAN_CITY.test(before) && INDIAN_WORD.test(before);
}

/** Takes pieces between commas and line breaks, right to left, for as long as each consists of names and numbers. */
function walkBack(text: string, from: number): number | undefined {
  const floor = Math.max(0, from - REACH);
  let start = from;
  let pieces = 0;
  for (; pieces < MOST_PIECES; pieces++) {
    const before = text.slice(floor, start).replace(/[ ,\n>]{1,5}$/, "");
    const piece = PIECE.exec(before)?.[0];
    if (!piece) break;
    start = floor + before.length - piece.length;
    // A piece that is only the end of its clause ("ship to 14 Northgate Street") is where the address begins.
    if (!/(?:^|[,\n>;:(] ?)$/.test(text.slice(Math.max(0, start - 2), start)) && start > 0) {
      pieces++;
      break;
    }
  }
  const address = text.slice(start, from);
  return pieces >= 2 || /\d/.test(address) ? start : undefined;
}

/** Names, numbers and the small words between them, up to the comma, the line break or the sentence before. */
const PIECE =
  /(?:(?:No\.?|Flat|Plot|H\.No\.?|#) ?)?(?<![\p{L}\p{N}])(?:\p{Lu}[\p{L}'.-]{0,24}|\d{1,2}(?:st|nd|rd|th)|\d{1,5}[A-Za-z]?(?:[/-]\d{1,5}[A-Za-z]?)?)(?: (?:\p{Lu}[\p{L}'.-]{0,24}|\d{1,5}[A-Za-z]?|of|the|upon|on|under|by|in|le|de|an|na|-|&)){0,6}[- ]{0,3}$/u;
