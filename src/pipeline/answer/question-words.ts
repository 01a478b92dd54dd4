import type { RedactedEmail } from "../../domain/email.ts";
import type { PassageQuery } from "../../domain/passage.ts";
import { relatedWords } from "../local/lexicon/related-words.ts";
import { fold, type Token, tokens } from "../local/text/tokens.ts";
import { everydayWords } from "./everyday-words.ts";
import { isStopWord } from "./stop-words.ts";

/** More words than these are a story; the index would weigh them all. */
const MOST_WORDS = 48;
/** A word this long may end differently in the article; what is left of it is still a word. */
const LONG = 6;
const ENDING = 2;

/**
 * What to look for: the subject's and the text's own words, without those that say nothing, and other words for the same
 * notions in the languages of the articles, where the customer writes in another one or calls things by another name.
 */
export function questionWords(
  { subject, visibleText }: Pick<RedactedEmail, "subject" | "visibleText">,
  language: string,
  articleLanguages: readonly string[],
): Pick<PassageQuery, "words" | "related" | "everyday"> {
  const found = [...tokens(fold(withoutPlaceholders(subject))), ...tokens(fold(withoutPlaceholders(visibleText)))];
  const words = new Set(found.flatMap((token) => wordOf(token, language)));
  const related = articleLanguages.flatMap((other) => relatedWords(found, language, other).map(fold));
  const english = language === "en" ? [...words] : related.map((one) => one.replace("*", ""));
  const everyday = articleLanguages.includes("en") ? everydayWords(english) : [];
  const others = (list: readonly string[]) => [...new Set(list)].filter((one) => !words.has(one));
  return { words: [...words].slice(0, MOST_WORDS), related: others(related), everyday: others(everyday) };
}

/** What was masked says nothing about what is asked. */
export const withoutPlaceholders = (text: string): string => text.replace(/\[[A-Z_]+_\d+\]/g, " ");

function wordOf(token: Token, language: string): string[] {
  const { text, kind } = token;
  if (kind === "cjk") return [text];
  if (kind !== "word" && kind !== "code" && kind !== "number") return [];
  if (text.length < 2 || isStopWord(text, language)) return [];
  // The index knows the endings of English; of other languages it is told to take any.
  return language !== "en" && kind === "word" && text.length >= LONG ? [`${text.slice(0, -ENDING)}*`] : [text];
}

/** Text as the index keeps it: folded like the questions that will be asked of it. */
export const indexed = (text: string): string => fold(text);
