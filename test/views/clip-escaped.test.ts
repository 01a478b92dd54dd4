import { expect, test } from "vitest";
import { clipEscaped, plain, quoted, spoken } from "../../src/views/text.ts";

test.each([">", "<", "&", "&&", "<b>"])("%s ends where there is room for less than its entity", (text) => {
  for (const max of [1, 2, 3]) {
    expect(clipEscaped(text, max).length).toBeLessThanOrEqual(max);
    expect(plain(text, max).text.length).toBeLessThanOrEqual(max);
  }
});

test("a quote whose last line is one such sign ends, however much room is left for it", () => {
  const filled = "a".repeat(40);
  for (let max = 40; max < 80; max++) expect(quoted(`${filled}\n>\n<\n&`, max).length).toBeLessThanOrEqual(max);
});

test("a line that could be the scheme of a link to its end is read once, and links are named", () => {
  expect(spoken("a.".repeat(150_000), 10)).toBe("a.a.a.a.a…");
  expect(spoken("see https://x.example/a, git+ssh://x.example or www.x.example")).toBe("see [link] [link] or [link]");
});
