/**
 * Builds one pattern from a list of words in any language. Latin, Greek, Cyrillic and such words match whole; a final
 * `*` lets endings follow ("telefon*": Telefonnummer, telefonu). Scripts without spaces match anywhere.
 */
export function words(...list: string[]): RegExp {
  const whole: string[] = [];
  const anywhere: string[] = [];
  for (const word of list.flatMap((line) => line.split("|").map((one) => one.trim()))) {
    const open = word.endsWith("*");
    const source = escapeRegExp(open ? word.slice(0, -1) : word).replaceAll(" ", "[ \\-_]?");
    if (WITHOUT_SPACES.test(word)) anywhere.push(source);
    else whole.push(open ? source : `${source}(?![\\p{L}])`);
  }
  const alternatives = [...(whole.length ? [`(?<![\\p{L}\\p{M}])(?:${whole.join("|")})`] : []), ...anywhere];
  return new RegExp(alternatives.join("|"), "iu");
}

const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u;

export const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
