/**
 * A finder of whole phrases in any case and any script: returns the phrase as it stands in the list, or undefined.
 * One alternation, compiled once a list: linear in the text.
 */
export function phraseFinder(phrases: readonly string[]): (text: string) => string | undefined {
  const known = compiled.get(phrases);
  if (known) return known;
  const find = compile(phrases);
  compiled.set(phrases, find);
  return find;
}

const compiled = new WeakMap<readonly string[], (text: string) => string | undefined>();

function compile(phrases: readonly string[]): (text: string) => string | undefined {
  if (phrases.length === 0) return () => undefined;
  const whole: string[] = [];
  const touching: string[] = [];
  for (const phrase of phrases) {
    const pattern = phrase
      .trim()
      .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
      .replace(/\s+/g, "\\s+")
      .replace(/'/g, "['’]");
    // Words of Chinese and Japanese touch their neighbours, so their edges say nothing.
    (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(phrase) ? touching : whole).push(pattern);
  }
  // The edge is looked for once a position, not once a phrase: that alone makes it several times faster.
  const alternatives = [
    ...(whole.length > 0 ? [`(?<![\\p{L}\\p{N}])(?:${whole.join("|")})(?![\\p{L}\\p{N}])`] : []),
    ...touching,
  ];
  const pattern = new RegExp(alternatives.join("|"), "iu");
  return (text) => pattern.exec(text)?.[0].replace(/\s+/g, " ");
}
