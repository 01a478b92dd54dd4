export interface Pair {
  wanted: string;
  got: string;
}

/** Every class that occurs, in the labels or in the answers. */
export const classesOf = (pairs: readonly Pair[]): string[] =>
  [...new Set(pairs.flatMap(({ wanted, got }) => [wanted, got]))].sort();

/** F1 of each class: twice the hits by the times it was said or should have been. */
export function f1ByClass(pairs: readonly Pair[]): Map<string, number> {
  const hits = new Map<string, number>();
  const sizes = new Map<string, number>();
  for (const { wanted, got } of pairs) {
    sizes.set(wanted, (sizes.get(wanted) ?? 0) + 1);
    sizes.set(got, (sizes.get(got) ?? 0) + 1);
    if (wanted === got) hits.set(wanted, (hits.get(wanted) ?? 0) + 1);
  }
  return new Map([...sizes].map(([name, size]) => [name, (2 * (hits.get(name) ?? 0)) / size]));
}

/** The mean of the classes' F1: a rare class counts as much as a common one. */
export function macroF1(pairs: readonly Pair[]): number {
  const scores = [...f1ByClass(pairs).values()];
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** Rows are labels, columns are answers. */
export function confusion(pairs: readonly Pair[]): { classes: string[]; counts: number[][] } {
  const classes = classesOf(pairs);
  const counts = classes.map(() => classes.map(() => 0));
  for (const { wanted, got } of pairs) counts[classes.indexOf(wanted)]![classes.indexOf(got)]! += 1;
  return { classes, counts };
}
