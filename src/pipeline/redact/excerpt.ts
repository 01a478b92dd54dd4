import type { Range } from "./ranges.ts";

/**
 * Some stretches of a text, one behind the other: a pattern that can match nowhere else is run once over them, not over the
 * whole text, nor once for each. The mark between them must be one that no such pattern takes.
 */
export interface Excerpt {
  readonly text: string;
  /** Where a place in it stands in the whole text. */
  original(at: number): number;
}

export function excerpt(text: string, stretches: readonly Range[], mark: string): Excerpt {
  const starts: number[] = [];
  let length = 0;
  for (const { start, end } of stretches) {
    starts.push(length);
    length += end - start + mark.length;
  }
  return {
    text: stretches.map(({ start, end }) => text.slice(start, end)).join(mark),
    original(at) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] as number) <= at) low = middle;
        else high = middle - 1;
      }
      return (stretches[low] as Range).start + at - (starts[low] as number);
    },
  };
}
