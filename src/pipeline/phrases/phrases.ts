import { needlesOf } from "./needles.ts";

/**
 * A long list of expressions of which any may match, as one to `test`. Most can be told not to match by the letters that a
 * text does not have in a row: every three letters of the text are noted once, and only expressions whose own letters are
 * all there are tried. None is compiled before it is needed.
 */
export class Phrases {
  readonly #sources: readonly string[];
  readonly #flags: string;
  readonly #compiled: RegExp[] = [];
  #program: Uint16Array | undefined;

  constructor(sources: readonly string[], flags: string) {
    this.#sources = sources;
    this.#flags = flags;
  }

  test(text: string): boolean {
    this.#program ??= programOf(this.#sources);
    note(text);
    const program = this.#program;
    let at = 0;
    for (let branch = 0; branch < this.#sources.length; branch++) {
      const end = program[at++] as number;
      let possible = at === end;
      while (at < end && !possible) {
        const needleEnd = at + 1 + (program[at] as number);
        at++;
        while (at < needleEnd && seen[program[at] as number] === noted) at++;
        possible = at === needleEnd;
        at = needleEnd;
      }
      at = end;
      if (possible && this.#expression(branch).test(text)) return true;
    }
    return false;
  }

  #expression(branch: number): RegExp {
    this.#compiled[branch] ??= new RegExp(this.#sources[branch] as string, this.#flags);
    return this.#compiled[branch];
  }
}

/** For each expression: where the next begins, then its needles, each led by how many grams it has. None: it is always tried. */
function programOf(sources: readonly string[]): Uint16Array {
  const program: number[] = [];
  for (const source of sources) {
    const start = program.push(0);
    for (const needle of needlesOf(source) ?? []) {
      const grams = gramsOf(needle);
      program.push(grams.length, ...grams);
    }
    program[start - 1] = program.length;
  }
  return Uint16Array.from(program);
}

/** All three letters in a row, or what there is where there are fewer. */
function gramsOf(needle: string): number[] {
  const symbols = Array.from({ length: needle.length }, (_, i) => symbolOf(needle.charCodeAt(i)));
  const [first = 0, second = 0] = symbols;
  if (symbols.length < 3) return [symbols.length === 1 ? ONE + first : TWO + (first << 5) + second];
  return symbols
    .slice(2)
    .map((symbol, i) => ((symbols[i] as number) << 10) + ((symbols[i + 1] as number) << 5) + symbol);
}

/** Where pairs are noted, behind the triples, and single letters behind them. */
const TWO = 1 << 15;
const ONE = TWO + (1 << 10);
/** The number of the text in which each was seen last. */
const seen = new Uint16Array(ONE + (1 << 5));
let noted = 0;
let last: string | undefined;

function note(text: string): void {
  if (text === last) return;
  last = text;
  noted = (noted + 1) & 0xffff;
  if (noted === 0) {
    seen.fill(0);
    noted = 1;
  }
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const symbol = SYMBOLS[code] || symbolOf(code);
    const pair = ((before & 31) << 5) | symbol;
    seen[ONE + symbol] = noted;
    seen[TWO + pair] = noted;
    seen[((before & 0x3e0) << 5) | pair] = noted;
    before = pair;
  }
}

/** One of 31 for each character, the same for those that differ in case alone: filled as they are met. */
const SYMBOLS = new Uint8Array(1 << 16);

function symbolOf(code: number): number {
  const char = String.fromCharCode(code);
  // Also what is a letter of ASCII in another guise: the long s, the sign for kelvin.
  const folded = char.toUpperCase().toLowerCase();
  const plain = folded.length === 1 ? folded.charCodeAt(0) : code;
  SYMBOLS[code] = classOf(plain);
  return SYMBOLS[code];
}

function classOf(code: number): number {
  if (code >= 0x61 && code <= 0x7a) return code - 0x60;
  if (code === 0x20) return 27;
  if (code < 0x80) return 28;
  if ((code >= 0x370 && code < 0x530) || (code >= 0x1f00 && code < 0x2000)) return 29;
  return code < 0x2e80 ? 30 : 31;
}
