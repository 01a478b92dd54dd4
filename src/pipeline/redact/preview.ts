import type { RedactedText } from "../../domain/email.ts";
import { clipRedacted } from "./clip.ts";
import type { RedactionContext } from "./context.ts";
import { findPii } from "./find-pii.ts";

/** One line on a phone. */
const PREVIEW = 160;

/**
 * One line of a text for a notification, a log or a list: masked, folded, cut. Placeholders carry no numbers here,
 * because a preview stands outside its thread and nothing in it may be put back or matched.
 */
export function preview(text: string, context: RedactionContext, limit = PREVIEW): RedactedText {
  const page = text.slice(0, limit * 4 + 600);
  const pieces: string[] = [];
  let rest = page.length;
  for (const { kind, start, end } of findPii(page, context).reverse()) {
    pieces.push(page.slice(end, rest), `[${kind.toUpperCase()}]`);
    rest = start;
  }
  const line = (page.slice(0, rest) + pieces.reverse().join("")).replace(/\s+/gu, " ").trim() as RedactedText;
  const clipped = clipRedacted(line, limit - 1);
  return (clipped === line && text.length === page.length ? line : `${clipped}…`) as RedactedText;
}
