import type { Token } from "../text/tokens.ts";
import { CONCEPTS, type Concept } from "./concepts.ts";
import { LEXICONS, matchersFor } from "./lexicon.ts";

/** So general that their words would find everything. */
const VAGUE: ReadonlySet<Concept> = new Set<Concept>([
  "need",
  "interest",
  "doyou",
  "owns",
  "waiting",
  "howto",
  "status",
]);
/** The first terms of a list are its plainest. */
const TERMS = 8;

/** Words of a language for what a text is about, `*` for any ending: crude, and enough to find an article by. */
export function relatedWords(tokens: readonly Token[], from: string, to: string): string[] {
  const lexicon = LEXICONS[to];
  const [own] = matchersFor(from);
  if (!lexicon || !own) return [];
  const found = new Set<number>();
  tokens.forEach((token, at) => {
    if (token.kind === "cjk") own.inside(token.text, (concept) => found.add(concept));
    else own.at(tokens, at, (concept) => found.add(concept));
  });
  return [...found].flatMap((index) => {
    const concept = CONCEPTS[index]!;
    if (VAGUE.has(concept)) return [];
    return (lexicon[concept] ?? "")
      .split(",")
      .map((term) => term.trim())
      .filter((term) => /^[^\s*]+\*?$/.test(term))
      .slice(0, TERMS);
  });
}
