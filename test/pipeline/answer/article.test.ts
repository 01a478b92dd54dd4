import { describe, expect, test } from "vitest";
import { plainText, readArticle } from "../../../src/pipeline/answer/article.ts";
import { sentencesOf } from "../../../src/pipeline/answer/sentences.ts";

const words = (count: number, word = "word") => Array.from({ length: count }, () => word).join(" ");

describe("an article becomes passages", () => {
  test("its first heading is its title; the text below it has no heading of its own", () => {
    const article = readArticle("billing/refunds.md", "# Refunds\n\nWe refund within 30 days.\n");
    expect(article).toMatchObject({ title: "Refunds", language: "en" });
    expect(article.passages).toEqual([
      { key: "billing/refunds.md#text", heading: "", text: "We refund within 30 days." },
    ]);
  });

  test("sections are passages by their headings, and two of one name are told apart", () => {
    const { passages } = readArticle(
      "a.md",
      "# A\n\n## Yearly plans\n\none\n\n## Yearly plans\n\ntwo\n\n### Über uns\n\nthree",
    );
    expect(passages.map(({ key }) => key)).toEqual(["a.md#yearly-plans", "a.md#yearly-plans-2", "a.md#über-uns"]);
  });

  test("paragraphs stay together up to about 120 words, and never longer than they must be", () => {
    const { passages } = readArticle("a.md", `# A\n\n${words(60)}\n\n${words(50)}\n\n${words(40)}`);
    expect(passages.map(({ text }) => text.split(/\s+/).length)).toEqual([110, 40]);
  });

  test("one endless paragraph is cut between sentences", () => {
    const { passages } = readArticle(
      "a.md",
      `# A\n\n${Array.from({ length: 30 }, () => `The ${words(9)}.`).join(" ")}`,
    );
    expect(passages.length).toBe(3);
    expect(passages.every(({ text }) => text.endsWith("."))).toBe(true);
  });

  test("a long table keeps its head on every part", () => {
    const rows = Array.from({ length: 40 }, (_, index) => `| Plan ${index} | ${words(6)} |`).join("\n");
    const { passages } = readArticle("a.md", `# A\n\n| Plan | What |\n|---|---|\n${rows}`);
    expect(passages.length).toBeGreaterThan(1);
    expect(passages.every(({ text }) => text.startsWith("| Plan | What |\n|---|---|"))).toBe(true);
  });

  test("front matter and comments are not for customers; code is not cut at its #", () => {
    const { passages } = readArticle(
      "a.md",
      "---\nowner: Maya\n---\n# A\n\n<!-- internal -->\n```\n# a comment\n```\n",
    );
    expect(passages).toHaveLength(1);
    expect(passages[0]!.text).toContain("# a comment");
    expect(passages[0]!.text).not.toMatch(/internal|Maya/);
  });

  test.each([
    ["Chinese without a stop", "退货须在三十天内寄回".repeat(2_000)],
    ["Japanese sentences", "返品は三十日以内にお送りください。".repeat(1_000)],
    ["Thai", "กรุณาส่งคืนสินค้าภายในสามสิบวัน".repeat(500)],
    ["one word without an end", "x".repeat(20_000)],
    ["a sentence without an end", words(5_000)],
    ["a table with one endless row", `| a | b |\n|---|---|\n| ${"y".repeat(9_000)} | ${words(900)} |`],
  ])("no passage is longer than a prompt bears, and none of it is lost: %s", (_, text) => {
    const { passages } = readArticle("a.md", `# A\n\n${text}`);
    const bare = (one: string) => one.replace(/[\s|-]/g, "").replace(/^ab/, "");
    expect(passages.length).toBeGreaterThan(6);
    for (const one of passages) expect(one.text.length).toBeLessThanOrEqual(1_500);
    expect(passages.map((one) => bare(one.text)).join("")).toBe(bare(text));
  });

  test("what has no spaces is counted by its letters", () => {
    const { passages } = readArticle("a.md", `# A\n\n${"返品は三十日以内にお送りください。".repeat(100)}`);
    for (const one of passages) expect(one.text.length).toBeLessThanOrEqual(260);
    expect(passages.every(({ text }) => text.endsWith("。"))).toBe(true);
  });

  test("a picture in the text itself is its name alone, wherever its bytes stand", () => {
    const bytes = "iVBORw0KGgo/+A".repeat(20_000);
    const { passages } = readArticle(
      "a.md",
      `# A\n\nPress ![the red button](data:image/png;base64,${bytes}) here.\n\nOr ![this][image1].\n\n[image1]: <data:image/png;base64,${bytes}>\n`,
    );
    expect(passages.map(({ text }) => text)).toEqual(["Press the red button here.\n\nOr ![this][image1]."]);
  });

  test("a heading keeps a sharp of its own; equal ones never share a key", () => {
    const { passages } = readArticle("a.md", "# A\n\n## C#\nx\n## C ##\nx\n## C 3\nx\n## C\nx\n## C 3\nx");
    expect(passages.map(({ heading }) => heading)).toEqual(["C#", "C", "C 3", "C", "C 3"]);
    expect(passages.map(({ key }) => key.slice("a.md#".length))).toEqual(["c", "c-2", "c-3", "c-4", "c-3-2"]);
  });

  test("an article without a heading is named by its file; an empty one has no passages", () => {
    expect(readArticle("faq/hours.md", "We are open.").title).toBe("hours");
    expect(readArticle("faq/hours.md", "").passages).toEqual([]);
  });
});

test.each([
  ["**Settings > Data**", "Settings > Data"],
  ["see [the page](https://larkspur.example/w9)", "see the page (https://larkspur.example/w9)"],
  ["`larkspur.example/w9`", "larkspur.example/w9"],
  ["- one\n2. two", "one\ntwo"],
  ["**a** and __b__, 2 ** 3, **open\n\n**c**", "a and b, 2 ** 3, **open\n\nc"],
  ["**bold with _more_ in it**", "bold with more in it"],
  ["![a picture](x.png) and [a](https://x.example 'title')", "a picture and a (https://x.example)"],
  ["Bring:\n\n- one\n\n> two", "Bring:\none\ntwo"],
  ["5 * 3 * 2 and snake_case_name", "5 * 3 * 2 and snake_case_name"],
])("%j as a reader sees it", (markdown, read) => expect(plainText(markdown)).toBe(read));

test.each([
  ["One. Two? Three!", ["One.", "Two?", "Three!"]],
  ["It costs $0.03 each, e.g. for texts. Fine.", ["It costs $0.03 each, e.g. for texts.", "Fine."]],
  ["Hello,\nthis is it", ["Hello,", "this is it"]],
  ["It is free. [P1] It is fast [P2].", ["It is free. [P1]", "It is fast [P2]."]],
  ["Free. [P1][P2]", ["Free. [P1][P2]"]],
  ["Ask Dr. Quill, or St. Ann. Fine.", ["Ask Dr. Quill, or St. Ann.", "Fine."]],
  ["今日は。明日も。", ["今日は。", "明日も。"]],
])("%j in sentences", (text, expected) => expect(sentencesOf(text)).toEqual(expected));
