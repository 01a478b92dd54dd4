import { describe, expect, test } from "vitest";
import { bootstrap, quantile } from "../../eval/figures/bootstrap.ts";
import { calibrationError, coverageAt, coverageCurve, reliability } from "../../eval/figures/calibration.ts";
import { confusion, f1ByClass, macroF1 } from "../../eval/figures/classes.ts";
import { mcnemar } from "../../eval/figures/mcnemar.ts";
import { tokenF1 } from "../../eval/figures/text.ts";
import { wilson } from "../../eval/figures/wilson.ts";

describe("intervals", () => {
  test.each([
    { hits: 8, n: 10, low: 0.4902, high: 0.9433 },
    { hits: 0, n: 10, low: 0, high: 0.2775 },
    { hits: 10, n: 10, low: 0.7225, high: 1 },
    { hits: 120, n: 240, low: 0.4372, high: 0.5628 },
  ])("Wilson's of $hits in $n", ({ hits, n, low, high }) => {
    expect(wilson(hits, n).low).toBeCloseTo(low, 4);
    expect(wilson(hits, n).high).toBeCloseTo(high, 4);
  });

  test("nothing measured has no interval", () => expect(wilson(0, 0).low).toBeNaN());

  test("the bootstrap is the same on every run, and holds the mean", () => {
    const sample = Array.from({ length: 100 }, (_, index) => index % 2);
    const mean = (drawn: readonly number[]) => ({ mean: drawn.reduce((sum, one) => sum + one, 0) / drawn.length });
    const first = bootstrap(sample, mean, 300);
    expect(bootstrap(sample, mean, 300)).toEqual(first);
    expect(first["mean"]!.low).toBeGreaterThan(0.35);
    expect(first["mean"]!.low).toBeLessThan(0.45);
    expect(first["mean"]!.high).toBeGreaterThan(0.55);
  });

  test("a quantile lies between its neighbours", () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantile([7], 0.95)).toBe(7);
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe("McNemar's exact test", () => {
  test.each([
    { onlyA: 0, onlyB: 0, p: 1 },
    { onlyA: 3, onlyB: 3, p: 1 },
    // 2 · (1 + 6) / 2⁶
    { onlyA: 1, onlyB: 5, p: 0.21875 },
    // 2 / 2⁶
    { onlyA: 6, onlyB: 0, p: 0.03125 },
  ])("$onlyA against $onlyB", ({ onlyA, onlyB, p }) => expect(mcnemar(onlyA, onlyB)).toBeCloseTo(p, 10));

  test("thousands of mails do not run out of numbers", () => {
    expect(mcnemar(2_000, 2_000)).toBe(1);
    expect(mcnemar(1_900, 2_100)).toBeCloseTo(0.0016, 4);
  });
});

describe("classes", () => {
  const pairs = ["aa", "aa", "ab", "bb", "ca"].map((pair) => ({ wanted: pair[0]!, got: pair[1]! }));

  test("F1 of each, and their mean", () => {
    // a: 2·2 / (3 labels + 3 answers); b: 2·1 / (1 + 2); c: never said
    expect(f1ByClass(pairs)).toEqual(
      new Map([
        ["a", 4 / 6],
        ["b", 2 / 3],
        ["c", 0],
      ]),
    );
    expect(macroF1(pairs)).toBeCloseTo(4 / 9, 10);
  });

  test("rows of the confusion are labels, columns answers", () => {
    expect(confusion(pairs)).toEqual({
      classes: ["a", "b", "c"],
      counts: [
        [2, 1, 0],
        [0, 1, 0],
        [1, 0, 0],
      ],
    });
  });
});

describe("certainty", () => {
  const claims = (...list: [number, boolean][]) => list.map(([confidence, right]) => ({ confidence, right }));

  test("the calibration error weighs each bin by its mails", () => {
    // 0.95 claimed, half right: off by 0.45; 0.635 claimed, all right: off by 0.365
    expect(calibrationError(claims([0.95, true], [0.95, false], [0.65, true], [0.62, true]))).toBeCloseTo(0.4075, 10);
    expect(calibrationError(claims([1, true], [1, true]))).toBe(0);
  });

  test("full certainty falls into the last bin", () => {
    expect(reliability(claims([1, true], [0.9, false]))).toEqual([
      { from: 0.9, to: 1, n: 2, confidence: 0.95, accuracy: 0.5 },
    ]);
  });

  test("coverage goes as far down as the target allows", () => {
    const list = claims([0.6, true], [0.9, true], [0.5, false], [0.8, true], [0.7, false]);
    expect(coverageAt(list, 0.75)).toEqual({ threshold: 0.6, coverage: 0.8, precision: 0.75 });
    expect(coverageAt(list, 0.95)).toEqual({ threshold: 0.8, coverage: 0.4, precision: 1 });
    expect(coverageAt(claims([0.9, false]), 0.5)).toBeUndefined();
  });

  test("mails of one confidence are not told apart", () => {
    expect(coverageCurve(claims([0.9, true], [0.9, false], [0.8, true]))).toEqual([
      { threshold: 0.9, coverage: 2 / 3, precision: 0.5 },
      { threshold: 0.8, coverage: 1, precision: 2 / 3 },
    ]);
  });
});

test("words in common, as often as both have them", () => {
  expect(tokenF1("a b b", "b a c c")).toBeCloseTo(4 / 7, 10);
  expect(tokenF1("", "")).toBe(1);
  expect(tokenF1("a", "")).toBe(0);
});
