import { type Excerpt, excerpt } from "./excerpt.ts";
import type { Range } from "./ranges.ts";

/** A row of digits, and how it hangs together with the row before it. */
export interface DigitGroup {
  start: number;
  end: number;
  digits: string;
  /**
   * What stands between this group and the last one: 0 a dash, dot, slash, bracket or single space; 1 something wider
   * (" - ", two spaces); 2 a line break; undefined when they cannot be one number.
   */
  gap: 0 | 1 | 2 | undefined;
  /** The gap is a bare dash or dot: what it joins is one word, so a number may not end there. A slash may part two. */
  tight: boolean;
}

export function digitGroups(text: string): DigitGroup[] {
  const groups: DigitGroup[] = [];
  let last = -1;
  for (const { index, 0: digits } of text.matchAll(/\d+/g)) {
    const between = last < 0 || index - last > LONGEST_GAP ? undefined : text.slice(last, index);
    groups.push({ start: index, end: index + digits.length, digits, gap: gapOf(between), tight: isTight(between) });
    last = index + digits.length;
  }
  return groups;
}

/** " \n> > - ": a line break with quote marks. */
const LONGEST_GAP = 8;
const NARROW = /^(?: ?\(0?\) ?|\) ?|\)?[.\-/_*·:] ?|\)?[ \t]|[ ]?\()$/;
const WIDE = /^[ \t)]{0,3}[.\-/_*·:]?[ \t(]{0,4}$/;
const BROKEN = /^[ \t)]{0,2}[.\-/_]?[ \t]{0,2}\n(?:> ?){0,2}[ \t]{0,2}[.\-/_]?[ (]{0,2}$/;

function gapOf(between: string | undefined): DigitGroup["gap"] {
  if (between === undefined) return undefined;
  if (NARROW.test(between)) return 0;
  if (WIDE.test(between)) return 1;
  return BROKEN.test(between) ? 2 : undefined;
}

const isTight = (between: string | undefined): boolean => between !== undefined && /^[.\-_*:]$/.test(between);

/** A part of the text where digits stand close together, with room for the letters of a number around them. */
interface Island extends Range {
  digits: number;
}

/** "AB 12 34 56 C", "RSSMRA85T10A562S": letters and separators between the digits of one number. */
const CHANNEL = 12;
const SHORE = 24;
/** Between islands, and in no number. */
const SEA = "\0";

function islandsOf(groups: readonly DigitGroup[], length: number, channel: number): Island[] {
  const islands: Island[] = [];
  for (const { start, end, digits } of groups) {
    const last = islands.at(-1);
    if (last && start - (last.end - SHORE) <= channel) {
      last.end = end + SHORE;
      last.digits += digits.length;
    } else islands.push({ start: Math.max(0, start - SHORE), end: end + SHORE, digits: digits.length });
  }
  for (const island of islands) island.end = Math.min(island.end, length);
  return islands;
}

/** The islands of a text, those with most digits first: those that hold enough for a number are the head of it. */
export function islandsIn(
  text: string,
  groups: readonly DigitGroup[],
): Excerpt & { withDigits(count: number): string } {
  const islands = islandsOf(groups, text.length, CHANNEL).sort((a, b) => b.digits - a.digits);
  const all = excerpt(text, islands, SEA);
  const heads = new Map<number, string>();
  return {
    ...all,
    withDigits(count) {
      let head = heads.get(count);
      if (head === undefined) {
        let length = 0;
        for (const { start, end, digits } of islands) {
          if (digits < count) break;
          length += end - start + SEA.length;
        }
        head = all.text.slice(0, length);
        heads.set(count, head);
      }
      return head;
    },
  };
}

/** Everything near a digit, no digit near its ends. */
export const aroundDigits = (text: string, groups: readonly DigitGroup[]): Excerpt =>
  excerpt(text, islandsOf(groups, text.length, 2 * SHORE), SEA);
