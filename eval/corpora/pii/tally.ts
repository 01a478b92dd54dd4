import type { PiiKind, PiiSpan } from "../../../src/domain/email.ts";
import type { RedactionContext } from "../../../src/pipeline/redact/context.ts";
import { findPii } from "../../../src/pipeline/redact/find-pii.ts";

/** Recognisers are tuned on one half and shown its failures; of the other only numbers are printed. */
export const HALVES = ["tuned on", "held out"] as const;
export type Half = (typeof HALVES)[number];

/** A bit of FNV-1a over what makes a case one: its text, or for mail the sender, whose mails repeat his signature. */
export function halfOf(key: string): Half {
  let hash = 2166136261;
  for (const character of key) hash = Math.imul(hash ^ (character.codePointAt(0) as number), 16777619) >>> 0;
  return HALVES[(hash >>> 15) & 1] as Half;
}

export interface Tally {
  /** Labelled values, and those of which nothing telling is left. */
  spans: number;
  whole: number;
  /** What was masked, and how much of it is personal. */
  found: number;
  right: number;
}

export interface Innocent {
  characters: number;
  masked: number;
  kinds: Map<PiiKind, number>;
}

const tallies = new Map<string, Tally>();
const innocents = new Map<string, Innocent>();

export const tally = (set: string, half: Half): Tally =>
  entry(tallies, `${set}\t${half}`, () => ({ spans: 0, whole: 0, found: 0, right: 0 }));
export const innocent = (set: string, half: Half): Innocent =>
  entry(innocents, `${set}\t${half}`, () => ({ characters: 0, masked: 0, kinds: new Map() }));
export const sets = (): string[] =>
  [...new Set([...tallies.keys()].map((key) => key.split("\t")[0] as string))].sort((a, b) =>
    a.replace(": ", "\n") < b.replace(": ", "\n") ? -1 : 1,
  );
export const innocentSets = (): [string, Innocent][] => [...innocents];

function entry<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}

const SHOW = process.argv.includes("--show");

/** With `--show`: a failure of the half that is tuned on. */
export function show(half: Half, what: string, text: string): void {
  if (SHOW && half === "tuned on") console.log(`${what.padEnd(28)} ${JSON.stringify(text)}`);
}

export const clock = { texts: 0, characters: 0, ms: 0 };

export function find(text: string, context: RedactionContext): PiiSpan[] {
  const before = performance.now();
  const spans = findPii(text, context);
  clock.ms += performance.now() - before;
  clock.texts++;
  clock.characters += text.length;
  return spans;
}

export const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();

/** Counts what was masked of a text beyond its labelled values. */
export function countInnocent(
  set: string,
  half: Half,
  text: string,
  spans: readonly PiiSpan[],
  labelled: readonly string[] = [],
): void {
  const score = innocent(set, half);
  score.characters += text.length;
  for (const { kind, start, end } of spans) {
    const value = bare(text.slice(start, end));
    const inside = labelled.map(bare).filter((one) => value.includes(one) || one.includes(value));
    const beyond =
      inside.length === 0 ? end - start : Math.max(0, value.length - Math.max(...inside.map((one) => one.length)));
    score.masked += beyond;
    score.kinds.set(kind, (score.kinds.get(kind) ?? 0) + beyond);
  }
}
