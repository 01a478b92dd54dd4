import { FORMULAS, THANKS } from "./closings.ts";
import { isDisclaimer } from "./disclaimers.ts";
import { fold } from "./fold.ts";
import { isBlank, type Line, words } from "./line.ts";
import { looksLikeName, type SenderNames } from "./sender-name.ts";
import { isSentFrom } from "./sent-from.ts";
import { isRule } from "./separators.ts";

/** The line at which the signature begins (`lines.length` if there is none), for lines that one person wrote in one go. */
export function signatureStart(lines: readonly Line[], sender: SenderNames): number {
  let end = lines.length;
  for (;;) {
    const before = end;
    end = withoutBlanks(lines, end);
    end = withoutAppendix(lines, end);
    if (end === before) break;
  }
  const dashes = delimiter(lines, end);
  if (dashes !== undefined) end = withoutBlanks(lines, dashes);
  for (let again = 0; again < 2; again++) {
    const start = closing(lines, end, sender) ?? nameBlock(lines, end, sender);
    if (start === undefined) break;
    end = withoutBlanks(lines, start);
    // Below the name there may have been a name of its own: "Best,\nAnn" above "Ann Lee\nHead of …".
    end = withoutAppendix(lines, end);
  }
  return end;
}

function withoutBlanks(lines: readonly Line[], end: number): number {
  let at = end;
  while (at > 0 && (isBlank(lines[at - 1]?.text ?? "") || isRule(lines[at - 1]?.text ?? ""))) at--;
  // A heading underlined at the very end would be odd; a rule with nothing above it is no signature either.
  return at;
}

/** What devices, scanners, lawyers and lists add below: cut paragraph by paragraph, or line by line. */
function withoutAppendix(lines: readonly Line[], end: number): number {
  const last = lines[end - 1];
  if (!last) return end;
  if (last.signature) return end - 1;
  if (isSentFrom(last.text.trim())) return end - 1;
  let start = end - 1;
  while (start > 0 && !isBlank(lines[start - 1]?.text ?? "") && !isRule(lines[start - 1]?.text ?? "")) start--;
  const paragraph = lines.slice(start, end).map((line) => line.text.trim());
  if (isListFooter(paragraph)) return start;
  if (isDisclaimer(paragraph.join(" "))) {
    // Only the lines that speak the law where a signature stands in the same paragraph.
    const first = paragraph.findIndex(
      (_, i) => isDisclaimer(paragraph.slice(i).join(" ")) && isDisclaimer(paragraph[i] ?? ""),
    );
    return first > 0 ? start + first : start;
  }
  return end;
}

const LIST_FOOTER =
  /mailing list$|\/mailman\/listinfo\/|^to unsubscribe(?: from this (?:group|list))?\b|you received this message because you are subscribed to|^(?:post|unsubscribe|help): mailto:|groups\.google\.com\/|^yahoo! groups/i;
const isListFooter = (paragraph: readonly string[]) =>
  paragraph.length <= 8 && paragraph.some((line) => LIST_FOOTER.test(line));

/** `-- ` (RFC 3676) and what people draw instead: a long dash, underscores, stars, box lines. */
function delimiter(lines: readonly Line[], end: number): number | undefined {
  for (let at = 0; at < end; at++) {
    const text = lines[at]?.text ?? "";
    if (!/^\s{0,3}[-–—_=*~•━─]/u.test(text)) continue;
    const exact = /^--\s?$/.test(text);
    const drawn = /^\s{0,3}(?:--|[–—]|[-–—_=*~━─]{3,60})\s*$/u.test(text);
    if (!exact && !drawn) continue;
    const below = lines.slice(at + 1, end).filter((line) => !isBlank(line.text));
    if (below.length > (exact ? MAX_SIGNATURE : SHORT_SIGNATURE)) continue;
    if (below.every((line) => !isProse(line.text)) || exact) return at;
  }
  return undefined;
}

