const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);

/** The share of the words of both that they have in common. */
function likeness(one: Set<string>, other: Set<string>): number {
  const common = [...one].filter((word) => other.has(word)).length;
  return common / (one.size + other.size - common || 1);
}

type Pair = readonly [string, string];

/** Of pairs that are alike the first. */
function leastAlike(pairs: readonly Pair[]): Pair | undefined {
  let best: { pair: Pair; likeness: number } | undefined;
  for (const pair of pairs) {
    const alike = likeness(wordsOf(pair[0]), wordsOf(pair[1]));
    if (!best || alike < best.likeness) best = { pair, likeness: alike };
  }
  return best?.pair;
}

/**
 * The two examples that have least in common, in the order they were given: two that say the same teach a model no more than
 * one, and every further one is paid for with each mail.
 */
export const contrasting = (examples: readonly string[]): string[] => [
  ...(leastAlike(examples.flatMap((one, at) => examples.slice(at + 1).map((other): Pair => [one, other]))) ?? examples),
];

/**
 * Two in all of an intent's own examples and of what people put right, the newest first: one of each where there are both, so
 * that no customer's words alone say what an intent is.
 */
export function chosenExamples(
  own: readonly string[],
  corrected: readonly string[],
): { own: string[]; corrected: string[] } {
  const pair = leastAlike(corrected.flatMap((one) => own.map((other): Pair => [other, one])));
  return pair ? { own: [pair[0]], corrected: [pair[1]] } : { own: contrasting(own), corrected: contrasting(corrected) };
}
