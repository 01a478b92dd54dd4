import type { PiiSpan, RedactedText } from "../../domain/email.ts";
import type { RedactionContext } from "./context.ts";
import { findPii } from "./find-pii.ts";
import type { Placeholders } from "./placeholders.ts";
import { TOKEN } from "./token.ts";

export interface Redacted {
  text: RedactedText;
  spans: PiiSpan[];
}

/**
 * Whose text it is. In a `sender`'s a placeholder is an imitation: its name is never given out, and if it already was,
 * what he typed is masked as a literal. In `ours`, made from redacted text (a model's summary), it is one of this thread.
 */
export type Origin = "sender" | "ours";

/** Replaces every personal span by the thread's placeholder for its value. */
export function redact(
  text: string,
  placeholders: Placeholders,
  context: RedactionContext,
  origin: Origin = "sender",
): Redacted {
  if (placeholders.knows(text)) return { text: text as RedactedText, spans: [] };
  const imitations = origin === "sender" ? imitationsIn(text, placeholders) : [];
  const spans = findPii(text, context);
  const masks = [
    ...spans.map(({ kind, start, end }) => ({
      start,
      end,
      token: placeholders.tokenFor(kind, text.slice(start, end)),
    })),
    ...imitations.filter(({ start, end }) => !spans.some((span) => start < span.end && span.start < end)),
  ].sort((a, b) => b.start - a.start);

  // From right to left, so that what is still to come keeps its place.
  const pieces: string[] = [];
  let rest = text.length;
  for (const { start, end, token } of masks) {
    pieces.push(text.slice(end, rest), token);
    rest = start;
  }
  const out = text.slice(0, rest) + pieces.reverse().join("");
  if (masks.length > 0) placeholders.remember(out);
  return { text: out as RedactedText, spans };
}

function imitationsIn(text: string, placeholders: Placeholders): { start: number; end: number; token: string }[] {
  const taken: { start: number; end: number; token: string }[] = [];
  for (const { index: start, 0: written } of text.matchAll(TOKEN)) {
    placeholders.reserve(written);
    if (placeholders.valueOf(written))
      taken.push({ start, end: start + written.length, token: placeholders.tokenFor("literal", written) });
  }
  return taken;
}
