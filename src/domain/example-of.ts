const PIECE = /\\([dws])|\\(.)|\[([^\]\\^])[^\]]*\]|\((?:\?:)?(?!\?)([^()|]*)[^()]*\)|([^\\[\](){}*+?|.^$])/y;
const COUNT = /\{(\d+)(?:,\d*)?\}|([*+?])/y;
/** What `+` and `*` are shown as: an amount with one digit looks like a counter. */
const A_FEW = 2;
/** An example of a longer one would say no more than it does, and the largest do not compile. */
const LONGEST = 200;

/** Something that has the form of a regular expression, for people to whom the expression says nothing; undefined where none is found. */
export function exampleOf(format: string): string | undefined {
  if (format.length > LONGEST) return undefined;
  let digit = 0;
  const once = (piece: RegExpExecArray): string | undefined => {
    const [, kind, escaped, first, group, letter] = piece;
    if (kind === "d") return String((digit++ % 9) + 1);
    if (kind === "w") return "A";
    if (kind === "s") return " ";
    return group === undefined ? (escaped ?? first ?? letter) : written(group);
  };
  const written = (source: string): string | undefined => {
    let out = "";
    for (let at = 0; at < source.length; ) {
      const piece = matchAt(PIECE, source, at);
      if (!piece) return undefined;
      at += piece[0].length;
      const count = matchAt(COUNT, source, at);
      at += count?.[0].length ?? 0;
      const times = count?.[1] ? Math.min(40, Number(count[1])) : /[*+]/.test(count?.[2] ?? "") ? A_FEW : 1;
      for (let n = 0; n < times; n++) out += once(piece) ?? "";
    }
    return out;
  };
  const example = written(format);
  return example !== undefined && new RegExp(`^(?:${format})$`, "u").test(example) ? example : undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
