import type { Citation } from "../../domain/draft.ts";
import { plainText } from "./article.ts";
import { sentencesOf } from "./sentences.ts";
import { stemsOf } from "./word-stems.ts";

/** The part of a statement's words that stand in what it cites; 1 where it has none to look at. */
export function coverage(statement: string, cited: readonly Citation[], language: string): number {
  const words = [...new Set(stemsOf(statement, language))];
  if (words.length === 0) return 1;
  const there = new Set(cited.flatMap(({ title, quote }) => stemsOf(`${title} ${plainText(quote)}`, language)));
  return words.filter((word) => there.has(word)).length / words.length;
}

/** Most of the words, all from one sentence: what is put together from several may say what none of them does. */
const MOST = 0.7;

/**
 * Whether a statement is so close to one sentence of its article that it may leave without anybody reading it: in the article's
 * language, most words from that sentence, and no "not" more or less.
 */
export function saysTheSame(statement: string, cited: readonly Citation[], language: string): boolean {
  return cited.some(
    (citation) =>
      citation.language === language &&
      sentencesOf(plainText(citation.quote).replace(/(?<!\n)\n(?!\n)/g, " ")).some(
        (sentence) =>
          isDenied(sentence) === isDenied(statement) &&
          coverage(statement, [{ ...citation, title: "", quote: sentence }], language) >= MOST,
      ),
  );
}

const DENIES =
  /(?<![\p{L}])(?:not|no|never|none|nobody|without|cannot|can't|don't|won't|isn't|aren't|except|unless|nicht|kein\p{L}*|nie|niemals|ohne|außer|pas|jamais|aucune?|sans|sauf|no|nunca|sin|ningún|ninguna|salvo|non|mai|senza|nessun\p{L}*|não|nunca|sem|niet|geen|nooit|zonder|nie|bez|żad\p{L}*|inte|ingen|inget|aldrig|utan|ikke|aldri|uden|uten|ei|eivät|ilman|není|nejsou|nikdy|bez)(?![\p{L}])|ません|ない|不|没有|無料ではない/iu;
/** Whether a sentence says that something is not so. */
export const isDenied = (text: string): boolean => DENIES.test(text);
