import type { Passage } from "../../../domain/passage.ts";
import type { Substance } from "../draft.ts";
import { sentencesOf } from "../sentences.ts";
import type { Fact } from "./look-up-facts.ts";

/** Records as a model is shown them, beside the articles: masked like the mail. Numbered below nothing, where no article is. */
export const factPassages = (facts: readonly Fact[], mask: (text: string) => string): Passage[] =>
  facts.map(({ citation }, index) => ({
    id: -1 - index,
    key: `record:${index}`,
    title: mask(`Looked up for this customer in ${citation.title}`),
    heading: "",
    text: mask(citation.quote),
    language: citation.language,
  }));

/** Facts as the answer says them; undefined where none can be said. */
export function substanceOfFacts(facts: readonly Fact[]): Substance | undefined {
  const told = facts.flatMap(({ sentence, citation }, index) =>
    sentence === undefined ? [] : [{ sentence, citation: { id: `F${index + 1}`, ...citation } }],
  );
  if (told.length === 0) return undefined;
  return {
    text: told.map(({ sentence }) => sentence).join("\n"),
    sentences: told.flatMap(({ sentence, citation }) =>
      sentencesOf(sentence).map((text) => ({ text, sources: [citation.id] })),
    ),
    citations: told.map(({ citation }) => citation),
  };
}

/** One after the other; undefined where there is neither. */
export function together(one: Substance | undefined, other: Substance | undefined): Substance | undefined {
  if (!one || !other) return one ?? other;
  return {
    text: `${one.text}\n\n${other.text}`,
    sentences: [...one.sentences, ...other.sentences],
    citations: [...one.citations, ...other.citations],
    ...((one.loose || other.loose) && { loose: true }),
  };
}

/** What a model made of the records stands on the records themselves; what it left out is said before its words. */
export function withFacts(substance: Substance, facts: readonly Fact[], shown: readonly Passage[]): Substance {
  const cited = new Set<Fact>();
  const citations = substance.citations.map((citation) => {
    const passage = shown.find(({ title, text }) => title === citation.title && text === citation.quote);
    const fact = passage && facts[-1 - passage.id];
    if (!fact) return citation;
    cited.add(fact);
    return { id: citation.id, ...fact.citation };
  });
  const missing = substanceOfFacts(facts.filter((fact) => !cited.has(fact)));
  return together(missing, { ...substance, citations })!;
}
