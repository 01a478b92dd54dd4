import { detectLanguage } from "../language/language.ts";
import { passagePieces } from "./passage-pieces.ts";

export interface Article {
  title: string;
  language: string;
  passages: { key: string; heading: string; text: string }[];
}

/** A heading stands with each of its passages. */
const LONGEST_HEADING = 200;

/** Cuts a Markdown article at its headings, and longer sections at their paragraphs, into passages that can be cited. */
export function readArticle(path: string, markdown: string): Article {
  const text = markdown
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/^---\n[\s\S]*?\n---\n/, "");
  const sections = sectionsOf(withoutImages(withoutComments(text)));
  const title =
    sections.find(({ level }) => level === 1)?.heading ?? path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/i, "");
  const taken = new Map<string, number>();
  const passages = sections.flatMap(({ heading, blocks }) => {
    const own = heading === title ? "" : heading;
    return passagePieces(blocks).map((piece) => ({
      key: `${path}#${unique(slug(own), taken)}`,
      heading: own,
      text: piece,
    }));
  });
  return { title, language: detectLanguage(plainText(text)), passages };
}

function withoutComments(text: string): string {
  let out = "";
  let at = 0;
  for (;;) {
    const open = text.indexOf("<!--", at);
    const close = open < 0 ? -1 : text.indexOf("-->", open + 4);
    if (close < 0) return out + text.slice(at);
    out += text.slice(at, open);
    at = close + 3;
  }
}

/** Pictures that stand in the text itself, as editors put them there: a screenshot has more letters than a book. */
const withoutImages = (text: string): string =>
  text
    .replace(/data:image\/[\w.+-]{1,40}(?:;[\w.=+-]{1,40}){0,3},[\w+/=%-]*/gi, "")
    .replace(/!\[([^[\]\n]*)\]\(\)/g, "$1")
    .replace(/^\[[^[\]\n]*\]:[ \t]*<?>?$/gm, "");

interface Section {
  level: number;
  heading: string;
  blocks: string[];
}

function sectionsOf(text: string): Section[] {
  const sections: Section[] = [{ level: 0, heading: "", blocks: [] }];
  let block: string[] = [];
  let fenced = false;
  const close = () => {
    if (block.length > 0) sections.at(-1)!.blocks.push(block.join("\n"));
    block = [];
  };
  for (const line of text.split("\n")) {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
    const heading = fenced ? undefined : headingIn(line);
    if (heading) {
      close();
      sections.push({ level: heading.level, heading: plainText(heading.words).slice(0, LONGEST_HEADING), blocks: [] });
    } else if (line.trim() === "" && !fenced) close();
    else block.push(line);
  }
  close();
  return sections.filter(({ blocks, level }) => blocks.length > 0 || level === 1);
}

/** What a line says as a heading; marks that stand apart at its end close it. */
export function headingIn(line: string): { level: number; words: string } | undefined {
  const level = /^#{1,6}(?=\s)/.exec(line)?.[0].length;
  if (level === undefined) return undefined;
  const words = line.slice(level).trim();
  let end = words.length;
  while (words[end - 1] === "#") end--;
  if (end === 0) return undefined;
  return { level, words: /\s/.test(words.charAt(end - 1)) ? words.slice(0, end).trimEnd() : words };
}

export const slug = (heading: string): string =>
  heading
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "") || "text";

/** Numbers what is named alike, and remembers how far it came. */
function unique(name: string, taken: Map<string, number>): string {
  let count = (taken.get(name) ?? 0) + 1;
  while (count > 1 && taken.has(`${name}-${count}`)) count++;
  const key = count === 1 ? name : `${name}-${count}`;
  taken.set(key, 1);
  taken.set(name, count);
  return key;
}

/**
 * Markdown as a reader sees it. In each expression what is looked through ends before the sign that begins the next try, so
 * that a page of brackets or stars costs what a page of letters does.
 */
export const plainText = (markdown: string): string =>
  withoutMarkers(
    withoutStrong(
      markdown
        .replace(/!\[([^[\]]*)\]\([^()[]*\)/g, "$1")
        .replace(/\[([^[\]]+)\]\(([^)\s[]+)(?:\s[^)[]*)?\)/g, (_, words: string, url: string) =>
          words === url ? url : `${words} (${url})`,
        ),
    )
      .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]*\S)\*(?![\p{L}\p{N}*])/gu, "$1")
      .replace(/(?<![\p{L}\p{N}_])_(?=\S)([^_\n]*\S)_(?![\p{L}\p{N}_])/gu, "$1")
      .replace(/`([^`\n]+)`/g, "$1"),
  );

/** Takes `**` and `__` away where they stand around something, by one look at each; a paragraph ends what was left open. */
function withoutStrong(text: string): string {
  const gone: number[] = [];
  const opened = new Map<string, number>();
  for (const { 0: mark, index } of text.matchAll(/\*\*|__|\n\n/g)) {
    const from = opened.get(mark);
    if (mark === "\n\n") opened.clear();
    else if (from === undefined) {
      if (/\S/.test(text.charAt(index + 2))) opened.set(mark, index);
    } else if (index > from + 2 && /\S/.test(text.charAt(index - 1))) {
      gone.push(from, index);
      opened.delete(mark);
    }
  }
  let out = "";
  let at = 0;
  for (const index of gone.sort((a, b) => a - b)) {
    out += text.slice(at, index);
    at = index + 2;
  }
  return out + text.slice(at);
}

/** Without the marks of lists and quotes; a list stands right below what leads to it. */
function withoutMarkers(text: string): string {
  const out: string[] = [];
  for (const line of text.split("\n")) {
    const item = line.replace(/^\s*(?:[-*+]|\d{1,9}[.)]|>)\s+/, "");
    if (item !== line) while (out.at(-1)?.trim() === "") out.pop();
    out.push(item);
  }
  return out.join("\n");
}
