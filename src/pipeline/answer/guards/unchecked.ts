import { detectLanguage } from "../../language/language.ts";
import { countWords } from "../../rules/rules.ts";
import { plainText } from "../article.ts";
import { isQuestion } from "../courtesy-sentences.ts";
import { sentencesOf } from "../sentences.ts";
import { sourcesOf } from "../sourced.ts";
import type { Guard } from "./guard-context.ts";
import { withoutSignature } from "./own-text.ts";

/** In these, promises and figures are recognised. */
const CHECKED = new Set([
  "en",
  "de",
  "fr",
  "es",
  "it",
  "pt",
  "nl",
  "pl",
  "sv",
  "da",
  "no",
  "nb",
  "nn",
  "fi",
  "cs",
  "sk",
  "ja",
  "zh",
]);
/** Scripts of the languages above. */
const READ =
  /^[\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Common}\p{Script=Inherited}]*$/u;
const ENOUGH = 8;

/** An answer in a language in which nobody has told us what a promise looks like: a person who reads it has to send it. */
export const unchecked: Guard = {
  name: "unchecked",
  person: "passes",
  look(draft, { settings }) {
    const body = withoutSignature(draft.body, settings);
    const open = sentencesOf(body).filter((sentence) => {
      const { own, cited } = sourcesOf(draft, sentence);
      return !own && !isQuestion(sentence) && !cited.some(({ quote }) => plainText(quote).includes(sentence));
    });
    if (open.length === 0) return undefined;
    const written = countWords(body) < ENOUGH ? draft.language : detectLanguage(body);
    const known = CHECKED.has(draft.language) && (written === "unknown" || CHECKED.has(written));
    if (known && open.every((sentence) => READ.test(sentence))) return undefined;
    return `Mailroom cannot check what is promised in ${nameOf(known ? draft.language : CHECKED.has(draft.language) ? written : draft.language)}: somebody who reads it has to send it.`;
  },
};

const names = new Intl.DisplayNames("en", { type: "language", fallback: "code" });
const nameOf = (code: string): string => (code === "unknown" ? "this language" : (names.of(code) ?? code));
