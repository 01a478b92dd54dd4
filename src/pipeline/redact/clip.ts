import type { RedactedText } from "../../domain/email.ts";

/**
 * Shortens redacted text to at most `limit` characters, at a word's end where one is near, and never inside a
 * placeholder: half of one would mean nothing, or something else.
 */
export function clipRedacted(text: RedactedText, limit: number): RedactedText {
  if (text.length <= limit) return text;
  let end = limit;
  // A surrogate pair stays together.
  if (/[\ud800-\udbff]/.test(text.charAt(end - 1))) end--;
  for (const { index, 0: token } of text.matchAll(MASK)) if (index < end && index + token.length > end) end = index;
  const space = text.slice(0, end).search(/\s\S*$/);
  if (space > end - WORD) end = space;
  return text.slice(0, end).trimEnd() as RedactedText;
}

/** A placeholder, numbered or not. */
const MASK = /\[[A-Z_]{3,12}(?:_\d{1,6})?\]/g;

/** A row of letters longer than this is cut inside. */
const WORD = 40;
