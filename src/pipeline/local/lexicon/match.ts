import { byWord } from "../text/by-word.ts";
import { fold, type Token, tokens } from "../text/tokens.ts";
import { CONCEPTS, type Concept, type Lexicon } from "./concepts.ts";

/** What follows the first word of a term; a star at either end stands for any letters. */
interface Rest {
  concept: number;
  words: { text: string; head: boolean; tail: boolean }[];
}

/** The terms that begin with a word: small words begin dozens, and what stands next leaves one or none of them. */
interface Beginning {
  /** Those of one word, those whose second word is starred, and those with this second word, as the lexicon has them. */
  bySecond: ReadonlyMap<string, readonly Rest[]> | undefined;
  /** The same before any other word. */
  otherwise: readonly Rest[];
}
/** One for all: a mail's words are mostly no term's, and what is looked at often is at hand. */
const NONE: readonly Rest[] = [];
const NOTHING: Beginning = { bySecond: undefined, otherwise: NONE };

/** The terms of one language, ready to be looked for. */
export interface Matcher {
  /** Calls `found` with the index of a concept for each term that begins at `tokens[at]`. */
  at(tokens: readonly Token[], at: number, found: (concept: number, words: number) => void): void;
  /** Terms of scripts without spaces, anywhere in a run of them. */
  inside(run: string, found: (concept: number) => void): void;
}

const NUMBER_OF = new Map(CONCEPTS.map((concept, index) => [concept, index]));
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

export function compileLexicon(lexicon: Lexicon): Matcher {
  const exact = new Map<string, Rest[]>();
  const prefixes = new Map<string, Rest[]>();
  const infixes: { text: string; rest: Rest }[] = [];
  const runs: { text: string; concept: number }[] = [];
  let shortest = 20;

  for (const [name, terms] of Object.entries(lexicon)) {
    const concept = NUMBER_OF.get(name as Concept)!;
    for (const term of terms.split(",")) {
      const bare = fold(term.trim());
      if (bare === "") continue;
      if (UNSPACED.test(bare)) {
        runs.push({ text: bare, concept });
        continue;
      }
      const words = bare.split(/\s+/).flatMap(starred);
      const [first, ...others] = words;
      if (!first) continue;
      const rest: Rest = { concept, words: others };
      if (first.head) infixes.push({ text: first.text, rest });
      else if (first.tail) {
        add(prefixes, first.text, rest);
        shortest = Math.min(shortest, first.text.length);
      } else add(exact, first.text, rest);
    }
  }

  const beginningWith = byWord((word): Beginning => {
    const found = [...(exact.get(word) ?? [])];
    for (let length = shortest; length <= word.length; length++)
      found.push(...(prefixes.get(word.slice(0, length)) ?? []));
    for (const { text, rest } of infixes) if (word.includes(text)) found.push(rest);
    return found.length === 0 ? NOTHING : bySecondWord(found);
  });

  return {
    at(list, at, found) {
      const { bySecond, otherwise } = beginningWith(list[at]!.text);
      const rests = (at + 1 < list.length && bySecond?.get(list[at + 1]!.text)) || otherwise;
      for (const { concept, words } of rests) {
        if (words.length === 0) found(concept, 1);
        else if (words.every((word, index) => matches(word, list[at + 1 + index]?.text)))
          found(concept, words.length + 1);
      }
    },
    inside(run, found) {
      for (const { text, concept } of runs) if (run.includes(text)) found(concept);
    },
  };
}

function bySecondWord(rests: readonly Rest[]): Beginning {
  const isOpen = ([second]: Rest["words"]) => second === undefined || second.head || second.tail;
  const seconds = new Set(rests.filter(({ words }) => !isOpen(words)).map(({ words }) => words[0]!.text));
  const before = (text: string) => rests.filter(({ words }) => isOpen(words) || words[0]!.text === text);
  const otherwise = rests.filter(({ words }) => isOpen(words));
  return {
    bySecond: seconds.size === 0 ? undefined : new Map([...seconds].map((text) => [text, before(text)])),
    otherwise: otherwise.length === 0 ? NONE : otherwise,
  };
}

/** "can't" is two tokens, as in the text; the stars of the whole stay with its ends. */
function starred(word: string): Rest["words"] {
  const head = word.startsWith("*");
  const tail = word.endsWith("*");
  const parts = tokens(word.replaceAll("*", "")).map(({ text }) => text);
  return parts.map((text, index) => ({ text, head: head && index === 0, tail: tail && index === parts.length - 1 }));
}

function matches({ text, head, tail }: Rest["words"][number], word: string | undefined): boolean {
  if (word === undefined) return false;
  if (head) return word.includes(text);
  return tail ? word.startsWith(text) : word === text;
}

function add(map: Map<string, Rest[]>, key: string, rest: Rest): void {
  const list = map.get(key);
  if (list) list.push(rest);
  else map.set(key, [rest]);
}