/** Corporate signatures with awards and social links run to 25 lines. */
const MAX_SIGNATURE = 30;
const SHORT_SIGNATURE = 12;

const FORMULA = new RegExp(`^(?:${FORMULAS.map(fold).join("|")})$`, "u");
const THANK = new RegExp(`^(?:${THANKS.map(fold).join("|")})$`, "u");

/** The closing formula nearest to the end with nothing but a signature behind it. */
function closing(lines: readonly Line[], end: number, sender: SenderNames): number | undefined {
  const first = firstFilled(lines, end);
  let filled = 0;
  for (let at = end - 1; at > first && filled <= MAX_SIGNATURE; at--) {
    const text = lines[at]?.text ?? "";
    if (isBlank(text)) continue;
    filled++;
    const kind = closingKind(text, sender);
    if (kind === undefined) {
      if (isProse(text) && !isPostscript(text)) return undefined;
      continue;
    }
    const below = lines.slice(at + 1, end).filter((line) => !isBlank(line.text));
    if (below.some((line) => isProse(line.text) && !isPostscript(line.text))) return undefined;
    if (kind === "formula") return at;
    const next = below[0]?.text ?? "";
    if (below.length > 0 && (sender.matches(next) || looksLikeName(next) || isShortName(next))) return at;
  }
  return undefined;
}

