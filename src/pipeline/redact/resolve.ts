import type { Candidate } from "./recogniser.ts";

/**
 * Makes one row of spans that do not overlap. Where two do, the more certain names the kind, the longer among equals,
 * and the span covers both: giving up the part that only the loser saw would leave half an address in the text.
 */
export function resolve(candidates: readonly Candidate[]): Candidate[] {
  const inOrder = [...candidates].sort((a, b) => a.start - b.start || b.end - a.end);
  const spans: Candidate[] = [];
  for (const candidate of inOrder) {
    const last = spans.at(-1);
    if (!last || candidate.start >= last.end) {
      spans.push({ ...candidate });
      continue;
    }
    const winner = wins(candidate, last) ? candidate : last;
    spans[spans.length - 1] = { ...winner, start: last.start, end: Math.max(last.end, candidate.end) };
  }
  return spans;
}

function wins(one: Candidate, other: Candidate): boolean {
  const [long, longOther] = [one.end - one.start, other.end - other.start];
  // What lies well inside something longer is a part of it, however certain: the number in a street is no phone.
  if (long * 2 < longOther) return false;
  if (longOther * 2 < long) return true;
  return one.certainty === other.certainty ? long > longOther : one.certainty > other.certainty;
}
