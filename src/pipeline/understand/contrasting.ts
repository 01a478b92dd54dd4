const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);

/** The share of the words of both that they have in common. */
function likeness(one: Set<string>, other: Set<string>): number {
  const common = [...one].filter((word) => other.has(word)).length;
  return common / (one.size + other.size - common || 1);
}

/**
 * The two examples that have least in common, in the order they were given: two that say the same teach a model no more than
 * one, and every further one is paid for with each mail.
 */
export function contrasting(examples: readonly string[]): string[] {
  if (examples.length <= 2) return [...examples];
  const words = examples.map(wordsOf);
  let best: { pair: [number, number]; likeness: number } = { pair: [0, 1], likeness: Number.POSITIVE_INFINITY };
  words.forEach((one, first) => {
    words.slice(first + 1).forEach((other, offset) => {
      const alike = likeness(one, other);
      if (alike < best.likeness) best = { pair: [first, first + 1 + offset], likeness: alike };
    });
  });
  return best.pair.map((index) => examples[index]!);
}
