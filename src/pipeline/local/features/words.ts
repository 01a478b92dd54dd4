import type { Sentence } from "../text/sentences.ts";
import type { Token } from "../text/tokens.ts";
import { hash, hashSlice } from "./hash.ts";
import type { Vector } from "./vector.ts";

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
  const word = vector.group("words");
  const piece = vector.group("pieces");
  let room = MAX_TOKENS;
  for (const [sentence, zone] of [
    ...subject.map((one) => [one, "subject"] as const),
    ...body.map((one) => [one, "body"] as const),
  ]) {
    let before = "^";
    for (const token of sentence.tokens) {
      if (room-- <= 0) return;
      if (masked.has(token.text)) {
        before = "@us";
        continue;
      }
      if (token.kind === "cjk") {
        addRun(token.text, word);
        before = "@cjk";
        continue;
      }
      const form = formOf(token);
      word(hash(form, SEED.word));
      word(hash(`${before} ${form}`, SEED.pair));
      if (zone === "subject") word(hash(form, SEED.subject));
      if (token.kind === "word") addPieces(`_${form}_`, piece);
      before = form;
    }
    word(hash(`${before} $`, SEED.pair));
  }
}

function addPieces(padded: string, add: (hash: number) => void): void {
  for (let length = SHORTEST_PIECE; length <= LONGEST_PIECE; length++) {
    for (let from = 0; from + length <= padded.length; from++) add(hashSlice(padded, from, from + length, SEED.piece));
  }
}

/** Chinese and Japanese: one, two and three characters in a row stand for words. */
function addRun(run: string, add: (hash: number, value?: number) => void): void {
  for (let length = 1; length <= 3; length++) {
    for (let from = 0; from + length <= run.length; from++) add(hashSlice(run, from, from + length, SEED.word));
  }
}
