import { expect, test } from "vitest";
import { asFetched, labelledMail } from "../bench/gold.ts";
import { bestOf, isMissed, median, percentile, slope, spread } from "../bench/measurement.ts";

test.each([
  { name: "of one", values: [7], share: 0.95, expected: 7 },
  { name: "the middle of an odd count", values: [3, 1, 2], share: 0.5, expected: 2 },
  { name: "the lower middle of an even count", values: [4, 1, 3, 2], share: 0.5, expected: 2 },
  {
    name: "p95 of a hundred",
    values: Array.from({ length: 100 }, (_, index) => 100 - index),
    share: 0.95,
    expected: 95,
  },
  { name: "the slowest", values: [5, 9, 1], share: 1, expected: 9 },
  { name: "numbers, not words, are sorted", values: [10, 9, 100], share: 0.5, expected: 10 },
])("a percentile is a value that was measured: $name", ({ values, share, expected }) => {
  const before = [...values];
  expect(percentile(values, share)).toBe(expected);
  expect(values).toEqual(before);
});

test("nothing measured is no figure", () => {
  expect(() => median([])).toThrow("nothing was measured");
});

test.each([
  { values: [5, 5, 5, 5], expected: 0 },
  { values: [0, 2, 4, 6], expected: 2 },
  { values: [9, 6, 3], expected: -3 },
  { values: [4], expected: 0 },
])("the slope of $values is $expected", ({ values, expected }) => {
  expect(slope(values)).toBeCloseTo(expected);
});

test.each([
  { value: 5, bar: { atMost: 5 }, missed: false },
  { value: 5.1, bar: { atMost: 5 }, missed: true },
  { value: 100, bar: { atLeast: 100 }, missed: false },
  { value: 99, bar: { atLeast: 100 }, missed: true },
])("$value against $bar: missed is $missed", ({ value, bar, missed }) => {
  expect(isMissed({ what: "", value, unit: "ms", bar })).toBe(missed);
});

test("each item's best round is its own time", () => {
  expect(
    bestOf([
      [5, 9, 1],
      [6, 2, 3],
    ]),
  ).toEqual([5, 2, 1]);
});

test("a figure without a bar misses none", () => {
  const [p50, p95] = spread("took", [1, 2, 3], "ms", { p95: { atMost: 2 } });
  expect(isMissed(p50!)).toBe(false);
  expect(isMissed(p95!)).toBe(true);
  expect(p95).toMatchObject({ what: "took, p95", value: 3, samples: 3 });
});

test("each round of the labelled mail has ids of its own, and keeps its conversations", () => {
  const mails = labelledMail("larkspur");
  const rounds = [0, 1].map((round) => asFetched(mails, round, 0));
  const ids = (round: number) =>
    rounds[round]!.flatMap(
      ({ raw }) => /^Message-ID:\s*(<[^>]+>)/im.exec(Buffer.from(raw).toString("latin1"))?.[1] ?? [],
    );
  expect(ids(0).length).toBeGreaterThan(mails.length / 2);
  expect(new Set([...ids(0), ...ids(1)]).size).toBe(new Set(ids(0)).size + new Set(ids(1)).size);
  const conversations = (round: number) => new Set(rounds[round]!.map(({ threadId }) => threadId)).size;
  expect(conversations(0)).toBe(conversations(1));
  expect(conversations(0)).toBeLessThan(mails.length);
});
