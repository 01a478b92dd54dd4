import { attributionEnd, isHistory } from "./attribution.ts";
import { type HeaderBlock, headerBlock } from "./header-block.ts";
import { isBlank, isQuoted, type Line } from "./line.ts";
import { isSentFrom } from "./sent-from.ts";
import { isRule, isRuledTitle, separator } from "./separators.ts";

/** Which lines the writer of this mail wrote, and where an older mail begins. */
export interface History {
  /** For each line: written now, or quoted. */
  own: boolean[];
  /** The first introduction of an older mail: where it begins, where it ends, and whether it says "forwarded". */
  edge: Edge | undefined;
}

export interface Edge {
  kind: "reply" | "forward";
  at: number;
  end: number;
  /** The fields of a header block, where there is one. */
  fields: HeaderBlock["fields"] | undefined;
}

/** Lines that are looked at; quoted threads of years have fewer. */
const MAX_LINES = 20_000;

export function findHistory(lines: readonly Line[]): History {
  const own = new Array<boolean>(lines.length).fill(false);
  const end = Math.min(lines.length, MAX_LINES);
  let first: Edge | undefined;
  let i = 0;
  while (i < end) {
    const line = lines[i] as Line;
    const edge = isBlank(line.text) ? undefined : edgeAt(lines, i);
    if (edge) {
      first ??= edge;
      const next = nextFilled(lines, edge.end);
      // Nothing follows the introduction, or the older mail stands there without any marks: it runs to the end.
      if (edge.kind === "forward" || next === undefined || !isHistory(lines[next] as Line)) break;
      i = quoteEnd(lines, next);
      continue;
    }
    if (isSureQuote(line) && !isComparison(lines, i)) {
      i = quoteEnd(lines, i);
      continue;
    }
    if (isMobileSignature(lines, i) && own.includes(true)) break;
    own[i] = true;
    i++;
  }
  return { own, edge: first };
}

const isSureQuote = (line: Line) => line.quote === "sure" || isQuoted(line.text);

/**
 * "…fire when / > 100 requests fail / and stay quiet": one line in the middle of a sentence with a number behind the sign. A
 * numbered list that is quoted ("> 2. …") and lines beside other quoted lines are quotes.
 */
function isComparison(lines: readonly Line[], at: number): boolean {
  if (!/^\s{0,3}>=?\s?\d[\d.,]*(?![.)\d])/.test(lines[at]?.text ?? "") || lines[at]?.quote) return false;
  const [above = "", below = ""] = [lines[at - 1]?.text, lines[at + 1]?.text];
  return !isBlank(above) && !isQuoted(above) && !isQuoted(below) && /[^.:?!]\s*$/.test(above);
}

/** What introduces an older mail at this line, if anything does. */
function edgeAt(lines: readonly Line[], at: number): Edge | undefined {
  const line = lines[at] as Line;
  const kind = separator(line);
  if (kind === "reply-above") return { kind: "reply", at, end: at + 1, fields: undefined };
  if (kind) {
    const block = blockBelow(lines, at + 1);
    return { kind: kind === "forwarded" ? "forward" : "reply", at, end: block?.end ?? at + 1, fields: block?.fields };
  }
  const ruled = isRule(line.text) || isRuledTitle(line.text);
  const block = ruled ? blockBelow(lines, at + 1) : headerBlock(lines, at);
  if (block) return { kind: "reply", at, end: block.end, fields: block.fields };
  const end = attributionEnd(lines, at);
  return end === undefined ? undefined : { kind: "reply", at, end, fields: undefined };
}

/**
 * "Sent from my phone" as a paragraph of its own with text below: the mail apps of some phones put the older mail there
 * without any introduction.
 */
function isMobileSignature(lines: readonly Line[], at: number): boolean {
  const text = (lines[at]?.text ?? "").trim();
  if (text.length > 100 || !isBlank(lines[at - 1]?.text ?? "") || !isBlank(lines[at + 1]?.text ?? "")) return false;
  return isSentFrom(text);
}

function blockBelow(lines: readonly Line[], from: number): HeaderBlock | undefined {
  const at = nextFilled(lines, from, 3);
  return at === undefined ? undefined : headerBlock(lines, at);
}

/** Where the run of quoted lines that begins at `at` ends. */
function quoteEnd(lines: readonly Line[], at: number): number {
  const byName = namePrefix(lines[at]?.text ?? "");
  const bare = lines[at]?.quote === "maybe";
  let end = at;
  for (let i = at; i < lines.length; i++) {
    const line = lines[i] as Line;
    const quoted =
      isSureQuote(line) || (bare && line.quote === "maybe") || (byName !== undefined && line.text.startsWith(byName));
    if (quoted) end = i + 1;
    else if (isBlank(line.text)) continue;
    else if (isWrappedQuote(lines, i)) end = i + 1;
    else break;
  }
  return end;
}

/** `| ` or `Richard>` in front of every line. */
const namePrefix = (text: string) => /^(?:\||[A-Za-z]{1,12}>)/.exec(text)?.[0];

/** The tail of a quoted line that a gateway broke: no mark, between two quoted lines, directly below a long one. */
function isWrappedQuote(lines: readonly Line[], at: number): boolean {
  const before = lines[at - 1]?.text ?? "";
  const after = lines[at + 1]?.text ?? "";
  const text = lines[at]?.text ?? "";
  return isQuoted(before) && isQuoted(after) && before.length > 60 && text.length < 40 && !/^\s*>?\s*$/.test(before);
}

function nextFilled(lines: readonly Line[], from: number, within = 12): number | undefined {
  for (let i = from; i < Math.min(lines.length, from + within); i++) {
    if (!isBlank(lines[i]?.text ?? "")) return i;
  }
  return undefined;
}
