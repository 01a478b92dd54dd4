import type { Sentence } from "../text/sentences.ts";
import type { Token } from "../text/tokens.ts";
import { hash, hashOn, hashStart, hashUnit } from "./hash.ts";
import type { Counts, Vector } from "./vector.ts";

const SEED = { word: 1, pair: 2, subject: 3, piece: 4, ask: 5 } as const;
const MAX_TOKENS = 500;
const SHORTEST_PIECE = 3;
const LONGEST_PIECE = 5;

/** What a token says to the classifier: numbers, addresses and codes by their form, because their digits never come again. */
export function formOf(token: Token): string {
  switch (token.kind) {
    case "link":
      return "@link";
    case "mail":
      return "@mail";
    case "code":
      return "@code";
    case "number":
      return `@n${Math.min(token.text.length, 7)}`;
    default:
      return token.text;
  }
}

export const wordKey = (word: string): number => hash(word, SEED.word);

/** Words, pairs of words and pieces of words. */
export function addWords(vector: Vector, subject: Sentence[], body: Sentence[], masked: ReadonlySet<string>): void {
  const words = vector.group("words");
  const pieces = vector.group("pieces");
  const pairOn = (before: string) => hashOn(hashStart(SEED.pair), `${before} `);
  let room = MAX_TOKENS;
  for (const [zone, sentences] of [
    ["subject", subject],
    ["body", body],
  ] as const) {
    for (const { tokens } of sentences) {
      // The hash of a pair as far as its first word goes.
      let pair = pairOn("^");
      for (const token of tokens) {
        if (room-- <= 0) return;
        if (masked.has(token.text)) {
          pair = pairOn("@us");
          continue;
        }
        if (token.kind === "cjk") {
          addRun(token.text, words);
          pair = pairOn("@cjk");
          continue;
        }
        const form = formOf(token);
        words.add(wordKey(form));
        words.add(hashOn(pair, form));
        if (zone === "subject") words.add(hash(form, SEED.subject));
        if (token.kind === "word") addPieces(`_${form}_`, pieces);
        pair = pairOn(form);
      }
      words.add(hashOn(pair, "$"));
    }
  }
}

function addPieces(padded: string, into: Counts): void {
  addRuns(padded, SHORTEST_PIECE, LONGEST_PIECE, SEED.piece, into);
}

/** Chinese and Japanese: one, two and three characters in a row stand for words. */
function addRun(run: string, into: Counts): void {
  addRuns(run, 1, 3, SEED.word, into);
}

/** Every run of so many letters, the short ones first; a longer one goes on from the hash of the shorter. */
function addRuns(text: string, shortest: number, longest: number, seed: number, into: Counts): void {
  const hashes: number[] = [];
  for (let from = 0; from + shortest <= text.length; from++) {
    let value = hashStart(seed);
    for (let i = from; i < from + shortest; i++) value = hashUnit(value, text.charCodeAt(i));
    hashes.push(value);
    into.add(value);
  }
  for (let length = shortest + 1; length <= longest; length++) {
    for (let from = 0; from + length <= text.length; from++) {
      hashes[from] = hashUnit(hashes[from]!, text.charCodeAt(from + length - 1));
      into.add(hashes[from]!);
    }
  }
}
