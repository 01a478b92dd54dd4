/** A catalogue's pattern taken apart, so that sloppy spellings can be found and put right. */
export interface IdShape {
  /** As the pattern has it, but in any case. */
  strict: RegExp;
  /** With separators left out, doubled or exchanged; undefined where the pattern has no letters to hold on to. */
  sloppy: RegExp | undefined;
  /** What a text has to hold to have one at all: its longest run of digits. */
  digits: RegExp;
  /** Digits of the only number in it ("AF-208002": 6), where a labelled bare number can stand for the whole. */
  bareDigits: number | undefined;
  /** The id in the catalogue's spelling; undefined where the text is not one after all. */
  canonical(written: string): string | undefined;
  withPrefix(digits: string): string;
}

type Part = { kind: "literal"; text: string } | { kind: "class"; source: string; upper: boolean; digits: number };

const TOKEN = /\\d|\\[-/.#_ ]|\[[^\]\\]*\]|[A-Za-z0-9\-/_#. ]/y;
const COUNT = /\{(\d+)\}/y;

/** Literals, digits and classes with a fixed count; anything cleverer is used as it stands. */
function partsOf(source: string): Part[] | undefined {
  const parts: Part[] = [];
  let at = 0;
  while (at < source.length) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(source)?.[0];
    if (token === undefined || token === ".") return undefined;
    at += token.length;
    COUNT.lastIndex = at;
    const count = COUNT.exec(source);
    if (count) at += count[0].length;
    else if (/[+*?{]/.test(source[at] ?? "")) return undefined;
    const times = Number(count?.[1] ?? 1);
    if (token === "\\d") parts.push({ kind: "class", source: `\\d{${times}}`, upper: false, digits: times });
    else if (token.startsWith("["))
      parts.push({ kind: "class", source: `${token}{${times}}`, upper: !token.includes("a-z"), digits: 0 });
    else parts.push({ kind: "literal", text: token.replace(/^\\/, "").repeat(times) });
  }
  return parts;
}

/** Chinese, Japanese and Korean put no space before a number: 订单PL-2041811. */
const LETTER = "\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{N}";
const ALONE = [`(?<![${LETTER}])`, `(?![${LETTER}])`] as const;
const GAP = "[\\s\\u00a0_\\-–—/.#:]{0,3}";

const shapes = new Map<string, IdShape>();

export function idShape(source: string): IdShape {
  const known = shapes.get(source);
  if (known) return known;
  const shape = makeShape(source);
  shapes.set(source, shape);
  return shape;
}

function makeShape(source: string): IdShape {
  const strict = new RegExp(`${ALONE[0]}(?:${source})${ALONE[1]}`, "giu");
  const exact = new RegExp(`^(?:${source})$`, "u");
  const parts = partsOf(source);
  const runs = parts ? merged(parts) : [];
  const hasLetters = runs.some((part) => part.kind === "literal" && /\p{L}{2}/u.test(part.text));
  const numbers = runs.filter((part) => part.kind === "class");
  const [number] = numbers;
  const prefix = runs.map((part) => (part.kind === "literal" ? part.text : "")).join("");
  const isPrefixed = runs.length === 2 && number?.kind === "class" && runs[1] === number && number.digits >= 4;
  return {
    strict,
    sloppy: parts && hasLetters ? new RegExp(`${ALONE[0]}${sloppySource(runs)}${ALONE[1]}`, "giu") : undefined,
    digits: new RegExp(`\\d{${Math.max(1, ...numbers.map((part) => part.digits))}}`),
    bareDigits: isPrefixed ? number.digits : undefined,
    canonical: (written) => (exact.test(written) ? written : rebuilt(written, runs, exact)),
    withPrefix: (digits) => prefix + digits,
  };
}

/** Neighbouring literals as one. */
function merged(parts: readonly Part[]): Part[] {
  const runs: Part[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last?.kind === "literal" && part.kind === "literal")
      runs[runs.length - 1] = { ...last, text: last.text + part.text };
    else runs.push(part);
  }
  return runs;
}

function sloppySource(runs: readonly Part[]): string {
  return runs
    .map((part) => {
      if (part.kind === "class") return part.source;
      const inner = part.text
        .split(/[^\p{L}\p{N}]+/u)
        .map((piece) => [...piece].join(""))
        .join(GAP);
      return `${inner}${/[\p{L}\p{N}]$/u.test(part.text) ? GAP : ""}`;
    })
    .join("");
}

/** Puts the pattern's own letters and separators between the digits and letters that were written. */
function rebuilt(written: string, runs: readonly Part[], exact: RegExp): string | undefined {
  let rest = written;
  let out = "";
  for (const part of runs) {
    if (part.kind === "literal") {
      for (const letter of part.text.replace(/[^\p{L}\p{N}]/gu, "")) {
        const at = rest.toLowerCase().indexOf(letter.toLowerCase());
        if (at === -1) return undefined;
        rest = rest.slice(at + 1);
      }
      rest = rest.replace(/^[^\p{L}\p{N}]+/u, "");
      out += part.text;
      continue;
    }
    const match = new RegExp(`^(?:${part.source})`, "iu").exec(rest)?.[0];
    if (match === undefined) return undefined;
    out += part.upper ? match.toUpperCase() : match.toLowerCase();
    rest = rest.slice(match.length).replace(/^[\s_–—-]+/u, "");
  }
  return exact.test(out) ? out : undefined;
}
