/** A stretch of text, its end not included. */
export interface Range {
  start: number;
  end: number;
}

/** Ranges in order, those that overlap made one: so both their starts and their ends ascend. */
export function merged(ranges: readonly Range[]): Range[] {
  const out: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last && range.start < last.end) last.end = Math.max(last.end, range.end);
    else out.push({ start: range.start, end: range.end });
  }
  return out;
}

/** Which of merged ranges reaches past `at` first; found by halving, as there may be thousands. */
function firstEndingAfter(ranges: readonly Range[], at: number): Range | undefined {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] as Range).end <= at) low = middle + 1;
    else high = middle;
  }
  return ranges[low];
}

export const overlapsAny = (ranges: readonly Range[], { start, end }: Range): boolean => {
  const next = firstEndingAfter(ranges, start);
  return next !== undefined && next.start < end;
};

export const isInsideAny = (ranges: readonly Range[], { start, end }: Range): boolean => {
  const next = firstEndingAfter(ranges, start);
  return next !== undefined && next.start <= start && end <= next.end;
};

/** Where global patterns match something. */
export function rangesOf(text: string, patterns: readonly RegExp[]): Range[] {
  const ranges: Range[] = [];
  for (const pattern of patterns) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const { index: start, 0: found } = match;
      if (found === "") pattern.lastIndex++;
      else ranges.push({ start, end: start + found.length });
    }
  }
  return ranges;
}
