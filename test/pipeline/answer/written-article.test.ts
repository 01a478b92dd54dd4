import { describe, expect, test } from "vitest";
import { articleFromFile } from "../../../src/pipeline/answer/article-file.ts";
import { writtenArticle } from "../../../src/pipeline/answer/written-article.ts";

const written = (text: string, title?: string, fileName?: string) =>
  writtenArticle({ title, language: undefined, text, ...(fileName && { fileName }) });

describe("an article that somebody wrote", () => {
  test("has the given title, else its first heading, else the file's name", () => {
    expect(written("# Old\n\nSome words here.", "New")).toMatchObject({
      kind: "article",
      document: { title: "New", path: "slack:new", passages: [{ key: "slack:new#text" }] },
    });
    expect(written("# Returns & refunds\n\nSend it back.\n")).toMatchObject({
      document: { path: "slack:returns-refunds" },
    });
    expect(written("Send it back.", undefined, "how_to-return.md")).toMatchObject({
      document: { title: "how to return" },
    });
    expect(written("# 礼品卡\n\n礼品卡余额可以在网站上查到。")).toMatchObject({ document: { path: "slack:礼品卡" } });
  });
  test("keeps a chosen language, and finds the others", () => {
    const german = "Die Pakete verlassen unser Lager noch am selben Tag und kommen bald an.";
    expect(written(german, "Versand")).toMatchObject({ document: { language: "de" } });
    expect(writtenArticle({ title: "Versand", language: "fr", text: german })).toMatchObject({
      document: { language: "fr" },
    });
  });
  test.each([
    ["Send it back.", undefined, undefined, "title"],
    ["Send it back.", "!!!", undefined, "title"],
    ["Send it back.", "x".repeat(151), undefined, "title"],
    ["", "Returns", undefined, "text"],
    ["123 456", "Returns", undefined, "text"],
    ["# Returns", "Returns", "returns.md", "file"],
    ["a ".repeat(300_000), "Returns", undefined, "text"],
  ])("%j called %j is refused for its %s", (text, title, file, part) =>
    expect(written(text, title, file)).toMatchObject({ kind: "refused", part }),
  );
});

describe("a file", () => {
  const scanner = (kind: "clean" | "infected") =>
    ({ scan: async () => (kind === "clean" ? { kind } : { kind, name: "Eicar" }) }) as never;
  const read = (name: string, content: string | Buffer, scan?: never) =>
    articleFromFile(name, Buffer.from(content), scan);
  test("of text is read, whatever it begins with", async () => {
    expect(await read("a.md", "# Hi\n\nWords.")).toMatchObject({ kind: "text", text: "# Hi\n\nWords." });
    expect(await read("a.md", "<!-- draft -->\n# Hi")).toMatchObject({ kind: "text" });
    expect(await read("a.txt", Buffer.from("größer", "latin1"))).toMatchObject({ kind: "text", text: "größer" });
    expect(await read("a.md", "# Hi", scanner("clean"))).toMatchObject({ kind: "text" });
  });
  test.each([
    ["a.md", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), "no plain text"],
    ["a.txt", Buffer.from("ab\0cd"), "no plain text"],
    ["a.md", Buffer.from("%PDF-1.4 …"), "no plain text"],
    ["a.pdf", Buffer.from("# not a PDF"), "called a PDF and is none"],
    ["a.pdf", Buffer.from("%PDF-1.4 broken"), "No text could be read"],
    ["a.md", Buffer.from(""), "empty"],
  ])("%s of %j is refused", async (name, bytes, why) =>
    expect(await read(name, bytes)).toMatchObject({ kind: "refused", part: "file", why: expect.stringContaining(why) }),
  );
  test("with malware is not opened", async () =>
    expect(await read("a.md", "# Hi", scanner("infected"))).toMatchObject({ why: expect.stringContaining("malware") }));
});

/** Half a megabyte of one sign is an article like any other: each of these once took minutes to hours. */
test.each(
  "[ ![ [a]( ![a]( * ** __ _ ` <!-- # ## \n - > | Dr. 汉 data:image/png;base64, ~~~\n |a|\n|--|\n"
    .split(" ")
    .concat([" ", " **a", " __a", "\n## a", "\n\n# a #", "\n-\n", "Dr. "]),
)("half a megabyte of %j is cut into passages", (sign) => {
  const text = `Words of it.\n\n# a${sign.repeat(490_000 / Buffer.byteLength(sign))}b\n\n${sign.repeat(10_000 / sign.length)}`;
  const article = written(text, "A title");
  expect(article.kind).toBe("article");
  if (article.kind !== "article") return;
  for (const one of article.document.passages) expect(one.text.length).toBeLessThanOrEqual(1_500);
});

test("a first heading with much space in it", () => {
  expect(written(`# a${" ".repeat(400_000)}b\n\nSome words.`)).toMatchObject({ document: { title: "a b" } });
});
