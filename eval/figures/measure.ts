import { isUnsafe, type Outcome } from "../outcome.ts";
import { bootstrap } from "./bootstrap.ts";
import { type Bin, type CoveragePoint, coverageAt, coverageCurve, reliability } from "./calibration.ts";
import { confusion } from "./classes.ts";
import { FIELDS, type Field } from "./fields.ts";
import { countShare, intentPair, sharesFor } from "./shares.ts";
import { claimOf, statisticsOf } from "./statistics.ts";
import { wilson } from "./wilson.ts";

/** A figure with its interval of 95 %; null where nothing could be measured. */
export interface Figure {
  value: number | null;
  low: number | null;
  high: number | null;
  /** The mails it stands on. */
  n: number;
}

export interface Measured {
  figures: Record<string, Figure>;
  confusion: { classes: string[]; counts: number[][] };
  reliability: Bin[];
  coverage: { target: number; threshold: number | null; curve: CoveragePoint[] };
  /** Ids of the mails that should not have been answered as they would have been. */
  unsafe: string[];
  decidedBy: Record<string, number>;
  /** How calls to models ended. */
  calls: Record<string, number>;
}

export function measure(outcomes: readonly Outcome[], target: number): Measured {
  const figures: Record<string, Figure> = {};
  for (const [name, share] of Object.entries(sharesFor(outcomes))) {
    const { hits, n } = countShare(outcomes, share);
    const { low, high } = wilson(hits, n);
    figures[name] = figure(hits / n, low, high, n);
  }
  const statistics = statisticsOf(target);
  const intervals = bootstrap(outcomes, statistics);
  for (const [name, value] of Object.entries(statistics(outcomes))) {
    const { low, high } = intervals[name] ?? { low: Number.NaN, high: Number.NaN };
    figures[name] = figure(value, low, high, valuesIn(outcomes, name) ?? outcomes.length);
  }
  const claims = outcomes.map(claimOf);
  return {
    figures,
    confusion: confusion(outcomes.map(intentPair)),
    reliability: reliability(claims),
    coverage: { target, threshold: coverageAt(claims, target)?.threshold ?? null, curve: coverageCurve(claims) },
    unsafe: outcomes.filter(isUnsafe).map(({ id }) => id),
    decidedBy: tally(outcomes.map(({ got }) => got.engine)),
    calls: tally(outcomes.flatMap(({ steps }) => steps.map(({ engine, outcome }) => `${engine}: ${outcome}`))),
  };
}

/** A field's figures stand on the values that the labels have. */
function valuesIn(outcomes: readonly Outcome[], name: string): number | undefined {
  const field = /^field\.(\w+)\./.exec(name)?.[1];
  if (field === undefined) return undefined;
  const fields = field === "all" ? FIELDS : [field as Field];
  return outcomes.reduce(
    (sum, one) => sum + fields.reduce((n, each) => n + one.fields[each].hit + one.fields[each].missed, 0),
    0,
  );
}

const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
const figure = (value: number, low: number, high: number, n: number): Figure => ({
  value: known(value),
  low: known(low),
  high: known(high),
  n,
});

const tally = (names: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(names, (name) => name)]
      .map(([name, group]) => [name, group.length] as const)
      .sort((a, b) => b[1] - a[1]),
  );
