import { seeded } from "../train/random.ts";

const ROUNDS = 1_000;
const SEED = 20_261_101;

export type Statistics<One> = (sample: readonly One[]) => Record<string, number>;

/** The 2.5 % and 97.5 % points of every statistic over mails drawn again with replacement; the same on every run. */
export function bootstrap<One>(
  sample: readonly One[],
  statistics: Statistics<One>,
  rounds = ROUNDS,
): Record<string, { low: number; high: number }> {
  const drawn: Record<string, number[]> = {};
  const random = seeded(SEED);
  for (let round = 0; round < rounds; round++) {
    const resample = sample.map(() => sample[Math.floor(random() * sample.length)]!);
    for (const [name, value] of Object.entries(statistics(resample))) {
      drawn[name] ??= [];
      // A mail of a rare kind is missing from some draws, which then say nothing of it.
      if (!Number.isNaN(value)) drawn[name].push(value);
    }
  }
  return Object.fromEntries(
    Object.entries(drawn).map(([name, values]) => {
      values.sort((a, b) => a - b);
      return [name, { low: quantile(values, 0.025), high: quantile(values, 0.975) }];
    }),
  );
}

/** Of a sorted list, between neighbours where the point falls between them. */
export function quantile(sorted: readonly number[], at: number): number {
  if (sorted.length === 0) return Number.NaN;
  const place = at * (sorted.length - 1);
  const below = sorted[Math.floor(place)]!;
  return below + (sorted[Math.ceil(place)]! - below) * (place % 1);
}
