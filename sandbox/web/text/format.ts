import type { Token } from "../state/slack-types.ts";
import { emojiFor } from "./emoji.ts";

type Style = "bold" | "italic" | "strike";
type Mark = Exclude<Token, { type: "text" }>;

export type Inline =
  | { kind: "text"; text: string }
  | { kind: "token"; token: Mark }
  | { kind: "emoji"; name: string; char: string }
  | { kind: Style | "code"; children: Inline[] };

export type Paragraph =
  | { kind: "lines"; lines: Inline[][] }
  | { kind: "quote"; lines: Inline[][] }
  | { kind: "bullets"; items: Inline[][] }
  | { kind: "code"; children: Inline[] };

/** A character, or something live that stands for one. */
type Unit = string | Mark;

const STYLES: Record<string, Style> = { "*": "bold", _: "italic", "~": "strike" };

/**
 * Slack's mrkdwn as a tree. The commands in it (mentions, links, dates) are found by the sandbox; what is left is the
 * layout: bold, italic, strike, code, fences, quotes, bullets. Nothing here can fail: what is no markup is text.
 */
export function formatMrkdwn(tokens: readonly Token[]): Paragraph[] {
  const units = tokens.flatMap((token): Unit[] => (token.type === "text" ? [...token.shown] : [token]));
  const paragraphs: Paragraph[] = [];
  let rest = units;
  for (;;) {
    const fence = fenceIn(rest);
    if (fence === undefined) break;
    paragraphs.push(...formatLines(trimEnd(rest.slice(0, fence.from))));
    paragraphs.push({ kind: "code", children: plain(trimLine(rest.slice(fence.from + 3, fence.to))) });
    rest = trimLine(rest.slice(fence.to + 3), true);
  }
  return [...paragraphs, ...formatLines(rest)];
}

function fenceIn(units: Unit[]): { from: number; to: number } | undefined {
  const at = (start: number): number => {
    for (let i = start; i + 2 < units.length; i++)
      if (units[i] === "`" && units[i + 1] === "`" && units[i + 2] === "`") return i;
    return -1;
  };
  const from = at(0);
  const to = from < 0 ? -1 : at(from + 3);
  return to > from + 3 ? { from, to } : undefined;
}

const trimLine = (units: Unit[], onlyStart = false): Unit[] => {
  const start = units[0] === "\n" ? 1 : 0;
  const end = !onlyStart && units.length > start && units.at(-1) === "\n" ? units.length - 1 : units.length;
  return units.slice(start, end);
};

const trimEnd = (units: Unit[]): Unit[] => (units.at(-1) === "\n" ? units.slice(0, -1) : units);

function formatLines(units: Unit[]): Paragraph[] {
  if (units.length === 0) return [];
  const paragraphs: Paragraph[] = [];
  let quotesAll = false;
  for (const line of splitLines(units)) {
    const triple = line[0] === ">" && line[1] === ">" && line[2] === ">";
    if (quotesAll || line[0] === ">") {
      const quoted = quotesAll ? line : line.slice(triple ? 3 : 1);
      quotesAll ||= triple;
      add(paragraphs, "quote", quoted[0] === " " ? quoted.slice(1) : quoted);
    } else if (line[0] === "•" && (line[1] === " " || line[1] === "\t")) add(paragraphs, "bullets", line.slice(2));
    else add(paragraphs, "lines", line);
  }
  return paragraphs;
}

function splitLines(units: Unit[]): Unit[][] {
  const lines: Unit[][] = [[]];
  for (const unit of units) {
    if (unit === "\n") lines.push([]);
    else lines.at(-1)?.push(unit);
  }
  return lines;
}

function add(paragraphs: Paragraph[], kind: "quote" | "bullets" | "lines", line: Unit[]): void {
  const last = paragraphs.at(-1);
  const inline = formatInline(line);
  if (kind === "bullets") {
    if (last?.kind === "bullets") last.items.push(inline);
    else paragraphs.push({ kind, items: [inline] });
  } else if (last?.kind === kind) last.lines.push(inline);
  else paragraphs.push({ kind, lines: [inline] });
}

const isWord = (unit: Unit | undefined): boolean => typeof unit === "string" && /[\p{L}\p{N}]/u.test(unit);
const isSpace = (unit: Unit | undefined): boolean => typeof unit === "string" && /\s/.test(unit);

function formatInline(units: Unit[]): Inline[] {
  const out: Inline[] = [];
  // A mark that found no end once will find none later in the line: without this a hostile line takes quadratic time.
  const hopeless = new Set<string>();
  let i = 0;
  while (i < units.length) {
    const found = codeAt(units, i, hopeless) ?? styleAt(units, i, hopeless) ?? emojiAt(units, i);
    if (found) {
      out.push(found.node);
      i = found.next;
    } else {
      const unit = units[i];
      if (unit !== undefined) push(out, unit);
      i += 1;
    }
  }
  return out;
}

interface Found {
  node: Inline;
  next: number;
}

function codeAt(units: Unit[], i: number, hopeless: Set<string>): Found | undefined {
  if (units[i] !== "`" || hopeless.has("`")) return undefined;
  const end = units.indexOf("`", i + 1);
  if (end < 0) hopeless.add("`");
  return end > i + 1 ? { node: { kind: "code", children: plain(units.slice(i + 1, end)) }, next: end + 1 } : undefined;
}

function styleAt(units: Unit[], i: number, hopeless: Set<string>): Found | undefined {
  const mark = units[i];
  const kind = typeof mark === "string" ? STYLES[mark] : undefined;
  if (kind === undefined || typeof mark !== "string" || hopeless.has(mark)) return undefined;
  if (isWord(units[i - 1]) || isSpace(units[i + 1]) || units[i + 1] === undefined || units[i + 1] === mark)
    return undefined;
  for (let end = i + 2; end < units.length; end++) {
    if (units[end] !== mark || isSpace(units[end - 1]) || isWord(units[end + 1])) continue;
    return { node: { kind, children: formatInline(units.slice(i + 1, end)) }, next: end + 1 };
  }
  hopeless.add(mark);
  return undefined;
}

const LONGEST_NAME = 40;

function emojiAt(units: Unit[], i: number): Found | undefined {
  if (units[i] !== ":") return undefined;
  let name = "";
  for (let end = i + 1; end < units.length && name.length < LONGEST_NAME; end++) {
    const unit = units[end];
    if (unit === ":") {
      const char = emojiFor(name);
      return char === undefined ? undefined : { node: { kind: "emoji", name, char }, next: end + 1 };
    }
    if (typeof unit !== "string" || !/[a-z0-9_+'-]/.test(unit)) return undefined;
    name += unit;
  }
  return undefined;
}

function plain(units: Unit[]): Inline[] {
  const out: Inline[] = [];
  for (const unit of units) push(out, unit);
  return out;
}

function push(out: Inline[], unit: Unit): void {
  if (typeof unit !== "string") {
    out.push({ kind: "token", token: unit });
    return;
  }
  const last = out.at(-1);
  if (last?.kind === "text") last.text += unit;
  else out.push({ kind: "text", text: unit });
}
