/**
 * What a text must hold for an expression to match in it: one of these strings, whatever the case. Undefined where that
 * cannot be told. Knows the syntax that our pattern tables are written in, no named groups and no back references.
 */
export function needlesOf(source: string): readonly string[] | undefined {
  return new Reader(source).disjunction();
}

/** Above this a longer needle says nothing more. */
const LONG_ENOUGH = 6;

type Needles = readonly string[] | undefined;

class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Any of its branches may match, so one needle of any of them must be there. */
  disjunction(): Needles {
    let needles: Needles = this.#sequence();
    while (this.#source[this.#at] === "|") {
      this.#at++;
      const more = this.#sequence();
      needles = needles && more && [...needles, ...more];
    }
    return needles;
  }

  /** All of its pieces must match, so the needles of the most telling piece are enough. */
  #sequence(): Needles {
    let best: Needles;
    let run = "";
    const endRun = () => {
      if (run !== "") best = better(best, [run]);
      run = "";
    };
    for (let char = this.#source[this.#at]; char && char !== "|" && char !== ")"; char = this.#source[this.#at]) {
      if (char === "(") {
        const group = this.#group();
        if (group === "no width") continue;
        endRun();
        if (this.#least() > 0) best = better(best, group);
        continue;
      }
      const atom = this.#atom();
      if (atom === "") continue;
      const exact = atom !== undefined && !/^[?*+{]/.test(this.#source.slice(this.#at, this.#at + 1));
      if (exact) run += atom;
      else {
        if (this.#least() > 0) run += atom ?? "";
        endRun();
      }
    }
    endRun();
    return best;
  }

  #group(): Needles | "no width" {
    const look = /^\(\?<?[=!]/.exec(this.#source.slice(this.#at, this.#at + 4))?.[0];
    this.#at += look?.length ?? (this.#source.startsWith("(?:", this.#at) ? 3 : 1);
    const needles = this.disjunction();
    this.#at++;
    return look ? "no width" : needles;
  }

  /** The character, undefined for one of several, and nothing for a place between two. */
  #atom(): string | undefined {
    const rest = this.#source.slice(this.#at);
    const text = /^(?:\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u.{4}|\\x..|\\.|.)/su.exec(rest)?.[0] ?? "";
    this.#at += text.length;
    if (text === "^" || text === "$" || text === "\\b" || text === "\\B") return "";
    if (text === "." || text.startsWith("[")) return undefined;
    if (text.startsWith("\\")) return /^\\[^a-zA-Z0-9]$/.test(text) ? text.slice(1) : undefined;
    return text;
  }

  /** How often, at the least, what was just read must be there. */
  #least(): number {
    const count = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(this.#source.slice(this.#at));
    this.#at += count?.[0].length ?? 0;
    if (!count) return 1;
    return count[1] === undefined ? Number(count[0].startsWith("+")) : Number(count[1]);
  }
}

function better(one: Needles, other: Needles): Needles {
  if (!one || !other) return one ?? other;
  const difference = shortest(one) - shortest(other);
  if (difference !== 0) return difference > 0 ? one : other;
  return one.length <= other.length ? one : other;
}

const shortest = (needles: readonly string[]) =>
  needles.reduce((least, { length }) => Math.min(least, length), LONG_ENOUGH);
