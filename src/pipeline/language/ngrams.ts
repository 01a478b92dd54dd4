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

/** Looking a gram up is waiting for memory, so what is asked together lies together. */
interface Table {
  /** By hash: each hash, and behind it where its pairs begin. */
  entries: Uint32Array;
  /** Where in them the hashes with each upper half begin, so that few are left to look through. */
  from: Uint32Array;
  /** A language and its score. */
  pairs: Uint8Array;
}

let table: Table | undefined;

function load(): Table {
  const file = readFileSync(new URL("./ngrams.bin", import.meta.url));
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(0, true);
  const entries = new Uint32Array(count * 2 + 2);
  const from = new Uint32Array(HALF + 1).fill(count * 2);
  let half = 0;
  for (let i = 0; i < count; i++) {
    const hash = view.getUint32(4 + i * 4, true);
    entries[i * 2] = hash;
    entries[i * 2 + 3] = (entries[i * 2 + 1] as number) + (bytes[4 + count * 4 + i] as number) * 2;
    while (half <= hash >>> 16) from[half++] = i * 2;
  }
  return { entries, from, pairs: bytes.slice(4 + count * 5) };
}

const HALF = 1 << 16;

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
  const { entries, pairs } = table;
  const byLanguage = new Float64Array(NGRAM_LANGUAGES.length);
  let known = 0;
  for (const gram of grams) {
    const at = find(table, gram >>> 0);
    if (at < 0) continue;
    known++;
    const end = entries[at + 3] as number;
    for (let i = entries[at + 1] as number; i < end; i += 2) {
      const language = pairs[i] as number;
      byLanguage[language] = (byLanguage[language] as number) + (pairs[i + 1] as number) + BASE_SCORE;
    }
  }
  return { byLanguage, total: grams.size, known };
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
/** Signed: numbers above 2^31 are kept in boxes of their own. */
const step = (hash: number, byte: number) => Math.imul(hash ^ byte, 0x01000193);

function hashGram(word: Uint8Array, from: number, to: number, first: boolean, last: boolean): number {
  let hash = FNV_OFFSET;
  if (first) hash = step(hash, 0x20);
  for (let i = from; i < to; i++) hash = step(hash, word[i] as number);
  return last ? step(hash, 0x20) : hash;
}

export function hashBytes(bytes: Uint8Array): number {
  let hash = FNV_OFFSET;
  for (const byte of bytes) hash = step(hash, byte);
  return hash >>> 0;
}

function find({ entries, from }: Table, wanted: number): number {
  const end = from[(wanted >>> 16) + 1] as number;
  for (let at = from[wanted >>> 16] as number; at < end; at += 2) if (entries[at] === wanted) return at;
  return -1;
}
