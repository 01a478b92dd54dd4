import { readFileSync } from "node:fs";

/**
 * The n-gram table of eld (see `NOTICE.md`), in typed arrays: 3 MB and a few ms instead of 415 MB and 1.5 s as an object.
 * Only languages that share a script with others are in it. Made by `eval/corpora/make-language-model.ts`.
 */
export const NGRAM_LANGUAGES: readonly string[] = [
  "ar",
  "az",
  "be",
  "bg",
  "ca",
  "cs",
  "da",
  "de",
  "en",
  "es",
  "et",
  "eu",
  "fa",
  "fi",
  "fr",
  "hi",
  "hr",
  "hu",
  "is",
  "it",
  "ku",
  "lt",
  "lv",
  "mr",
  "ms",
  "nl",
  "no",
  "pl",
  "pt",
  "ro",
  "ru",
  "sk",
  "sl",
  "sq",
  "sr",
  "sv",
  "tl",
  "tr",
  "uk",
  "ur",
  "vi",
  "yo",
  "zh",
];

/** eld subtracts the smallest score from all, to keep its file small. */
const BASE_SCORE = 53;
/** Bytes of text that are scored; eld reads 350, and long mails that begin with names profit from more. */
const MAX_BYTES = 1_200;
const MAX_WORD = 70;
/** Most words fit; making a piece of memory for each took longer than looking its n-grams up. */
const WORD = Buffer.alloc(256);

interface Table {
  hashes: Uint32Array;
  starts: Uint32Array;
  pairs: Uint8Array;
}

let table: Table | undefined;

function load(): Table {
  const file = readFileSync(new URL("./ngrams.bin", import.meta.url));
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(0, true);
  const hashes = new Uint32Array(count);
  const starts = new Uint32Array(count + 1);
  for (let i = 0; i < count; i++) {
    hashes[i] = view.getUint32(4 + i * 4, true);
    starts[i + 1] = (starts[i] as number) + (bytes[4 + count * 4 + i] as number) * 2;
  }
  return { hashes, starts, pairs: bytes.slice(4 + count * 5) };
}

export interface Scores {
  /** By index into NGRAM_LANGUAGES. */
  byLanguage: Float64Array;
  /** N-grams that were looked up, and how many of them the table knows. */
  total: number;
  known: number;
}

/** How much each language speaks for itself in this text. */
export function scoreNgrams(text: string): Scores {
  table ??= load();
  const grams = new Set<number>();
  let bytes = 0;
  for (const word of text.toLowerCase().replace(SEPARATORS, " ").split(" ")) {
    if (word === "") continue;
    const length = Buffer.byteLength(word);
    // Whole characters only go in: a cut one would be another gram than the first bytes of it.
    if (length > WORD.length) addNgrams(Buffer.from(word), MAX_WORD, grams);
    else addNgrams(WORD, Math.min(WORD.write(word), MAX_WORD), grams);
    bytes += length + 1;
    if (bytes > MAX_BYTES) break;
  }
  const scores: Scores = { byLanguage: new Float64Array(NGRAM_LANGUAGES.length), total: grams.size, known: 0 };
  for (const gram of grams) {
    const at = find(table.hashes, gram);
    if (at < 0) continue;
    scores.known++;
    const end = table.starts[at + 1] as number;
    for (let i = table.starts[at] as number; i < end; i += 2) {
      scores.byLanguage[table.pairs[i] as number] =
        (scores.byLanguage[table.pairs[i] as number] ?? 0) + (table.pairs[i + 1] as number) + BASE_SCORE;
    }
  }
  return scores;
}

/** As eld cuts words: everything that is no letter (vowel signs of Indic scripts too), but an apostrophe stays ("l’", "d'"). */
const SEPARATORS = /[^\p{L}]+(?<!['`\u2019])/gu;

/** Four bytes every three, the first with a space in front, the last with one behind. */
function addNgrams(word: Uint8Array, length: number, into: Set<number>): void {
  let at = 0;
  for (; at + 4 < length; at += 3) into.add(hashGram(word, at, at + 4, at === 0, false));
  into.add(hashGram(word, Math.max(0, length - 4), length, at === 0, true));
}

const FNV_OFFSET = 0x811c9dc5;
const step = (hash: number, byte: number) => Math.imul(hash ^ byte, 0x01000193) >>> 0;

function hashGram(word: Uint8Array, from: number, to: number, first: boolean, last: boolean): number {
  let hash = FNV_OFFSET;
  if (first) hash = step(hash, 0x20);
  for (let i = from; i < to; i++) hash = step(hash, word[i] as number);
  return last ? step(hash, 0x20) : hash;
}

export function hashBytes(bytes: Uint8Array): number {
  let hash = FNV_OFFSET;
  for (const byte of bytes) hash = step(hash, byte);
  return hash;
}

function find(sorted: Uint32Array, wanted: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const value = sorted[middle] as number;
    if (value === wanted) return middle;
    if (value < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
