/** The grammar of an Authentication-Results value (RFC 8601 section 2.2): comments nest and hold anything, values may be quoted. */
export interface AuthResults {
  /** Lower-cased authserv-id; undefined in Microsoft's form, which leaves it out. */
  server: string | undefined;
  results: AuthResult[];
}

export interface AuthResult {
  /** spf, dkim, dmarc, arc, compauth … lower-cased, without a version. */
  method: string;
  /** Lower-cased. */
  result: string;
  comment: string | undefined;
  reason: string | undefined;
  /** `header.d` to `example.com`, keys lower-cased; the first of two with the same key. */
  properties: Record<string, string>;
}

interface Token {
  kind: "word" | "quoted" | "comment" | ";" | "=";
  text: string;
}

/** One header holds one verdict for each signature and policy; more than this is an attack on readers. */
const MAX_RESULTS = 50;
const MAX_CHARS = 16_384;

/** The parsed value, or undefined where it does not follow the grammar. */
export function parseAuthResults(value: string): AuthResults | undefined {
  const tokens = tokenize(value.slice(0, MAX_CHARS));
  if (!tokens) return undefined;
  const groups = splitGroups(tokens);
  // ARC-Authentication-Results begin with their instance: `i=1; mx.google.com; …`
  if (INSTANCE.test(textOf(groups[0]))) groups.shift();
  const server = serverOf(groups[0] ?? []);
  if (server === false || INSTANCE.test(textOf(groups[0]))) return undefined;
  const rest = (server === undefined ? groups : groups.slice(1)).filter((group) => textOf(group) !== "");
  // `none` says that nothing was checked, so it stands alone.
  if (rest.length === 1 && textOf(rest[0]).toLowerCase() === "none") return { server, results: [] };
  const results: AuthResult[] = [];
  for (const [i, group] of rest.slice(0, MAX_RESULTS).entries()) {
    // Outlook.com repeats its authserv-id in front of every result but the first.
    if (i < rest.length - 1 && /^[\w-]+(?:\.[\w-]+)+$/.test(textOf(group))) continue;
    const result = readResult(group);
    if (result === "other") continue;
    if (!result) return undefined;
    results.push(result);
  }
  return { server, results };
}

const INSTANCE = /^i\s*=\s*\d+$/;

const filled = (group: readonly Token[] = []) => group.filter((token) => token.kind !== "comment");
const textOf = (group: readonly Token[] | undefined) =>
  filled(group)
    .map((token) => token.text)
    .join(" ")
    .replace(" = ", "=");

/** `id` or `id version`; undefined where the group is a result already, false where it is nothing. */
function serverOf(group: readonly Token[]): string | undefined | false {
  const [name, second, third] = filled(group);
  if (!name || (name.kind !== "word" && name.kind !== "quoted")) return false;
  if (!second) return name.text.toLowerCase();
  if (second.kind === "=" || second.text === "/") return undefined;
  if (!third) return /^\d+$/.test(second.text) ? name.text.toLowerCase() : false;
  // Yahoo's old form and some filters put properties there: `mta1.yahoo.com from=x.example; …`
  return third.kind === "=" && name.text.includes(".") ? name.text.toLowerCase() : false;
}

/** `method[/version] = result [comment] [reason=…] [ptype.property=value …]` */
function readResult(group: readonly Token[]): AuthResult | "other" | undefined {
  let comment: string | undefined;
  for (const token of group) if (token.kind === "comment") comment ??= token.text;
  const pairs = readPairs(filled(group));
  const [head, ...rest] = pairs ?? [];
  if (!head) return undefined;
  const [method, version, ...more] = head.key.toLowerCase().split("/");
  if (!method || !/^[a-z][a-z0-9_-]*$/.test(method) || more.length > 0) return undefined;
  if (version !== undefined && !/^\d+$/.test(version)) return undefined;
  // Yahoo's `from=x.example` and Amazon's `envelope-from=a@x.example` stand where results do.
  if (/[@.]/.test(head.value)) return "other";
  if (!/^[\w-]+$/.test(head.value)) return undefined;
  const properties: Record<string, string> = {};
  let reason: string | undefined;
  for (const { key, value } of rest) {
    const name = key.toLowerCase();
    if (name === "reason") {
      if (value === "") return undefined;
      reason ??= value;
    }
    // RFC 8601 wants `ptype.property`; Microsoft writes bare `action=none`, Yahoo `from=`.
    else if (/^[a-z][\w-]*(?:\.[a-z][\w-]*)?$/.test(name)) properties[name] ??= value;
    else return undefined;
  }
  return { method, result: head.value.toLowerCase(), comment, reason, properties };
}

