/** Every run of white space is one space, as the labels have it. */
export const fold = (text: string): string => text.replace(/\s+/g, " ").trim();

/** How many of the words stand in both, whatever their order: 1 for the same words, also for none at all. */
export function tokenF1(got: string, expected: string): number {
  const a = got.split(" ").filter(Boolean);
  const b = expected.split(" ").filter(Boolean);
  if (a.length + b.length === 0) return 1;
  const left = new Map<string, number>();
  for (const token of b) left.set(token, (left.get(token) ?? 0) + 1);
  let common = 0;
  for (const token of a) {
    const count = left.get(token) ?? 0;
    if (count > 0) {
      common++;
      left.set(token, count - 1);
    }
  }
  return (2 * common) / (a.length + b.length);
}
