import type { DigitGroup } from "./digit-groups.ts";

/**
 * How many digits there are in a number, as a set of possible counts: bit 9 stands for nine. A number is whole groups of
 * digits, so where no groups in a row add up to what a pattern takes, the pattern need not be tried: most are not.
 */
type Counts = number;

const MOST = 31;

/** How many digits groups in a row add up to, by what may stand between two of them. */
export interface DigitTotals {
  /** Separators alone. */
  narrow: Counts;
  /** Letters too. */
  wide: Counts;
}

const NARROW = 3;
const WIDE = 24;

export function digitTotals(groups: readonly DigitGroup[]): DigitTotals {
  let narrow = 0;
  let wide = 0;
  for (let from = 0; from < groups.length; from++) {
    let total = 0;
    let isNarrow = true;
    for (let to = from; to < groups.length; to++) {
      const group = groups[to] as DigitGroup;
      const gap = to === from ? 0 : group.start - (groups[to - 1] as DigitGroup).end;
      total += group.digits.length;
      if (gap > WIDE || total > MOST) break;
      isNarrow &&= gap <= NARROW;
      wide |= 1 << total;
      if (isNarrow) narrow |= 1 << total;
    }
  }
  return { narrow, wide };
}

/** What a template of `form.ts` takes. */
export interface Taken {
  counts: Counts;
  /** Letters may stand between its digits. */
  letters: boolean;
}

const NONE: Counts = 1;
const ONE: Counts = 2;

export function digitsTaken(template: string): Taken {
  const parts = template.match(/\(\?<?[:=!]|\[[^\]]*\]|\{\d+(?:,\d*)?\}|\\.|./gs) ?? [];
  const letters = parts.some((part) => /^(?:\[.*[A-Za-z].*\]|[A-Za-z])$/s.test(part));
  let at = 0;
  const choice = (): Counts => {
    let counts = 0;
    let row = NONE;
    for (; at < parts.length && parts[at] !== ")"; at++) {
      if (parts[at] === "|") {
        counts |= row;
        row = NONE;
      } else row = joined(row, repeated(one()));
    }
    return counts | row;
  };
  const one = (): Counts => {
    const part = parts[at] as string;
    if (!part.startsWith("(")) return countsOf(part);
    at++;
    const inner = choice();
    return part === "(?:" ? inner : NONE;
  };
  const repeated = (counts: Counts): Counts => {
    const [least, most] = timesOf(parts[at + 1]);
    if (least !== 1 || most !== 1) at++;
    let all = 0;
    let row = NONE;
    for (let times = 0; times <= most; times++, row = joined(row, counts)) if (times >= least) all |= row;
    return all;
  };
  return { counts: choice(), letters };
}

function countsOf(part: string): Counts {
  if (!part.startsWith("[")) return /^(?:\d|\\d)$/.test(part) ? ONE : NONE;
  return (/\d/.test(part) ? ONE : 0) | (/[^\d-]/.test(part.slice(1, -1)) ? NONE : 0);
}

function timesOf(part: string | undefined): [least: number, most: number] {
  if (part === "?") return [0, 1];
  const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}$/.exec(part ?? "") ?? [];
  if (least === undefined) return [1, 1];
  return [Number(least), comma ? Number(most || MOST) : Number(least)];
}

function joined(one: Counts, other: Counts): Counts {
  let all = 0;
  for (let count = 0; count <= MOST; count++) if ((one >>> count) & 1) all |= other << count;
  return all;
}

/** The fewest of them. */
export const fewest = (counts: Counts): number => 31 - Math.clz32(counts & -counts);
