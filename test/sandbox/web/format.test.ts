import fc from "fast-check";
import { expect, test } from "vitest";
import { parseMrkdwn } from "../../../sandbox/slack/rendering/mrkdwn.ts";
import { formatMrkdwn, type Inline, type Paragraph } from "../../../sandbox/web/text/format.ts";

const tokens = (text: string) =>
  parseMrkdwn(text).map((token) => ({ ...token, shown: token.type === "text" ? token.text : `[${token.type}]` }));

/** A short form of the tree: `b(…)` for bold and so on. */
const inline = (list: Inline[]): string =>
  list
    .map((one) => {
      if (one.kind === "text") return one.text;
      if (one.kind === "token") return one.token.shown;
      if (one.kind === "emoji") return one.char;
      return `${one.kind[0]}(${inline(one.children)})`;
    })
    .join("");

const short = (paragraphs: Paragraph[]): string[] =>
  paragraphs.map((paragraph) => {
    if (paragraph.kind === "code") return `code: ${inline(paragraph.children)}`;
    const lines = paragraph.kind === "bullets" ? paragraph.items : paragraph.lines;
    return `${paragraph.kind}: ${lines.map(inline).join("|")}`;
  });

test.each([
  { text: "*bold* _em_ ~no~ `x*y*`", expected: ["lines: b(bold) i(em) s(no) c(x*y*)"] },
  { text: "*_both_*", expected: ["lines: b(i(both))"] },
  { text: "2*3*4 and snake_case_name", expected: ["lines: 2*3*4 and snake_case_name"] },
  { text: "* not bold * nor ** this **", expected: ["lines: * not bold * nor ** this **"] },
  { text: "*open and _never closed", expected: ["lines: *open and _never closed"] },
  { text: "*over\ntwo lines*", expected: ["lines: *over|two lines*"] },
  { text: "*<@U01ALICE>* has it", expected: ["lines: b([user]) has it"] },
  { text: "&gt; quoted\n> as well\nnot", expected: ["quote: quoted|as well", "lines: not"] },
  { text: ">>> all\nof it", expected: ["quote: all|of it"] },
  { text: "• one\n• *two*", expected: ["bullets: one|b(two)"] },
  { text: "a\n```x\n*y*```\nb", expected: ["lines: a", "code: x\n*y*", "lines: b"] },
  { text: "``` never closed", expected: ["lines: ``` never closed"] },
  { text: ":tada: :nobody_knows_this:", expected: ["lines: 🎉 :nobody_knows_this:"] },
  { text: "at 10:30:45", expected: ["lines: at 10:30:45"] },
])("$text", ({ text, expected }) => {
  expect(short(formatMrkdwn(tokens(text)))).toEqual(expected);
});

test("whatever is written, no letter of it is lost", () => {
  const letters = (text: string) => text.replace(/[^a-z]/g, "");
  const words = fc.array(fc.constantFrom("*", "_", "~", "`", "```", ">", "\n", " ", "•", "ab", "c", ":", "<", "&"), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(words, (parts) => {
      const text = parts.join("");
      const shown = tokens(text)
        .map((token) => token.shown)
        .join("");
      expect(
        letters(
          short(formatMrkdwn(tokens(text)))
            .map((line) => line.slice(line.indexOf(":") + 1))
            .join("")
            .replaceAll(/[bisc]\(/g, ""),
        ),
      ).toBe(letters(shown).replaceAll(/[bisc](?=\()/g, ""));
    }),
  );
});

// With a search for the end of every mark this would take minutes, and run into the test's own limit.
test.each(["*a _b ~c `d ".repeat(250), "*_~".repeat(1000), "`".repeat(3000)])("a hostile line is only text", (line) => {
  expect(formatMrkdwn(tokens(line))).toHaveLength(1);
});
