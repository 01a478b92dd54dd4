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
  // biome-ignore lint/suspicious/noControlCharactersInRegex: plain ASCII is the common case and needs no work
  if (/^[\x00-\x7f]*$/.test(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/[ßæœøłđðþı]/g, (letter) => STROKED[letter]!);
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
  PIECE.lastIndex = 0;
  for (let match = PIECE.exec(folded); match; match = PIECE.exec(folded)) {
    const text = match[0];
    let group = 0;
    while (match[group + 1] === undefined) group++;
    const kind = KINDS[group]!;
    const start = offset + match.index;
    // Short mixes are words of their own: w9, 2fa, b2b, mp3.
    out.push({ text, kind: kind === "code" && text.length <= 3 ? "word" : kind, start, end: start + text.length });
  }
  return out;
}
