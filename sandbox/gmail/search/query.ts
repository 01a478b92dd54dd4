/** Gmail's search language as a tree. What it cannot read it takes for words, as Gmail does. */
export type Query =
  | { kind: "and" | "or"; all: Query[] }
  | { kind: "not"; of: Query }
  | { kind: "words"; text: string }
  | { kind: "operator"; name: string; value: string };

type Token = { kind: "(" | ")" | "{" | "}" | "-" | "OR" } | { kind: "leaf"; query: Query };

export function parseQuery(q: string): Query {
  const tokens = tokenise(q);
  let at = 0;
  const list = (closing: ")" | "}" | undefined): Query[] => {
    const all: Query[] = [];
    while (at < tokens.length && tokens[at]?.kind !== closing) {
      if (tokens[at]?.kind === "OR" && all.length > 0) {
        at += 1;
        const left = all.pop() as Query;
        const right = one();
        if (!right) all.push(left);
        else
          all.push(left.kind === "or" ? { kind: "or", all: [...left.all, right] } : { kind: "or", all: [left, right] });
        continue;
      }
      const next = one();
      if (next) all.push(next);
    }
    at += 1;
    return all;
  };
  const one = (): Query | undefined => {
    const token = tokens[at++];
    if (token?.kind === "leaf") return token.query;
    if (token?.kind === "(") return { kind: "and", all: list(")") };
    if (token?.kind === "{") return { kind: "or", all: list("}") };
    if (token?.kind === "-") {
      const of = one();
      return of && { kind: "not", of };
    }
    return undefined;
  };
  const all: Query[] = [];
  while (at < tokens.length) all.push(...list(undefined));
  return { kind: "and", all };
}

const LEAF = /([a-z0-9_]+):(?:"([^"]*)"|\(([^)]*)\)|([^\s(){}"]*))|"([^"]*)"|([^\s(){}"]+)/iy;

function tokenise(q: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < q.length) {
    const char = q[at] ?? "";
    if (/\s/.test(char)) {
      at += 1;
      continue;
    }
    if (char === "(" || char === ")" || char === "{" || char === "}" || char === "-") {
      tokens.push({ kind: char });
      at += 1;
      continue;
    }
    LEAF.lastIndex = at;
    const match = LEAF.exec(q);
    if (!match) {
      at += 1;
      continue;
    }
    at = LEAF.lastIndex;
    tokens.push(leaf(match));
  }
  return tokens;
}

function leaf([whole, operator, quoted, grouped, bare, phrase, word]: RegExpExecArray): Token {
  if (operator !== undefined) {
    const name = operator.toLowerCase();
    const value = quoted ?? grouped ?? bare ?? "";
    if (!OPERATORS.has(name)) return { kind: "leaf", query: { kind: "words", text: whole } };
    if (grouped === undefined) return { kind: "leaf", query: { kind: "operator", name, value } };
    const each = grouped.split(/\s+/).filter(Boolean);
    return {
      kind: "leaf",
      query: { kind: "and", all: each.map((value) => ({ kind: "operator", name, value })) },
    };
  }
  if (phrase !== undefined) return { kind: "leaf", query: { kind: "words", text: phrase } };
  return word === "OR" ? { kind: "OR" } : { kind: "leaf", query: { kind: "words", text: word ?? "" } };
}

const OPERATORS: ReadonlySet<string> = new Set([
  ..."after before newer older newer_than older_than in label is from to cc bcc subject has filename".split(" "),
  ..."deliveredto list rfc822msgid larger smaller size category".split(" "),
]);

/** Does the query itself ask for what a search leaves out by default? */
export function mentions(query: Query, places: readonly string[]): boolean {
  switch (query.kind) {
    case "and":
    case "or":
      return query.all.some((each) => mentions(each, places));
    case "not":
      // "-in:spam" asks to leave spam out, not to bring it in.
      return false;
    case "words":
      return false;
    case "operator":
      return ["in", "label", "is"].includes(query.name) && places.includes(query.value.toLowerCase());
  }
}
