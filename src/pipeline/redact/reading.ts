import { findBarriers } from "./barriers.ts";
import type { RedactionContext } from "./context.ts";
import { aroundDigits, type DigitGroup, digitGroups, islandsIn } from "./digit-groups.ts";
import { type DigitTotals, digitTotals } from "./digit-totals.ts";
import { type Excerpt, excerpt } from "./excerpt.ts";
import type { Folded } from "./fold.ts";
import { OTHERWISE_LABELLED } from "./labels.ts";
import { merged, overlapsAny, type Range, rangesOf } from "./ranges.ts";
import { columnHeaders } from "./table.ts";

/** How far a word may stand from the number it explains: "the number of my identity card, which you asked for, is". */
const BEFORE = 48;
const AFTER = 36;
/** A label that claims a number stands right in front of it: "order no. (see below): 123". */
const LABEL = 40;

const NAMED = 32;
const NAMING =
  /^[^\d\n]{0,3}(?:(?:no|nr|num|number|nummer|numéro|número|is|ist|est|es|è|é|er|är|lautet)\.?[ :]{1,2}){0,2}[: #]{0,2}$/iu;

/**
 * Behind a long line that ends in mid-sentence, before a letter or figure that begins no label. An address as on an
 * envelope has short lines.
 */
const SOFT_BREAK = /(?<=[^\n]{50})(?<![.:;!?\n])\n(?=[A-Za-z0-9\u00c0-\u024f])(?![^\n:]{2,20}:)/g;

/** The shortest key is thirteen signs long. */
const LONG_WORD = /(?<!\S)\S{13,}/g;

/** One text being read: what several recognisers need to know about it is worked out once. */
export interface Reading {
  readonly text: string;
  /** The same with a space for every line break that only a narrow screen put there: as long, so places agree. */
  readonly flow: string;
  readonly context: RedactionContext;
  /** Dates, prices, links and the company's own numbers: what a run of digits is when it is not personal. */
  readonly barriers: readonly Range[];
  /** What matches the company's own number formats, in order. */
  readonly allowed: readonly Range[];
  readonly groups: readonly DigitGroup[];
  readonly totals: DigitTotals;
  readonly aroundDigits: Excerpt;
  readonly islands: ReturnType<typeof islandsIn>;
  /** What stands between blanks and is longer than words are. */
  readonly longWords: Excerpt;
  /** The word that explains the stretch: in front of it, behind it on the same line, or heading its table column. */
  wordNear(words: RegExp, start: number, end: number): string | undefined;
  /** The word stands right in front, with at most "no.", "is" or a colon between: it names this very number. */
  isNamed(words: RegExp, start: number): boolean;
  /** "Order no." and the like stand right in front. */
  isOtherwiseLabelled(start: number): boolean;
  isWhole(start: number, end: number): boolean;
  isBarred(start: number, end: number): boolean;
}

export function readingOf(folded: Folded, context: RedactionContext): Reading {
  const { text } = folded;
  const groups = digitGroups(text);
  const near = aroundDigits(text, groups);
  const allowed = merged(rangesOf(text, context.allow));
  const barriers = findBarriers(text, near, allowed);
  let islands: Reading["islands"] | undefined;
  let longWords: Excerpt | undefined;
  let headerOf: ((at: number) => string) | undefined;
  return {
    text,
    flow: text.replace(SOFT_BREAK, " "),
    context,
    barriers,
    allowed,
    groups,
    totals: digitTotals(groups),
    aroundDigits: near,
    get islands() {
      islands ??= islandsIn(text, groups);
      return islands;
    },
    get longWords() {
      longWords ??= excerpt(text, rangesOf(text, [LONG_WORD]), "\n");
      return longWords;
    },
    wordNear(words, start, end) {
      const before = words.exec(text.slice(Math.max(0, start - BEFORE), start))?.[0];
      if (before) return before;
      const after = words.exec(sameSentence(text.slice(end, end + AFTER)))?.[0];
      if (after) return after;
      headerOf ??= columnHeaders(text);
      return words.exec(headerOf(start))?.[0];
    },
    isNamed(words, start) {
      const before = text.slice(Math.max(0, start - NAMED), start);
      const word = words.exec(before);
      return word !== null && NAMING.test(before.slice(word.index + word[0].length));
    },
    isOtherwiseLabelled: (start) => OTHERWISE_LABELLED.test(text.slice(Math.max(0, start - LABEL), start)),
    isWhole: (start, end) =>
      !/[\p{L}\p{Nd}]/u.test(text.slice(Math.max(0, start - LABEL), start) + text.slice(end, end + LABEL)) &&
      text.length - (end - start) <= LABEL,
    isBarred: (start, end) => overlapsAny(barriers, { start, end }),
  };
}

const sameSentence = (after: string): string => {
  const end = after.search(/[\n;!?]|\.\s/);
  return end < 0 ? after : after.slice(0, end);
};
