import { luhn } from "../checks/luhn.ts";
import type { DigitGroup } from "../digit-groups.ts";
import { LETTER } from "../letters.ts";
import type { Reading } from "../reading.ts";
import type { Candidate, Recogniser } from "../recogniser.ts";
import { words } from "../words.ts";

interface Network {
  name: string;
  prefix: RegExp;
  lengths: readonly number[];
  /** Short or seldom: too many other numbers look so, and one in ten passes Luhn. */
  needsWords?: true;
}

/** Issuer ranges of ISO/IEC 7812 as the networks publish them. IMEIs (15 digits, Luhn, 35…) fit none of them. */
const NETWORKS: readonly Network[] = [
  { name: "Visa", prefix: /^4/, lengths: [16, 18, 19] },
  { name: "Mastercard", prefix: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { name: "American Express", prefix: /^3[47]/, lengths: [15] },
  { name: "Discover", prefix: /^(?:6011|64[4-9]|65)/, lengths: [16, 17, 18, 19] },
  { name: "Diners Club", prefix: /^(?:30[0-5]|3095|36|3[89])/, lengths: [14, 16, 19] },
  { name: "JCB", prefix: /^35(?:2[89]|[3-8])/, lengths: [16, 17, 18, 19] },
  { name: "UnionPay", prefix: /^(?:62|81)/, lengths: [16, 17, 18, 19] },
  { name: "Maestro", prefix: /^(?:50[0-9]|5[6-8]|6304|67)/, lengths: [14, 15, 16, 17, 18, 19] },
  { name: "Mir", prefix: /^220[0-4]/, lengths: [16, 17, 18, 19] },
  { name: "RuPay", prefix: /^(?:60|82|508)/, lengths: [16] },
  { name: "Troy", prefix: /^9792/, lengths: [16] },
  { name: "JCB", prefix: /^(?:1800|2131)/, lengths: [15] },
  { name: "Visa", prefix: /^4/, lengths: [13], needsWords: true },
  { name: "Maestro", prefix: /^(?:50|5[6-8]|6)/, lengths: [12, 13], needsWords: true },
  { name: "UATP", prefix: /^1/, lengths: [15], needsWords: true },
];

/** Beside the word "card" a number that passes Luhn goes, whoever may have issued it. */
const UNKNOWN: Network = { name: "card", prefix: /^[1-9]/, lengths: [], needsWords: true };

const CARD_WORDS = words(
  "card*|cc|credit|debit|visa|mastercard|amex|american express|maestro|discover|pan",
  "karte*|kreditkarte*|kreditkartennummer|kartennummer|carte*|carte bancaire|CB|tarjeta*|cartão|cartao|carta di credito",
  "carta|creditcard|kaart*|kort*|kredittkort|luottokortti*|kortin*|karta|karty|kartę|karte|kartou|kartı|kart|κάρτα*",
  "карта|карты|картой|карту|カード|卡号|信用卡|卡號|카드|بطاقة|כרטיס|कार्ड",
);

/** "4111 then 1111 then 1111 then 1111", as one reads it out. */
export const CARD_READ_OUT: Recogniser = {
  name: "card number read out",
  kind: "credit_card",
  digits: 16,
  pattern: new RegExp(`(?<![\\d${LETTER}])\\d{4}(?:[ ,;]{1,2}(?:[${LETTER}]{1,8}[ ,]{1,2}){1,2}\\d{4}){3}(?!\\d)`, "g"),
  check: { says: "Luhn", holds: (compact) => luhn(compact.replace(/\D/g, "")) },
  near: CARD_WORDS,
  alone: "never",
};

const SHORTEST = 12;
const LONGEST = 19;

/**
 * Looks at every stretch of whole digit groups that is as long as a card number, so that the spaces, dashes, dots and
 * line breaks inside do not matter. One number in ten passes Luhn, so the issuer's range and the grouping count too.
 */
export function findCards(reading: Reading): Candidate[] {
  const { groups } = reading;
  const found: Candidate[] = [];
  for (let from = 0; from < groups.length; from++) {
    const hit = longestFrom(reading, from);
    if (!hit) continue;
    found.push(hit.candidate);
    from = hit.to;
  }
  return found;
}

function longestFrom(reading: Reading, from: number): { candidate: Candidate; to: number } | undefined {
  const { groups } = reading;
  let digits = "";
  let best: { candidate: Candidate; to: number } | undefined;
  for (let to = from; to < groups.length; to++) {
    const group = groups[to] as DigitGroup;
    if (to > from && group.gap === undefined) break;
    if (digits.length + group.digits.length > LONGEST) break;
    digits += group.digits;
    if (digits.length < SHORTEST) continue;
    const candidate = cardAt(reading, from, to, digits);
    if (candidate && (!best || candidate.certainty >= best.candidate.certainty)) best = { candidate, to };
  }
  return best;
}

function cardAt(reading: Reading, from: number, to: number, digits: string): Candidate | undefined {
  const holds = luhn(digits);
  if ((!holds && !usualGroups(reading.groups, from, to)) || /^(.)\1*$/.test(digits)) return undefined;
  const fitting = NETWORKS.filter(({ prefix, lengths }) => lengths.includes(digits.length) && prefix.test(digits));
  const { start } = reading.groups[from] as DigitGroup;
  const { end } = reading.groups[to] as DigitGroup;
  const network = fitting.find((one) => !one.needsWords) ?? fitting[0] ?? UNKNOWN;
  const free = standsFree(reading, from, to);
  const span = { kind: "credit_card", start, end } as const;
  if (holds && free && !network.needsWords)
    return { ...span, certainty: 3, reason: `${network.name} number, Luhn holds` };

  const word = reading.wordNear(CARD_WORDS, start, end);
  if (word && (holds || (digits.length >= 14 && free && !network.needsWords)))
    return {
      ...span,
      certainty: holds ? 3 : 2,
      reason: `${network.name} number${holds ? ", Luhn holds" : " with a typing error"}, beside "${word}"`,
    };
  if (holds && reading.isWhole(start, end))
    return { ...span, certainty: 2, reason: `${network.name} number, Luhn holds, nothing else in the text` };
  return undefined;
}

/**
 * Written in a card's groups it is a card even inside a longer row ("… 1111 12/27") or right behind a word; in one piece
 * or in odd groups it must stand by itself: any 16 digits of a long tracking number may pass Luhn.
 */
function standsFree({ groups, text }: Reading, from: number, to: number): boolean {
  const first = groups[from] as DigitGroup;
  const last = groups[to] as DigitGroup;
  const next = groups[to + 1];
  if (to - from >= 2 && usualGroups(groups, from, to)) {
    const mark = text.slice(first.end, groups[from + 1]?.start);
    const goesOn = (gap: string) => gap === mark && gap !== " ";
    return (
      !goesOn(text.slice(groups[from - 1]?.end ?? 0, first.start)) &&
      !goesOn(text.slice(last.end, next?.start ?? last.end))
    );
  }
  if (/[A-Za-z0-9_]/.test(text.charAt(last.end))) return false;
  // "CC4111…" and "card4111…" are cards, "LZ4111…" may be a parcel: then the words around decide.
  const letters = /[A-Za-z_]+$/.exec(text.slice(Math.max(0, first.start - 12), first.start))?.[0];
  if (letters && !/^[A-Z]?[a-z]{2,}$/.test(letters)) return false;
  const joined = (from > 0 && first.gap !== undefined) || next?.gap !== undefined;
  return !joined || (!first.tight && !next?.tight && usualGroups(groups, from, to));
}

const USUAL = /^(?:4 4 4 [1-4]|4 4 4 4 [1-3]|4 6 [45]|4 4 5|6 1[03]|1[2-9])$/;

const usualGroups = (groups: readonly DigitGroup[], from: number, to: number): boolean =>
  USUAL.test(
    groups
      .slice(from, to + 1)
      .map((group) => group.digits.length)
      .join(" "),
  );
