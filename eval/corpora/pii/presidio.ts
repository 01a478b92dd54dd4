import type { PiiKind, PiiSpan } from "../../../src/domain/email.ts";
import { NO_CONTEXT } from "../../../src/pipeline/redact/context.ts";
import { readText } from "../corpus.ts";
import { KIND_OF, NEEDS_WORDS } from "./presidio-kinds.ts";
import { find, halfOf, show, tally } from "./tally.ts";

interface Labelled {
  start: number;
  end: number;
  entity: string;
}
interface Place {
  start: number;
  end: number;
  kind: PiiKind;
}

const rows = <T>(name: string): T[] =>
  readText("pii", `${name}.jsonl`)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as T);

export function measurePresidio(): void {
  for (const { text, entities, n, spans } of rows<{
    text: string;
    entities: string[];
    n: number;
    spans: Labelled[] | null;
  }>("presidio-analyzer-cases")) {
    const entity = entities[0] as string;
    const kind = KIND_OF[entity];
    if (!kind || (n > 0 && !spans?.length)) continue;
    const places = (spans ?? []).map((span) => ({ ...inUnits(text, span), kind }));
    if (n === 0) scoreNegative(text, kind, entity);
    else {
      const set =
        NEEDS_WORDS.has(entity) && isBare(text, places) ? "presidio cases, bare and left out" : "presidio cases";
      scorePositive(set, text, places, find(text, NO_CONTEXT), entity);
    }
  }
  for (const { text, spans } of rows<{ text: string; spans: Labelled[] }>("presidio-research-synthetic")) {
    const isBirth = /born|birth/.test(text);
    const places = spans.flatMap((span) => {
      const kind = KIND_OF[span.entity] ?? (span.entity === "DATE_TIME" && isBirth ? "dob" : undefined);
      return kind ? [{ ...inUnits(text, span), kind }] : [];
    });
    scorePositive("presidio synthetic", text, places, find(text, NO_CONTEXT), "");
  }
}

/** Offsets in the corpora count code points. */
function inUnits(text: string, { start, end }: Labelled): { start: number; end: number } {
  const points = Array.from(text);
  return { start: points.slice(0, start).join("").length, end: points.slice(0, end).join("").length };
}

/** Nothing but the numbers: no word that could explain them. */
const isBare = (text: string, places: readonly Place[]): boolean => {
  let rest = text;
  for (const { start, end } of places) rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
  return !/\p{L}{3}/u.test(rest);
};

function scorePositive(
  set: string,
  text: string,
  places: readonly Place[],
  spans: readonly PiiSpan[],
  entity: string,
): void {
  const half = halfOf(text);
  for (const place of places) {
    const isWhole = isCovered(text, place, spans);
    for (const score of [tally(set, half), tally(`${set}: ${place.kind}`, half)]) {
      score.spans++;
      if (isWhole) score.whole++;
    }
    if (!isWhole)
      show(half, `${set}, missed ${place.kind} ${entity}`, text.slice(Math.max(0, place.start - 24), place.end + 10));
  }
  for (const span of spans) {
    const right = places.some((place) => span.start < place.end && place.start < span.end);
    for (const score of [tally(set, half), tally(`${set}: ${span.kind}`, half)]) {
      score.found++;
      if (right) score.right++;
    }
    if (!right)
      show(half, `${set}, wrong ${span.kind} ${entity}`, text.slice(Math.max(0, span.start - 20), span.end + 10));
  }
}

/**
 * What a recogniser of presidio's must not take for its kind; the string may well be of another kind. A number that the
 * text itself names ("my card is …") is masked on purpose even if it does not add up, so it has a row of its own.
 */
function scoreNegative(text: string, kind: PiiKind, entity: string): void {
  const half = halfOf(text);
  for (const span of find(text, NO_CONTEXT)) {
    if (span.kind !== kind) continue;
    if (/typing error|does not add up/.test(span.reason)) {
      tally("presidio negatives, named in the text", half).found++;
      continue;
    }
    tally("presidio cases", half).found++;
    tally(`presidio cases: ${kind}`, half).found++;
    show(half, `presidio cases, wrong ${kind} ${entity} (${span.reason})`, text);
  }
}

/** Spans that touch but for a comma or a line break cover what lies under them together. */
function isCovered(text: string, place: Place, spans: readonly PiiSpan[]): boolean {
  for (let at = place.start; at < place.end; at++)
    if (/[\p{L}\p{N}]/u.test(text.charAt(at)) && !spans.some(({ start, end }) => start <= at && at < end)) return false;
  return true;
}
