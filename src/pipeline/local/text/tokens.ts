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
const PIECE = new RegExp(
  [
    "(?<link>(?:https?:\\/\\/|www\\.)[^\\s<>\"']{2,300})",
    "(?<mail>[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63})+)",
    `(?<cjk>[${CJK}]+)`,
    "(?<code>#?(?=[\\p{L}\\d]*\\d)(?=[\\p{L}\\d/_-]*\\p{L})[\\p{L}\\d]+(?:[-/_][\\p{L}\\d]+)*)",
    "(?<number>\\d+(?:[.,:/ -]?\\d+)*)",
    "(?<word>[\\p{L}\\p{M}]+)",
    "(?<mark>[?!€$£¥%？！؟]+)",
  ].join("|"),
  "gu",
);

/** `folded` is what `fold` made; offsets are into it. */
export function tokens(folded: string): Token[] {
  const out: Token[] = [];
  for (const match of folded.matchAll(PIECE)) {
    const groups = match.groups!;
    const text = match[0];
    const kind = (Object.keys(groups).find((name) => groups[name] !== undefined) ?? "word") as Token["kind"];
    // Short mixes are words of their own: w9, 2fa, b2b, mp3.
    out.push({
      text,
      kind: kind === "code" && text.length <= 3 ? "word" : kind,
      start: match.index,
      end: match.index + text.length,
    });
  }
  return out;
}
