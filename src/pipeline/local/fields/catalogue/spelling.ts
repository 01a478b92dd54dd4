/** How many typing errors a word of this length may have and still be the same word. */
const allowed = (length: number): number => (length >= 9 ? 2 : length >= 6 ? 1 : 0);

const ENDING = /^(?:s|es|n|en|er|e|ar|or|i|y|a|u|ow|om|ami|ach)$/;

/** Same word but for a plural, a case or a slip of the finger. */
export function isSameWord(written: string, known: string): boolean {
  if (written === known) return true;
  if (written[0] !== known[0] || known.length < 4 || written.length < 4) return false;
  if (/\d/.test(known) || /\d/.test(written)) return false;
  if (written.startsWith(known)) return ENDING.test(written.slice(known.length));
  if (known.startsWith(written)) return /^(?:s|es)$/.test(known.slice(written.length));
  const most = allowed(Math.min(written.length, known.length));
  return most > 0 && Math.abs(written.length - known.length) <= most && distance(written, known, most) <= most;
}

/** Damerau-Levenshtein, given up beyond `most`. */
export function distance(one: string, other: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let cost = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        cost = Math.min(cost, before[column - 2]! + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return least;
    before = last;
    last = current;
  }
  return last[other.length]!;
}
