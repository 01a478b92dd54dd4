/** Characters that a reader cannot see: counted, then removed, except where a script or an emoji needs them. */
export interface Invisible {
  text: string;
  zeroWidth: number;
  bidi: number;
}

/**
 * What draws nothing: zero width spaces and joiners, soft hyphens, the combining grapheme joiners that pad preheaders,
 * fillers, variation selectors, and the tag characters that can smuggle whole sentences past a reader into a model.
 */
const NOTHING = [
  "\\u00ad|\\u034f|\\u115f|\\u1160|\\u17b4|\\u17b5|[\\u180b-\\u180f]|[\\u200b-\\u200d]|[\\u2060-\\u2064]|[\\u206a-\\u206f]",
  "\\u3164|[\\ufe00-\\ufe0f]|\\ufeff|\\uffa0|[\\ufff9-\\ufffb]|\\u{1d173}|\\u{1d174}|[\\u{e0000}-\\u{e0fff}]",
].join("|");
/** Embeddings, overrides, isolates and marks. Overrides can make `gpj.exe` read as `exe.jpg`. */
const DIRECTION = "\\u061c|\\u200e|\\u200f|[\\u202a-\\u202e]|[\\u2066-\\u2069]";
const ZERO_WIDTH = new RegExp(NOTHING, "gu");
const BIDI = new RegExp(DIRECTION, "gu");
const ANY = new RegExp(`${NOTHING}|${DIRECTION}`, "u");
/** Joiners mean something between letters of these scripts: Persian and Indic words fall apart without them. */
const JOINING_SCRIPT = /[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc]/;
const PICTURE = /\p{Extended_Pictographic}|[\u{1f3fb}-\u{1f3ff}\ufe0f]/u;
const FLAG = /\u{1f3f4}[\u{e0030}-\u{e007a}]{0,5}$/u;
const IDEOGRAPH = /\p{Script=Han}/u;

export function stripInvisible(input: string): Invisible {
  if (!ANY.test(input)) return { text: input, zeroWidth: 0, bidi: 0 };
  let bidi = 0;
  let zeroWidth = 0;
  const straight = input.replace(BIDI, () => {
    bidi++;
    return "";
  });
  const text = straight.replace(ZERO_WIDTH, (char, at: number) => {
    if (isNeeded(char, straight, at)) return char;
    zeroWidth++;
    return "";
  });
  return { text, zeroWidth, bidi };
}

function isNeeded(char: string, text: string, at: number): boolean {
  const before = codePointBefore(text, at);
  const after = String.fromCodePoint(text.codePointAt(at + char.length) ?? 0x20);
  if (char === "\u200c") return JOINING_SCRIPT.test(before) && JOINING_SCRIPT.test(after);
  if (char === "\u200d") {
    return (JOINING_SCRIPT.test(before) && !/\s/.test(after)) || (PICTURE.test(before) && PICTURE.test(after));
  }
  const code = char.codePointAt(0) ?? 0;
  if (code === 0xfe0e || code === 0xfe0f) return PICTURE.test(before) || /[#*0-9]/.test(before);
  // The flags of England, Scotland and Wales are a black flag and tags.
  if (code >= 0xe0030 && code <= 0xe007f) return FLAG.test(text.slice(Math.max(0, at - 16), at));
  // Ideographic variation sequences, for names written with a rare form of a character.
  return code >= 0xe0100 && code <= 0xe01ef && IDEOGRAPH.test(before);
}

function codePointBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  const pair = low >= 0xdc00 && low <= 0xdfff && at > 1;
  return pair ? text.slice(at - 2, at) : text.slice(Math.max(0, at - 1), at);
}
