import { fold, tokens } from "../local/text/tokens.ts";
import { isStopWord } from "./stop-words.ts";

/** Words that carry meaning, without their endings: crude, alike for all languages, and only compared with one another. */
export function stemsOf(text: string, language: string): string[] {
  return tokens(fold(text)).flatMap(({ text: word, kind }) => {
    if (kind === "cjk") return [...word].slice(1).map((_, at) => word.slice(at, at + 2));
    if (kind === "mark" || word.length < 2 || isStopWord(word, language)) return [];
    return [kind === "word" ? stem(word) : word];
  });
}

const stem = (word: string): string =>
  word.length <= 4
    ? word.replace(/(?<=\p{L}{3})e$/u, "")
    : word.replace(/(?:ings?|edly|ed|ies|es|s|ly|en|er|em|e|y)$/u, "").slice(0, 7);

/** How many different words two texts have in common. */
export function sharedWords(one: string, other: string, language: string): number {
  const there = new Set(stemsOf(other, language));
  return [...new Set(stemsOf(one, language))].filter((word) => there.has(word)).length;
}
