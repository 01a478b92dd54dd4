const segmenter = new Intl.Segmenter(undefined, { granularity: "sentence" });

/** A line break ends a sentence, and so does its mark. Marks of citations after it stay with it. */
export function sentencesOf(text: string): string[] {
  const found: string[] = [];
  for (const line of text.split("\n")) {
    let open = "";
    let tail = "";
    for (const { segment } of segmenter.segment(line)) {
      if (/^\s*(?:\[P\d+\][\s.]*)+$/.test(segment) && found.length > 0 && open === "") {
        found[found.length - 1] += ` ${segment.trim()}`;
        continue;
      }
      const cited = /^\s*((?:\[P\d+\]\s*)+)(.*)$/s.exec(segment);
      if (cited && found.length > 0 && open === "" && segment !== line) {
        found[found.length - 1] += ` ${cited[1]!.trim()}`;
        open = cited[2]!;
      } else open += segment;
      // Not all that is open: a page of abbreviations would be read once for each of them.
      tail = (open === segment ? segment : tail + segment).slice(-LONGEST_ABBREVIATION);
      if (ABBREVIATION.test(tail)) continue;
      if (open.trim() !== "") found.push(open.trim());
      open = "";
    }
    if (open.trim() !== "") found.push(open.trim());
  }
  return found;
}

/** With the spaces around it. */
const LONGEST_ABBREVIATION = 24;
/** After these a full stop ends nothing. */
const ABBREVIATION =
  /(?:^|\s)(?:e\.g|i\.e|z\.\s?B|d\.\s?h|bzw|ca|etc|Nr|no|Dr|Mr|Mrs|Ms|St|p\.\s?ex|max|min|approx|vs)\.\s*$/i;
