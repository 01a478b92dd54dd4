import { expect, test } from "vitest";
import { validateMessage } from "../../sandbox/slack/index.ts";
import type { Finding } from "../../src/domain/check-up.ts";
import { checkUpReply } from "../../src/views/check-up.ts";

const finding = (index: number, status: Finding["status"]): Finding => ({
  check: `channel C${index}`,
  status,
  say: "<!channel> & <https://evil.example|bank> ".repeat(20),
  ...(status === "act" && { next: "Write /invite @mailroom in #support." }),
});

test("what needs somebody comes first, with what to do; what is well comes last", () => {
  const { text, blocks } = checkUpReply([
    { check: "clock", status: "ok", say: "right" },
    { check: "scope pins:write", status: "note", say: "granted, and not used" },
    { check: "channel C1", status: "act", say: "the app is not in #support", next: "Write /invite @mailroom." },
  ]);
  expect(text).toBe("⚠️ 1 of 3 need you.");
  const shown = JSON.stringify(blocks);
  expect(shown.indexOf("/invite")).toBeLessThan(shown.indexOf("pins:write"));
  expect(shown.indexOf("pins:write")).toBeLessThan(shown.indexOf("clock"));
});

test("a desk of two hundred channels fits into one message that Slack takes, and nothing in it is a command", () => {
  const many = Array.from({ length: 200 }, (_, index) => finding(index, index % 3 === 0 ? "act" : "ok"));
  const { text, blocks } = checkUpReply(many);
  expect(validateMessage({ text, blocks }, { isFile: () => false, countAllText: true })).toEqual([]);
  expect(JSON.stringify(blocks)).not.toMatch(/<!channel>|<https/);
  expect(JSON.stringify(blocks.at(-1))).toMatch(/\d+ more: run `npm run doctor`/);
});
