import { featuresOf, readMail } from "../../src/pipeline/local/features/features.ts";
import type { Vector } from "../../src/pipeline/local/features/vector.ts";
import { type Case, loadGold, loadSet } from "./cases.ts";

/** A labelled mail with what the models see of it. */
export interface Sample extends Case {
  vector: Vector;
  /** The part it is held out with: all mail of one business, and both gold businesses together. */
  fold: number;
}

const SETS = ["set1", "set2", "set3", "set4", "set5", "set6"];
export const FOLDS = 6;

export async function loadSamples(): Promise<Sample[]> {
  const cases = await loadGold();
  for (const set of SETS) cases.push(...(await loadSet(set)));
  return samplesOf(cases);
}

export function samplesOf(cases: readonly Case[]): Sample[] {
  const folds = foldsOf(cases);
  return cases.map((one) => ({
    ...one,
    vector: featuresOf(readMail(one), one.settings),
    fold: folds.get(groupOf(one))!,
  }));
}

const groupOf = ({ set, business }: Case): string => (set === "gold" ? set : `${set} ${business}`);

/** Whole businesses, the largest first, each to the fold that has least mail. */
function foldsOf(cases: readonly Case[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const one of cases) sizes.set(groupOf(one), (sizes.get(groupOf(one)) ?? 0) + 1);
  const loads = new Array<number>(FOLDS).fill(0);
  const folds = new Map<string, number>();
  for (const [group, size] of [...sizes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))) {
    const fold = loads.indexOf(Math.min(...loads));
    folds.set(group, fold);
    loads[fold]! += size;
  }
  return folds;
}
