/** One question that the benchmark answers. */
export interface Measurement {
  name: string;
  title: string;
  run(options: Extent): Promise<Findings>;
}

/** How much is measured: `quick` is a smoke that still takes every step; `full` takes hours of mail, and most of an hour. */
export interface Extent {
  quick: boolean;
  full: boolean;
}

export interface Findings {
  /** What it was measured on: data, counts, settings that matter. */
  data: string;
  figures: Figure[];
}

export interface Figure {
  what: string;
  value: number;
  unit: "ms" | "s" | "MB" | "x" | "mails/s" | "mails" | "MB/1,000 mails";
  /** The bar of the design, if there is one for this figure. */
  bar?: Bar;
  /** How many samples stand behind it. */
  samples?: number;
}

export type Bar = { atMost: number } | { atLeast: number };

export const isMissed = ({ value, bar }: Figure): boolean =>
  bar !== undefined && ("atMost" in bar ? value > bar.atMost : value < bar.atLeast);

/** Nearest rank: always a value that was measured. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error("nothing was measured");
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Change of the value a step, by least squares. */
export function slope(values: readonly number[]): number {
  const n = values.length;
  if (n < 2) return 0;
  const meanX = (n - 1) / 2;
  const meanY = values.reduce((sum, value) => sum + value, 0) / n;
  const [up, down] = values.reduce(
    ([over, under], y, x) => [over + (x - meanX) * (y - meanY), under + (x - meanX) ** 2],
    [0, 0],
  );
  return up / down;
}

/**
 * Each item's best time over the rounds (all in the same order): what the work itself takes, when the machine has other
 * things to do as well.
 */
export const bestOf = (rounds: readonly (readonly number[])[]): number[] =>
  (rounds[0] ?? []).map((_, item) => Math.min(...rounds.map((round) => round[item]!)));

/** Median and p95 of a set of samples, as two figures. */
export function spread(
  what: string,
  samples: readonly number[],
  unit: Figure["unit"],
  bars: { p50?: Bar; p95?: Bar } = {},
): Figure[] {
  return [
    { what: `${what}, p50`, value: median(samples), unit, samples: samples.length, ...(bars.p50 && { bar: bars.p50 }) },
    {
      what: `${what}, p95`,
      value: percentile(samples, 0.95),
      unit,
      samples: samples.length,
      ...(bars.p95 && { bar: bars.p95 }),
    },
  ];
}
