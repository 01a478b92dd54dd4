/** Enough for the words of several languages; what is longer than a word is not kept. */
const MOST = 20_000;
const LONGEST = 40;

/** What is said of a word, kept for the next time: mail repeats itself (Zipf), so that nearly every word was seen before. */
export function byWord<Said>(of: (word: string) => Said): (word: string) => Said {
  const known = new Map<string, Said>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const said = of(word);
    if (word.length > LONGEST) return said;
    if (known.size >= MOST) known.clear();
    known.set(word, said);
    return said;
  };
}
