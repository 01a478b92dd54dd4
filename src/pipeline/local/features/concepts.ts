import { CONCEPTS, type Concept } from "../lexicon/concepts.ts";
import type { Matcher } from "../lexicon/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { hash, hashOn } from "./hash.ts";
import type { Counts, Vector } from "./vector.ts";

/** The concepts of one sentence. */
export interface Meaning {
  concepts: readonly Concept[];
  question: boolean;
  /** Asks for something: a question mark, a please, a "could you". */
  asks: boolean;
  sentence: Sentence;
}

export function meaningOf(sentence: Sentence, matchers: readonly Matcher[]): Meaning {
  // A handful at most: a list is looked through sooner than a set is made.
  const concepts: Concept[] = [];
  const found = (number: number) => {
    const concept = CONCEPTS[number]!;
    if (!concepts.includes(concept)) concepts.push(concept);
  };
  for (const matcher of matchers) {
    for (let at = 0; at < sentence.tokens.length; at++) {
      matcher.at(sentence.tokens, at, found);
      const token = sentence.tokens[at]!;
      if (token.kind === "cjk") matcher.inside(token.text, found);
    }
  }
  const asks = sentence.question || concepts.includes("please") || concepts.includes("canyou");
  return { concepts, question: sentence.question, asks, sentence };
}

/** Where a concept can stand, as the beginnings of the features' names. */
const PLACES = ["is ", "subject ", "file ", "early ", "ask ", "question "] as const;

/** The hashes of what is said of each concept: mails say them again and again. */
const KEYS = new Map<Concept, Readonly<Record<(typeof PLACES)[number] | "with", number>>>(
  CONCEPTS.map((concept) => [
    concept,
    {
      ...(Object.fromEntries(PLACES.map((place) => [place, hash(place + concept)])) as Record<
        (typeof PLACES)[number],
        number
      >),
      with: hash(`${concept} with `),
    },
  ]),
);

/** Concepts by where they stand, and which stand together in one sentence: "our invoice" is not "your invoice". */
export function addConcepts(vector: Vector, subject: Meaning[], body: Meaning[], names: Meaning[]): void {
  const alone = vector.group("concepts");
  const placed = vector.group("places");
  const together = vector.group("together");
  const add = (into: Counts, place: (typeof PLACES)[number], { concepts }: Meaning) => {
    for (const concept of concepts) into.add(KEYS.get(concept)![place]);
  };
  for (const list of [subject, body, names]) for (const meaning of list) add(alone, "is ", meaning);
  for (const meaning of subject) add(placed, "subject ", meaning);
  for (const meaning of names) add(placed, "file ", meaning);
  for (const meaning of body.slice(0, 3)) add(placed, "early ", meaning);
  for (const meaning of body) {
    if (meaning.asks) add(placed, "ask ", meaning);
    if (meaning.question) add(placed, "question ", meaning);
  }
  for (const list of [subject, body]) {
    for (const { concepts } of list) {
      const sorted = [...concepts].sort();
      sorted.forEach((one, at) => {
        const pair = KEYS.get(one)!.with;
        for (let other = at + 1; other < sorted.length; other++) together.add(hashOn(pair, sorted[other]!));
      });
    }
  }
}
