import { plainText } from "../article.ts";
import { isCourtesy, isQuestion } from "../courtesy-sentences.ts";
import { coverage } from "../grounding.ts";
import { sentencesOf } from "../sentences.ts";
import { sourcesOf } from "../sourced.ts";
import { sharedWords } from "../word-stems.ts";
import type { Guard } from "./guard-context.ts";
import { withoutSignature } from "./own-text.ts";

/** A sentence shares at least these words with what it cites, where both are in one language. */
const SHARED = 2;
/** Below this part of its words it speaks of something else and only borrows a few. */
const ENOUGH = 0.4;

export const claims: Guard = {
  name: "claims",
  person: "warns",
  look(draft, { settings, by = "machine" }) {
    // What a person writes from nothing is theirs; what they change in a sourced answer is worth a second look.
    if (by !== "machine" && draft.citations.length === 0) return undefined;
    for (const sentence of sentencesOf(withoutSignature(draft.body, settings))) {
      if (!/\p{L}/u.test(sentence) || isCourtesy(sentence) || isQuestion(sentence)) continue;
      const { own, cited } = sourcesOf(draft, sentence);
      if (own) continue;
      const shown = sentence.length > 80 ? `${sentence.slice(0, 79)}…` : sentence;
      if (cited.length === 0) return `"${shown}" stands on no article.`;
      const foreign = cited.some(({ language }) => language !== draft.language);
      const related = cited.some(
        ({ quote, language, title }) => sharedWords(sentence, `${title} ${plainText(quote)}`, language) >= SHARED,
      );
      if (!foreign && (!related || coverage(sentence, cited, draft.language) < ENOUGH))
        return `"${shown}" is not what its article says.`;
    }
    return undefined;
  },
};