/** A first name in lower case or in a script without capitals. */
const isShortName = (text: string) => /^[-–~]?\s?[\p{L}.'’ -]{1,16}$/u.test(text) && words(text).length <= 2;

function closingKind(line: string, sender: SenderNames): "formula" | "thanks" | undefined {
  if (line.length > 140) return undefined;
  const text = fold(line)
    .replace(/\s+/g, " ")
    .replace(/^[\s>*_~-]+/, "")
    .trim();
  const bare = text.replace(/(?:[\s,.!;:~*_\-–—。、！，❤)(]|\p{Extended_Pictographic}|\ufe0f)+$/u, "");
  if (FORMULA.test(bare)) return "formula";
  // "Beste Grüße aus Göttingen", "Best from rainy Leith", "Regards, Ann Lee", "Groetjes Marieke"
  const place = /^(.{2,50}?),? (?:aus|from|de|da|desde|uit|fran|fra|z|из|з|vom|von) (?:\p{L}[\p{L}' -]{1,40})$/u.exec(
    bare,
  )?.[1];
  if (place && FORMULA.test(place)) return "formula";
  const signed = /^(.{1,60}?)(?:\s?[,.!–—-]\s?|\s)([\p{L}.' -]{2,40})$/u.exec(bare);
  if (signed && closesWithName(bare, line, sender)) return "formula";
  if (THANK.test(bare)) return "thanks";
  // "Thanks and have a good weekend," and every other short line that ends in a comma above a name.
  if (/[,，]\s*$/.test(line) && words(bare).length <= 8) return "thanks";
  return undefined;
}

/** The formula and the name on one line: the split is tried at every space, the last words being the name. */
function closesWithName(bare: string, line: string, sender: SenderNames): boolean {
  const parts = bare.split(" ");
  const original = line.trim().split(/\s+/);
  for (let at = 1; at < parts.length && at <= 5; at++) {
    const head = parts
      .slice(0, at)
      .join(" ")
      .replace(/[,.!;:–—-]+$/, "");
    if (!FORMULA.test(head) && !(THANK.test(head) && /[,.!]$/.test(parts[at - 1] ?? ""))) continue;
    const tail = original.slice(at).join(" ");
    if (sender.matches(tail) || (parts.length - at <= 3 && looksLikeName(tail))) return true;
  }
  return false;
}

/** A last paragraph that begins with a name: the signature of people who do without a formula. */
function nameBlock(lines: readonly Line[], end: number, sender: SenderNames): number | undefined {
  const first = firstFilled(lines, end);
  let start: number | undefined;
  let filled = 0;
  for (let at = end - 1; at > first && filled < MAX_NAME_BLOCK; at--) {
    const text = lines[at]?.text ?? "";
    if (isBlank(text)) continue;
    filled++;
    if (isProse(text) && !isPostscript(text)) break;
    const above = lines[at - 1]?.text ?? "";
    const starts = isBlank(above) || endsSentence(above) || isRule(above);
    if (starts && signs(text, lines, at, end, sender)) start = at;
  }
  return start;
}
const MAX_NAME_BLOCK = 14;

function signs(text: string, lines: readonly Line[], at: number, end: number, sender: SenderNames): boolean {
  const line = text.trim();
  if (/^[-–—~]{1,2}\s?\p{L}/u.test(line) && words(line).length <= 3 && (sender.matches(line) || looksLikeName(line)))
    return at >= end - 3;
  if (isGreeting(line)) return false;
  if (sender.matches(line)) return true;
  if (!looksLikeName(line) || NO_NAME.test(fold(line))) return false;
  // An unknown name: only after a real text, and with a signature below or alone at the end.
  const above = lines.slice(0, at).filter((other) => !isBlank(other.text));
  const last = above.at(-1)?.text ?? "";
  if (above.map((other) => other.text).join(" ").length < 40) return false;
  const below = lines.slice(at + 1, end).filter((other) => !isBlank(other.text));
  if (below.some((other) => isContact(other.text))) return true;
  return (
    isBlank(lines[at - 1]?.text ?? "") &&
    (endsSentence(last) || last.length > 50) &&
    (below.length > 0 || words(line).length <= 3)
  );
}

const NO_NAME =
  /^(?:thanks?|thank you|please|yes|no|ok|okay|urgent|help|hello|hi|hey|confirmed|done|agreed|none|danke|bitte|ja|nein|merci|oui|non|gracias|si|grazie|prego|obrigad[oa]|sim|nao|bedankt|nee|dzieki|tak|nie|tack|nej|kiitos|kylla|ei)\b.{0,12}$/;

const isGreeting = (line: string) =>
  /^(?:hi|hello|hey|dear|hallo|liebe[rs]?|guten|bonjour|salut|cher|chere|hola|estimad|buongiorno|ciao|caro|cara|ola|prezad|beste|geachte|hej|hei|moi|czesc|witam|dobry|ahoj|szia|buna|merhaba|sayin)\b/i.test(
    line,
  );

const endsSentence = (text: string) => /[.?!:)…。？！]["'”’)]*\s*$/.test(text);

export const isPostscript = (text: string) => /^\s{0,3}(?:p\.?\s?s\b|n\.?b\.?\s?:|post scriptum)/i.test(text);

/** Phone, mail, web, postal lines of a signature. */
const isContact = (text: string) =>
  /@|https?:|www\.|\b(?:tel|phone|mob|cell|fax|direct|office|tél|telefon|telef|tfno|handy|mobil|cel)\b|\+?\d[\d\s().-]{6,}\d|\b\d{4,5}\b/i.test(
    text,
  );

/** A sentence: what signatures do not have. Slogans are short, addresses have digits and commas but no verb's full stop. */
function isProse(text: string): boolean {
  const line = text.trim();
  const count = words(line).length;
  if (isSentFrom(line) || (isDisclaimer(line) && count > 3)) return false;
  if (line.length > 120 && !/[|·•]/.test(line)) return count > 12;
  if (/[?？]\s*$/.test(line)) return true;
  // Scripts without spaces count as one word.
  if (/[。！…]\s*$/.test(line) && line.length >= 10) return true;
  if (count >= 7 && /[.!。！…]["'”’)]*$/.test(line) && !isContact(line)) return true;
  return count >= 11 && !/[|·•@]|https?:|\d{4}/.test(line);
}

function firstFilled(lines: readonly Line[], end: number): number {
  for (let at = 0; at < end; at++) if (!isBlank(lines[at]?.text ?? "")) return at;
  return end;
}
