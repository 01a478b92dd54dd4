/**
 * The text as the recognisers read it: one way to write a digit, a dash and a space, nothing invisible, no leftover
 * HTML entity. Every place in it points back to the text as it came, because that is where the masks go.
 * Folding never makes a text longer, so two arrays of its length hold the way back.
 */
export interface Folded {
  readonly text: string;
  /** Where a stretch of the folded text stands in the original. */
  original(start: number, end: number): { start: number; end: number };
}

/** What most mail consists of: folding such a text would only copy it. */
const PLAIN = /^[\n\t\x20-\x25\x27-\x7e]*$/;

/** What need not be looked at one by one. */
const AS_IT_STANDS = /[\n\t\x20-\x25\x27-\x7e\u00c0-\u024f]+/y;

export function fold(text: string): Folded {
  if (PLAIN.test(text)) return { text, original: (start, end) => ({ start, end }) };
  const starts = new Uint32Array(text.length);
  const ends = new Uint32Array(text.length);
  let out = "";
  const push = (written: string, start: number, end: number) => {
    for (let unit = 0; unit < written.length; unit++) {
      starts[out.length + unit] = start;
      ends[out.length + unit] = end;
    }
    out += written;
  };

  for (let at = 0; at < text.length; ) {
    AS_IT_STANDS.lastIndex = at;
    const run = AS_IT_STANDS.exec(text)?.[0];
    if (run) {
      for (let unit = 0; unit < run.length; unit++) {
        starts[out.length + unit] = at + unit;
        ends[out.length + unit] = at + unit + 1;
      }
      out += run;
      at += run.length;
      continue;
    }
    const code = text.codePointAt(at) as number;
    if (code === 0x26) {
      const entity = readEntity(text, at);
      const written = entity ? foldCharacter(entity.code, out) : "&";
      const end = entity ? entity.end : at + 1;
      // An entity for a character outside the basic plane may be shorter than what it stands for; nothing we look for is.
      push(written.length > end - at ? "" : written, at, end);
      at = end;
    } else {
      const end = at + (code > 0xffff ? 2 : 1);
      push(code === 0x0d && text.charCodeAt(end) === 0x0a ? "" : foldCharacter(code, out), at, end);
      at = end;
    }
  }
  return {
    text: out,
    original: (start, end) => ({ start: starts[start] as number, end: ends[end - 1] as number }),
  };
}

/**
 * The same text with digits that stand one by one ("4 1 1 1", "4.1.1.1") pushed together, so that every recogniser
 * sees through that trick; undefined where there are none.
 */
export function collapseSpacedDigits(folded: Folded): Folded | undefined {
  const kept: number[] = [];
  let out = "";
  let done = 0;
  const keep = (from: number, to: number) => {
    for (let at = from; at < to; at++) kept.push(at);
    out += folded.text.slice(from, to);
  };
  for (const run of folded.text.matchAll(SPACED_DIGITS)) {
    keep(done, run.index);
    done = run.index + run[0].length;
    for (let at = run.index; at < done; at++) if (isDigit(folded.text.charCodeAt(at))) keep(at, at + 1);
  }
  if (done === 0) return undefined;
  keep(done, folded.text.length);
  return {
    text: out,
    original: (start, end) => folded.original(kept[start] as number, (kept[end - 1] as number) + 1),
  };
}

/** Seven digits, each on its own: fewer are a score, a version or a list. */
const SPACED_DIGITS = /(?<![\d.,])\d(?:[ .\-_*/]{1,3}\d(?!\d)){6,40}/g;

const isDigit = (code: number) => code >= 0x30 && code <= 0x39;

function foldCharacter(code: number, before: string): string {
  if (code < 0x80) return code === 0x0d || code === 0x0b || code === 0x0c ? "\n" : String.fromCharCode(code);
  const character = String.fromCodePoint(code);
  if (INVISIBLE.test(character)) return "";
  if (SPACE.test(character)) return " ";
  if (LINE_END.test(character)) return "\n";
  if (DASH.test(character)) return "-";
  if (DIGIT.test(character)) return String(digitValue(code));
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  // The Japanese length mark is typed for a dash in phone numbers: 03ー1234ー5678.
  if ((code === 0x30fc || code === 0xff70) && isDigit(before.charCodeAt(before.length - 1))) return "-";
  return SAME_AS_ASCII.get(code) ?? character;
}

/** Zero width, bidi controls, soft hyphen, variation selectors, and the box around keycap emoji. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|\u20e3/u;
const SPACE = /\p{Zs}/u;
const LINE_END = /[\u0085\u2028\u2029]/;
const DASH = /[\p{Pd}\u2212]/u;
const DIGIT = /\p{Nd}/u;
const SAME_AS_ASCII = new Map([
  [0x2018, "'"],
  [0x2019, "'"],
  [0x201c, '"'],
  [0x201d, '"'],
  [0x201e, '"'],
  [0x00ab, '"'],
  [0x00bb, '"'],
  [0x2024, "."],
  [0xfe52, "."],
  [0xfe6b, "@"],
  [0x2215, "/"],
  [0x2044, "/"],
  [0x02d0, ":"],
]);

/** Unicode gives every script its ten digits in a row; the five mathematical sets follow each other without a gap. */
function digitValue(code: number): number {
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10;
  let zero = code;
  while (code - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero--;
  return code - zero;
}

/** Entities that survive a careless conversion from HTML and could stand inside an address or a number. */
const ENTITIES: Record<string, number> = {
  nbsp: 0x20,
  ensp: 0x20,
  emsp: 0x20,
  thinsp: 0x20,
  shy: 0xad,
  zwj: 0x200d,
  zwnj: 0x200c,
  amp: 0x26,
  commat: 0x40,
  period: 0x2e,
  lowbar: 0x5f,
  hyphen: 0x2d,
  dash: 0x2d,
  ndash: 0x2d,
  mdash: 0x2d,
  minus: 0x2d,
  plus: 0x2b,
  sol: 0x2f,
  colon: 0x3a,
  lpar: 0x28,
  rpar: 0x29,
  quot: 0x22,
  apos: 0x27,
  lt: 0x3c,
  gt: 0x3e,
};
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));/iy;

function readEntity(text: string, at: number): { code: number; end: number } | undefined {
  ENTITY.lastIndex = at;
  const match = ENTITY.exec(text);
  if (!match) return undefined;
  const [whole, hex, decimal, name] = match;
  const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : ENTITIES[(name as string).toLowerCase()];
  if (code === undefined || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return { code, end: at + whole.length };
}
