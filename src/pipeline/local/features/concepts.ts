import { CONCEPTS, type Concept } from "../lexicon/concepts.ts";
import type { Matcher } from "../lexicon/match.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Vector } from "./vector.ts";

/** The concepts of one sentence. */
export interface Meaning {
  concepts: Set<Concept>;
  question: boolean;
  /** Asks for something: a question mark, a please, a "could you". */
  asks: boolean;
  sentence: Sentence;
}

export function meaningOf(sentence: Sentence, matchers: readonly Matcher[]): Meaning {
  const concepts = new Set<Concept>();
  const found = (concept: number) => concepts.add(CONCEPTS[concept]!);
  for (const matcher of matchers) {
    for (let at = 0; at < sentence.tokens.length; at++) {
      matcher.at(sentence.tokens, at, found);
      const token = sentence.tokens[at]!;
      if (token.kind === "cjk") matcher.inside(token.text, found);
    }
  }
  const asks = sentence.question || concepts.has("please") || concepts.has("canyou");
  return { concepts, question: sentence.question, asks, sentence };
}

/** Concepts by where they stand, and which stand together in one sentence: "our invoice" is not "your invoice". */
export function addConcepts(vector: Vector, subject: Meaning[], body: Meaning[], names: Meaning[]): void {
  const alone = vector.named("concepts");
  const placed = vector.named("places");
  const together = vector.named("together");
  for (const { concepts } of [...subject, ...body, ...names]) for (const concept of concepts) alone(`is ${concept}`);
  for (const { concepts } of subject) for (const concept of concepts) placed(`subject ${concept}`);
  for (const { concepts } of names) for (const concept of concepts) placed(`file ${concept}`);
  body.slice(0, 3).forEach(({ concepts }) => {
    for (const concept of concepts) placed(`early ${concept}`);
  });
  for (const { concepts, asks, question } of body) {
    if (asks) for (const concept of concepts) placed(`ask ${concept}`);
    if (question) for (const concept of concepts) placed(`question ${concept}`);
  }
  for (const { concepts } of [...subject, ...body]) {
    const sorted = [...concepts].sort();
    for (let i = 0; i < sorted.length; i++) {
      for (let j = i + 1; j < sorted.length; j++) together(`${sorted[i]} with ${sorted[j]}`);
    }
  }
}
