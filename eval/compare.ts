import { bootstrap } from "./figures/bootstrap.ts";
import { mcnemar } from "./figures/mcnemar.ts";
import { countShare, type Share, sharesFor } from "./figures/shares.ts";
import { statisticsOf } from "./figures/statistics.ts";
import type { Outcome } from "./outcome.ts";

/** One mail as both runs read it. */
interface Paired {
  a: Outcome;
  b: Outcome;
}

export interface Difference {
  name: string;
  a: number;
  b: number;
  /** Of b minus a. */
  low: number;
  high: number;
  /** McNemar's, for a yes or no asked of the same mails; otherwise the interval alone judges. */
  p: number | undefined;
  real: boolean;
}

export const pairUp = (first: readonly Outcome[], second: readonly Outcome[]): Paired[] => {
  const byHash = new Map(second.map((one) => [one.hash, one]));
  return first.flatMap((a) => {
    const b = byHash.get(a.hash);
    return b ? [{ a, b }] : [];
  });
};

/** Every figure of two runs over the same mails, with what the draw of these mails leaves open. */
export function compare(pairs: readonly Paired[], target: number): Difference[] {
  const shares = sharesFor(pairs.flatMap(({ a, b }) => [a, b]));
  const statistics = statisticsOf(target);
  const figuresOf = (sample: readonly Outcome[]): Record<string, number> => ({
    ...Object.fromEntries(
      Object.entries(shares).map(([name, share]) => {
        const { hits, n } = countShare(sample, share);
        return [name, hits / n];
      }),
    ),
    ...statistics(sample),
  });
  const both = (sample: readonly Paired[]) => ({
    a: figuresOf(sample.map(({ a }) => a)),
    b: figuresOf(sample.map(({ b }) => b)),
  });
  const { a, b } = both(pairs);
  const intervals = bootstrap(pairs, (sample) => {
    const drawn = both(sample);
    return Object.fromEntries(Object.keys(drawn.a).map((name) => [name, drawn.b[name]! - drawn.a[name]!]));
  });
  return Object.keys(a)
    .filter((name) => !Number.isNaN(a[name]! - b[name]!))
    .map((name) => {
      const { low, high } = intervals[name]!;
      const share = shares[name];
      const p = share && pValue(pairs, share);
      return { name, a: a[name]!, b: b[name]!, low, high, p, real: p === undefined ? low > 0 || high < 0 : p < 0.05 };
    });
}

/** Undefined where the runs do not answer the question for the same mails (what was sent, what was called billing). */
function pValue(pairs: readonly Paired[], share: Share): number | undefined {
  let [onlyA, onlyB] = [0, 0];
  for (const { a, b } of pairs) {
    const [first, second] = [share(a), share(b)];
    if ((first === undefined) !== (second === undefined)) return undefined;
    if (first && !second) onlyA++;
    if (second && !first) onlyB++;
  }
  return mcnemar(onlyA, onlyB);
}
