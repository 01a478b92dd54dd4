import { expect, test } from "vitest";
import { exampleOf } from "../../src/domain/example-of.ts";

test.each([
  [String.raw`LKI-2026-\d{5}`, "LKI-2026-12345"],
  [String.raw`TW-\d{6}`, "TW-123456"],
  [String.raw`\d+(\.\d{2})?`, "12.34"],
  ["[A-Z]{2}-[0-9]{3}", "AA-000"],
  ["(?:INV|RE)-7", "INV-7"],
  ["a+", "aa"],
])("%s: such as %s", (format, example) => {
  expect(exampleOf(format)).toBe(example);
});

test.each(["(?=x)x", "((a)b)c", "[^x]y", String.raw`\p{L}+`, "a|b", "a".repeat(100_000)])("%s: no guess", (format) => {
  expect(exampleOf(format)).toBeUndefined();
});
