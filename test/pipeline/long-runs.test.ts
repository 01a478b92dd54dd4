import { expect, test } from "vitest";
import { readHtml } from "../../src/pipeline/html/read-html.ts";
import { isJunk, type JunkSigns } from "../../src/pipeline/machine/junk.ts";
import { normalise } from "../../src/pipeline/normalise.ts";
import { takeUuencoded } from "../../src/pipeline/parse/uuencode.ts";
import { CONTEXT } from "./read-fixture.ts";

const { authenticity } = await normalise(Buffer.from("From: ann@quayside.example\n\nHello"), CONTEXT);

/** Runs of one sign, at sizes where an expression that looks at each pair of them would not end today. */

const signs: JunkSigns = {
  subject: "SEO",
  text: "",
  fromName: undefined,
  fromAddress: "ann@quayside.example",
  replyTo: undefined,
  ourDomains: new Set(),
  authenticity,
  scriptMailer: false,
  hiddenCharacters: 0,
  trackingPixels: 0,
  linkHosts: [],
  hasAttachment: false,
};
const MANY = 1_000_000;

test.each(["a-", ".", "1,", "\n", "\n ", "[", "a.", "w"])("a text of %j alone is no junk", (sign) => {
  expect(isJunk({ ...signs, text: sign.repeat(MANY) })).toBe(false);
});

test.each([".", "1", ",", "12 "])("a subject of %j alone is no junk", (sign) => {
  expect(isJunk({ ...signs, subject: sign.repeat(MANY) })).toBe(false);
});

test("a subject is read up to 2,000 characters", async () => {
  const mail = Buffer.from(`From: ann@quayside.example\nSubject: ${".".repeat(60_000)}\n\nHello`);
  expect((await normalise(mail, CONTEXT)).subject).toHaveLength(2_000);
});

const linesOf = (html: string) =>
  readHtml(html)
    .lines.map(({ text }) => text.trim())
    .filter((text) => text !== "");

test.each([
  ["elements that nothing closes", `Hello ${"<b>".repeat(480_000)}you`, ["Hello you"]],
  ["the ends of others", `Hello ${"<b>".repeat(200_000)}${"</i>".repeat(200_000)}you`, ["Hello you"]],
  ["many elements in what is hidden", `a<div style="display:none">${"<b>".repeat(100_000)}secret`, ["a"]],
  [
    "a style block for each word",
    `Hello ${"<style>.a{display:none}</style>".repeat(30_000)}<b class="a">not</b> you`,
    ["Hello you"],
  ],
  ["spaces of another kind", `<pre>a${"\u2003".repeat(1_000_000)}b</pre>`, [`a${"\u2003".repeat(1_000_000)}b`]],
])("a page with %s is read in one pass", (_, html, lines) => expect(linesOf(html).join() === lines.join()).toBe(true));

test.each([
  ["nothing", ""],
  ["a line that is no data", "\n~~~~"],
])("beginnings of encoded files that end in %s are text", (_, last) => {
  const text = `${"begin 644 a\n".repeat(150_000)}${last}`;
  expect(takeUuencoded(text)).toEqual({ text, files: [] });
});

test.each(["–", "-- ", "___"])("lines of %j alone are read in one pass", async (line) => {
  const mail = Buffer.from(`From: ann@quayside.example\n\nHello\n${`${line}\n`.repeat(300_000 / line.length)}`);
  expect((await normalise(mail, CONTEXT)).visibleText.startsWith("Hello")).toBe(true);
});
