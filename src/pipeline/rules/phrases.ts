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
  const alternatives = phrases.map((phrase) => {
    const pattern = phrase
      .trim()
      .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
      .replace(/\s+/g, "\\s+")
      .replace(/'/g, "['’]");
    // Words of Chinese and Japanese touch their neighbours, so their edges say nothing.
    return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(phrase)
      ? pattern
      : `(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`;
  });
  const pattern = new RegExp(alternatives.join("|"), "iu");
  return (text) => pattern.exec(text)?.[0].replace(/\s+/g, " ");
}