/** `key = value` pairs; keys may be spread over tokens around `.` and `/`, as comments are allowed there. */
function readPairs(tokens: readonly Token[]): { key: string; value: string }[] | undefined {
  const pairs: { key: string; value: string }[] = [];
  let at = 0;
  while (at < tokens.length) {
    let key = "";
    while (at < tokens.length && tokens[at]?.kind === "word") {
      const text = tokens[at]?.text ?? "";
      // Two words in a row are only one key if a dot or slash joins them.
      if (key !== "" && !/[./]$/.test(key) && !/^[./]/.test(text)) return undefined;
      key += text;
      at++;
    }
    if (key === "" || /^[./]|[./]$/.test(key) || tokens[at]?.kind !== "=") return undefined;
    at++;
    const value = tokens[at];
    const isKey = value?.kind === "word" && tokens[at + 1]?.kind === "=";
    // `smtp.mail=` with nothing behind it is what Google wrote for the null sender; only properties may be empty.
    if (!value || value.kind === "=" || isKey) {
      if (pairs.length === 0 || value?.kind === "=") return undefined;
      pairs.push({ key, value: "" });
      continue;
    }
    at++;
    pairs.push({ key, value: value.text });
  }
  return pairs;
}

function splitGroups(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === ";") groups.push([]);
    else groups.at(-1)?.push(token);
  }
  return groups;
}

function tokenize(value: string): Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  while (at < value.length) {
    at = endOf(SPACE, value, at);
    if (at === value.length) break;
    const char = value[at] as string;
    if (char === "(") {
      const end = commentEnd(value, at);
      if (end < 0) return undefined;
      tokens.push({ kind: "comment", text: value.slice(at + 1, end - 1).trim() });
      at = end;
    } else if (char === '"') {
      const quoted = readQuoted(value, at);
      if (!quoted) return undefined;
      tokens.push({ kind: "quoted", text: quoted.text });
      at = quoted.end;
    } else if (char === ";" || char === "=") {
      tokens.push({ kind: char, text: char });
      at++;
    } else {
      // Directly behind an equals sign a value may hold equals signs itself: base64, VERP addresses.
      const isValue = tokens.at(-1)?.kind === "=" && value[at - 1] === "=";
      const end = endOf(isValue ? VALUE : WORD, value, at);
      if (end === at) return undefined;
      tokens.push({ kind: "word", text: value.slice(at, end) });
      at = end;
    }
  }
  return tokens;
}

const SPACE = /\s*/y;
const WORD = /[^\s;=()"]*/y;
const VALUE = /[^\s;("]*/y;

/** Where a run of such characters that begins here ends. */
function endOf(run: RegExp, value: string, at: number): number {
  run.lastIndex = at;
  run.test(value);
  return run.lastIndex;
}

function commentEnd(value: string, from: number): number {
  let depth = 0;
  for (let at = from; at < value.length; at++) {
    if (value[at] === "\\") at++;
    else if (value[at] === "(") depth++;
    else if (value[at] === ")" && --depth === 0) return at + 1;
  }
  return -1;
}

function readQuoted(value: string, from: number): { text: string; end: number } | undefined {
  let text = "";
  for (let at = from + 1; at < value.length; at++) {
    const char = value[at] as string;
    if (char === '"') return { text, end: at + 1 };
    if (char === "\\") at++;
    text += value[at] ?? "";
  }
  return undefined;
}
