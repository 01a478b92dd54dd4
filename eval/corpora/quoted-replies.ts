import { readHtml } from "../../src/pipeline/html/read-html.ts";
import { type Line, plainLines } from "../../src/pipeline/visible-text/line.ts";
import { separateText } from "../../src/pipeline/visible-text/visible-text.ts";
import { readJson, readText } from "./corpus.ts";

/** What the best-kept libraries score on the same files by the same rules (see `LIBRARIES`). */
export interface QuotedCase {
  folder: string;
  file: string;
  input: string;
  html: boolean;
  expected: string | undefined;
  mustContain: string[];
  mustNotContain: string[];
}

const FOLDERS = [
  "github-email_reply_parser",
  "zapier-email-reply-parser",
  "crisp-email-reply-parser",
  "discourse-email_reply_trimmer",
];

/** CRLF to LF, no white space at line ends, trimmed: what the sources ask for and no more. */
const norm = (text: string) =>
  text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();
const foldText = (text: string) => text.replace(/\s+/g, " ").trim();

export function quotedCases(): QuotedCase[] {
  const cases: QuotedCase[] = [];
  for (const folder of FOLDERS) {
    for (const item of readJson("quoted-replies", folder, "expected.json").cases) {
      const expected: string | undefined =
        item.expected_visible ??
        (item.expected_visible_file ? readText("quoted-replies", folder, item.expected_visible_file) : undefined);
      if (expected === undefined && !item.must_contain && !item.must_not_contain) continue;
      cases.push({
        folder,
        file: item.file,
        input: readText("quoted-replies", folder, item.file),
        html: false,
        expected,
        mustContain: item.must_contain ?? [],
        mustNotContain: item.must_not_contain ?? [],
      });
    }
  }
  readJson("quoted-replies", "closeio-quotequail", "cases.json").cases.forEach((item: QuotequailCase, i: number) => {
    const pieces = item.expected_quote_intro_line_hidden ?? item.expected;
    const visible = pieces.filter((piece) => piece.visible).map((piece) => piece.content);
    const html = item.kind === "html";
    cases.push({
      folder: "closeio-quotequail",
      file: `${item.test}-${i + 1}`,
      input: item.input,
      html,
      // HTML is compared as text, as the source asks.
      expected: html ? foldText(visible.map(textOfHtml).join(" ")) : visible.join("\n"),
      mustContain: [],
      mustNotContain: [],
    });
  });
  return cases;
}

interface QuotequailCase {
  kind: string;
  test: string;
  input: string;
  expected: { visible: boolean; content: string }[];
  expected_quote_intro_line_hidden?: { visible: boolean; content: string }[];
}

const textOfHtml = (html: string) =>
  readHtml(html)
    .lines.map((line) => line.text)
    .join("\n");

export const visibleOf = (item: QuotedCase): string => {
  const lines: Line[] = item.html ? readHtml(item.input).lines : plainLines(item.input.replace(/\r\n?/g, "\n"));
  return separateText(lines, { senders: [], machine: "none" }).visible;
};

export function passes(item: QuotedCase, output: string): boolean {
  const got = norm(output);
  if (item.expected !== undefined) {
    const same = item.html ? foldText(got) === item.expected : got === norm(item.expected);
    if (!same) return false;
  }
  return (
    item.mustContain.every((part) => got.includes(part)) && item.mustNotContain.every((part) => !got.includes(part))
  );
}
