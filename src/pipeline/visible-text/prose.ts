import { remembered } from "../remembered.ts";
import { isDisclaimer } from "./disclaimers.ts";
import { speaksOfSelf } from "./first-person.ts";
import { words } from "./line.ts";
import { isSentFrom } from "./sent-from.ts";

/** What kind of line is this? The few shapes on which the search for the signature rests. */

/** A sentence: what signatures do not have. Slogans are short; addresses have digits and commas but no verb's full stop. */
export const isProse = remembered((text): boolean => {
  const line = text.trim();
  const count = words(line).length;
  return hasShapeOfProse(line, count) && !isSentFrom(line) && !(count > 3 && isDisclaimer(line));
});

function hasShapeOfProse(line: string, count: number): boolean {
  if (/[?？]\s*$/.test(line)) return true;
  // Scripts without spaces count as one word.
  if (/[。！…]\s*$/.test(line) && line.length >= 10) return true;
  if (line.length > 120 && !/[|·•]/.test(line)) return count > 12;
  if (count >= 7 && /[.!…]["'”’)]*$/.test(line) && !isContact(line)) return true;
  return count >= 11 && !/[|·•@]|https?:|\d{4}/.test(line);
}

/**
 * A sentence that companies put below everybody's name: "Calls may be recorded.", "Bitte senden Sie Rechnungen nur als PDF."
 * Nobody says I in it, and it asks nothing.
 */
export const isBoilerplate = (text: string): boolean =>
  isProse(text) && !/^\s*\p{Ll}/u.test(text) && !/[?？]/.test(text) && !isPostscript(text) && !speaksOfSelf(text);

/** Phone, mail, web and postal lines of a signature. */
export const isContact = (text: string): boolean =>
  /@|https?:|www\.|\b(?:tel|phone|mob|cell|fax|direct|office|ext|tél|telefon|telef|tfno|handy|mobil|cel)\b|\+?\d[\d\s().-]{6,}\d|\b\d{4,5}\b/i.test(
    text,
  );

/** Punctuation, an emoji or an emoticon: the sentence is over, so the next line may be a name. A colon announces more. */
export const endsSentence = (text: string): boolean =>
  /(?:[.?!)\]…。？！~]|[:;=8]-?[)(DPp/]|x[Dx]|\^\^|<3|[ㅠㅎㅋ]{2,}|\p{Extended_Pictographic}\ufe0f?)["'”’»)]*\s*$/u.test(
    text.slice(-40),
  );

export const isPostscript = (text: string): boolean => /^\s{0,3}(?:p\.?\s?s\b|n\.?b\.?\s?:|post scriptum)/i.test(text);
