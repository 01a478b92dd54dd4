import { asciiOf } from "./runs.ts";

/** Mail text cut into what the features are made of. */

export interface Token {
  /** Folded: lower case, without accents. Digits stay, so that "2fa" and "404" can be looked up. */
  text: string;
  kind: "word" | "number" | "code" | "link" | "mail" | "cjk" | "mark";
  start: number;
  end: number;
}

/** Letters whose accents do not come off by decomposition. */
const STROKED: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** Lower case without accents, so that hurried writers match careful ones. Hangul and kana come back composed. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (isPlain(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/[ßæœøłđðþı]/g, (letter) => STROKED[letter]!);
}

/** Nothing but ASCII: the common case, which needs less work. Mostly asked of single words, for which starting a pattern takes longer. */
export function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** Nothing but a to z: most words, of which then no pattern need be asked. */
export function isSmall(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code < 97 || code > 122) return false;
  }
  return true;
}

const CJK = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々";
/** In the order of the pattern's groups. */
const KINDS = ["link", "mail", "cjk", "code", "number", "word", "mark"] as const satisfies Token["kind"][];
const PIECE = new RegExp(
  [
    "((?:https?:\\/\\/|www\\.)[^\\s<>\"']{2,300})",
    "([\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63})+)",
    `([${CJK}]+)`,
    "(#?(?=[\\p{L}\\d]*\\d)(?=[\\p{L}\\d/_-]*\\p{L})[\\p{L}\\d]+(?:[-/_][\\p{L}\\d]+)*)",
    "(\\d+(?:[.,:/ -]?\\d+)*)",
    "([\\p{L}\\p{M}]+)",
    "([?!€$£¥%？！؟]+)",
  ].join("|"),
  "gu",
);

/** `folded` is a piece of what `fold` made; offsets are into the whole, where it begins at `offset`. */
export function tokens(folded: string, offset = 0): Token[] {
  const out: Token[] = [];
  const push = (text: string, kind: Token["kind"], at: number) =>
    out.push({ text, kind, start: offset + at, end: offset + at + text.length });
  let at = 0;
  while (at < folded.length) {
    const end = plainWordEnd(folded, at);
    if (end > at) push(folded.slice(at, end), "word", at);
    if (end >= at) {
      at = Math.max(end, at + 1);
      continue;
    }
    PIECE.lastIndex = at;
    const match = PIECE.exec(folded);
    if (!match) break;
    const text = match[0];
    let group = 0;
    while (match[group + 1] === undefined) group++;
    const kind = KINDS[group]!;
    // Short mixes are words of their own: w9, 2fa, b2b, mp3.
    push(text, kind === "code" && text.length <= 3 ? "word" : kind, match.index);
    at = match.index + text.length;
  }
  return out;
}

const LETTER = asciiOf(/[a-z]/i);
const IN_ADDRESS = asciiOf(/[\w.+-]/);
const BEGINS = asciiOf(/[\w.+#?!$%-]/);
const GOES_ON = asciiOf(/[\d@]/);
const LINK_BEGINS = asciiOf(/[hw]/);
const LINK_GOES_ON = asciiOf(/[:.]/);

/**
 * Nearly all of a mail is plain words, and for those the pattern tries all its branches. Where such a word at `at` ends; `at` itself
 * where no token begins; less where only the pattern can tell: numbers, codes, addresses, other scripts.
 */
function plainWordEnd(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (first > 127) return -1;
  if (LETTER[first] === 0) return BEGINS[first] === 0 ? at : -1;
  let end = at + 1;
  while (LETTER[text.charCodeAt(end)] === 1) end++;
  if (end === text.length) return end;
  const next = text.charCodeAt(end);
  if (next > 127 || GOES_ON[next] === 1 || (LINK_BEGINS[first] === 1 && LINK_GOES_ON[next] === 1)) return -1;
  if (IN_ADDRESS[next] === 0) return end;
  let far = end + 1;
  // No further than the pattern looks, so that a long run of such signs costs one pass.
  while (far < at + 64 && IN_ADDRESS[text.charCodeAt(far)] === 1) far++;
  return text[far] === "@" ? -1 : end;
}
