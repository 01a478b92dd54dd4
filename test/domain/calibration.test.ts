import fc from "fast-check";
import { expect, test } from "vitest";
import { calibrated, fitCurve, LEAST_CASES } from "../../src/domain/calibration.ts";
import type { Judged } from "../../src/domain/evidence.ts";

/** So many decisions of this confidence, of which these were right. */
const said = (confidence: number, cases: number, right: number): Judged[] =>
  Array.from({ length: cases }, (_, index) => ({ confidence, right: index < right }));
const shown = (history: Judged[], confidence: number): number => calibrated(fitCurve(history)!, confidence);

test("too little to go on: the engine's word stands", () => {
  expect(fitCurve(said(0.9, LEAST_CASES - 1, 0))).toBeUndefined();
  expect(fitCurve(said(0.9, LEAST_CASES, 0))).toBeDefined();
});

test("an engine that keeps its word is left as it is", () => {
  const history = [...said(0.9, 200, 180), ...said(0.6, 200, 120), ...said(0.3, 100, 30)];
  for (const confidence of [0.3, 0.6, 0.9]) expect(shown(history, confidence)).toBeCloseTo(confidence, 2);
});

test("one that boasts is taken at what it proved, the closer the more there is to go on", () => {
  const few = shown(said(0.95, 30, 20), 0.95);
  const many = shown(said(0.95, 600, 400), 0.95);
  expect(few).toBeLessThan(0.86);
  expect(few).toBeGreaterThan(many);
  expect(many).toBeCloseTo(2 / 3, 1);
});

test("one that is too modest is believed more, and never quite", () => {
  expect(shown(said(0.6, 1_000, 1_000), 0.6)).toBeGreaterThan(0.9);
  expect(shown(said(0.99, 1_000, 1_000), 0.99)).toBeLessThanOrEqual(0.99);
});

test("whatever happened, more certainty never lowers the number, and it stays a chance", () => {
  const judged = fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), right: fc.boolean() });
  fc.assert(
    fc.property(fc.array(judged, { minLength: LEAST_CASES, maxLength: 200 }), (history) => {
      const curve = fitCurve(history)!;
      const numbers = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1].map((confidence) => calibrated(curve, confidence));
      for (const [index, number] of numbers.entries()) {
        expect(number).toBeGreaterThanOrEqual(Math.max(0.01, numbers[index - 1] ?? 0) - 1e-9);
        expect(number).toBeLessThanOrEqual(0.99);
      }
    }),
  );
});
