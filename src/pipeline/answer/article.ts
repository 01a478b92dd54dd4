import { detectLanguage } from "../language/language.ts";
import { sentencesOf } from "./sentences.ts";

export interface Article {
  title: string;
  language: string;
  passages: { key: string; heading: string; text: string }[];
}

/** Enough to answer from, short enough that five of them fit into a prompt. */
const WORDS = 120;

/** Cuts a Markdown article at its headings, and longer sections at their paragraphs, into passages that can be cited. */
export function readArticle(path: string, markdown: string): Article {
  const text = markdown
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .replace(/<!--[\s\S]*?-->/g, "");
  const sections = sectionsOf(text);
  const title =
    sections.find(({ level }) => level === 1)?.heading ?? path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/i, "");
  const taken = new Set<string>();
  const passages = sections.flatMap(({ heading, blocks }) => {
    const own = heading === title ? "" : heading;
    return packed(blocks).map((piece) => ({ key: `${path}#${unique(slug(own), taken)}`, heading: own, text: piece }));
  });
  return { title, language: detectLanguage(plainText(text)), passages };
}

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
    const heading = fenced ? null : /^(#{1,6})\s+(.+?)\s*#*$/.exec(line);
    if (heading) {
      close();
      sections.push({ level: heading[1]!.length, heading: plainText(heading[2]!), blocks: [] });
    } else if (line.trim() === "" && !fenced) close();
    else block.push(line);
  }
  close();
  return sections.filter(({ blocks, level }) => blocks.length > 0 || level === 1);
}

/** Whole paragraphs together while they fit; one that is too long for itself is cut between sentences or rows. */
function packed(blocks: readonly string[]): string[] {
  const pieces: string[] = [];
  let open = "";
  for (const part of blocks.flatMap(cut)) {
    if (open !== "" && wordsIn(open) + wordsIn(part) > WORDS) {
      pieces.push(open);
      open = "";
    }
    open = open === "" ? part : `${open}\n\n${part}`;
  }
  if (open !== "") pieces.push(open);
  return pieces;
}

function cut(block: string): string[] {
  if (wordsIn(block) <= WORDS) return [block];
  const lines = block.split("\n");
  const isTable = lines.length > 2 && /^\s*\|?\s*:?-{3,}/.test(lines[1] ?? "");
  const head = isTable ? lines.slice(0, 2) : [];
  const parts = lines.length > 1 ? lines.slice(head.length) : sentencesOf(block);
  const pieces: string[][] = [[]];
  for (const part of parts) {
    if (pieces.at(-1)!.length > 0 && wordsIn([...pieces.at(-1)!, part].join(" ")) > WORDS) pieces.push([]);
    pieces.at(-1)!.push(part);
  }
  return pieces.map((piece) => [...head, ...piece].join(lines.length > 1 ? "\n" : " "));
}

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

export const slug = (heading: string): string =>
  heading
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "") || "text";

function unique(name: string, taken: Set<string>): string {
  let key = name;
  for (let count = 2; taken.has(key); count++) key = `${name}-${count}`;
  taken.add(key);
  return key;
}

/** Markdown as a reader sees it. */
export const plainText = (markdown: string): string =>
  markdown
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\[([^\]]+)\]\(([^)\s]+)[^)]*\)/g, (_, words: string, url: string) =>
      words === url ? url : `${words} (${url})`,
    )
    .replace(/(\*\*|__)(?=\S)([\s\S]*?\S)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]*\S)\*(?![\p{L}\p{N}*])/gu, "$1")
    .replace(/(?<![\p{L}\p{N}_])_(?=\S)([^_\n]*\S)_(?![\p{L}\p{N}_])/gu, "$1")
    .replace(/`([^`\n]+)`/g, "$1")
    .replace(/^\s*(?:[-*+]|\d+[.)]|>)\s+/gm, "");
