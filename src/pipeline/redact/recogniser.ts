import type { PiiKind } from "../../domain/email.ts";
import type { Taken } from "./digit-totals.ts";
import type { Excerpt } from "./excerpt.ts";
import type { Reading } from "./reading.ts";

/**
 * How sure a recogniser is, and so which of two that overlap speaks:
 * 3 a check digit or an unmistakable form agrees, 2 the words around say so, 1 the form alone is likely.
 */
export type Certainty = 1 | 2 | 3;

/** A stretch of the folded text that may have to go. */
export interface Candidate {
  kind: PiiKind;
  start: number;
  end: number;
  certainty: Certainty;
  reason: string;
}

/** A second opinion on the letters and digits of a match, separators taken out, in capitals. */
export interface Check {
  /** As it is said in the reason: "Luhn", "check digit". */
  says: string;
  holds(compact: string): boolean;
}

/** A recogniser is data. What needs more than a pattern (phones, addresses) is a `Finder` of its own. */
export interface Recogniser {
  /** What it finds, for a person: "Dutch citizen number (BSN)". */
  name: string;
  kind: PiiKind;
  /** Global. Linear on any input: every repeat is bounded. The group `value`, where there is one, is what is masked. */
  pattern: RegExp;
  /** At least so many digits stand in a match, close together: without them the pattern is not even tried. */
  digits: number;
  /** What it takes exactly, where that is known. */
  taken?: Taken;
  /** Without digits: a match is no longer than one long word, or has one in it. */
  longWord?: "whole" | "part";
  /** Without digits: what stands in every match. */
  holds?: string;
  check?: Check;
  /** A label that must stand right in front, for numbers too short to be anything without it; ends in `$`. */
  behind?: RegExp;
  /** Words, in the languages where they are used, that must stand near unless the form speaks for itself. */
  near?: RegExp;
  /** What is enough where no such word stands near. Never: the same form is used for too much else. */
  alone: "never" | "checked" | "shape";
  /** What is enough beside such a word. `shape` also masks numbers with a typing error, where nothing else looks so. */
  beside?: "checked" | "shape";
}

export type Finder = (reading: Reading) => Candidate[];

export function runRecogniser(recogniser: Recogniser, reading: Reading): Candidate[] {
  const { digits, taken, longWord, holds } = recogniser;
  const { totals, islands, longWords } = reading;
  if (taken && ((taken.letters ? totals.wide : totals.narrow) & taken.counts) === 0) return [];
  if (digits > 0) return runOn(islands.withDigits(digits), islands, recogniser, reading);
  if (longWord === "whole") return runOn(longWords.text, longWords, recogniser, reading);
  if ((longWord && longWords.text === "") || (holds && !reading.text.includes(holds))) return [];
  return runOn(reading.text, undefined, recogniser, reading);
}

function runOn(text: string, excerpt: Excerpt | undefined, recogniser: Recogniser, reading: Reading): Candidate[] {
  const found: Candidate[] = [];
  const { kind, pattern, behind } = recogniser;
  if (text === "") return found;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match[0] === "") pattern.lastIndex++;
    const value = match.groups?.value ?? match[0];
    const at = match.index + (match.groups?.value === undefined ? 0 : match[0].lastIndexOf(value));
    const start = excerpt?.original(at) ?? at;
    if (behind && !behind.test(reading.text.slice(Math.max(0, start - BEHIND), start))) continue;
    const verdict = judge(recogniser, reading, value, start);
    if (verdict) found.push({ kind, start, end: start + value.length, ...verdict });
  }
  return found;
}

/** How far back a label may begin. */
const BEHIND = 48;

function judge(
  { name, check, near, alone, beside = "checked" }: Recogniser,
  reading: Reading,
  value: string,
  start: number,
): Pick<Candidate, "certainty" | "reason"> | undefined {
  const checked = check?.holds(compact(value)) ?? false;
  if (checked && alone === "checked" && !reading.isOtherwiseLabelled(start))
    return { certainty: 3, reason: `${name}, ${check?.says} holds` };
  if (alone === "shape") return { certainty: check && !checked ? 1 : 2, reason: name };
  const word = near && reading.wordNear(near, start, start + value.length);
  // Named right in front, a number that does not add up is one with a typing error.
  if (check && !checked && beside === "checked")
    return near && reading.isNamed(near, start) ? { certainty: 1, reason: `${name} with a typing error` } : undefined;
  // "Passport cover, article 88120": what stands right in front knows better.
  if (word && !checked && reading.isOtherwiseLabelled(start) && !reading.isNamed(near, start)) return undefined;
  if (word) return { certainty: checked ? 3 : 2, reason: `${name}, beside "${word}"` };
  return undefined;
}

const compact = (value: string): string => value.replace(/[^\p{L}\p{Nd}]/gu, "").toUpperCase();
