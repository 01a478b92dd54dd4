import { expect, test } from "vitest";
import { compare, pairUp } from "../../eval/compare.ts";
import { anOutcome } from "./an-outcome.ts";

const ids = Array.from({ length: 12 }, (_, index) => `m${index}`);
const run = (rightUpTo: number, triageMs = 2) =>
  ids.map((id, index) => anOutcome(id, { triageMs, got: { intent: index < rightUpTo ? "support" : "billing" } }));
const differenceOf = (name: string, a: ReturnType<typeof run>, b: ReturnType<typeof run>) =>
  compare(pairUp(a, b), 0.95).find((one) => one.name === name)!;

test("eight mails that only the second run gets right are no accident", () => {
  const accuracy = differenceOf("intent.accuracy", run(4), run(12));
  expect(accuracy).toMatchObject({ a: 4 / 12, b: 1, real: true });
  expect(accuracy.p).toBeCloseTo(2 / 2 ** 8, 10);
  expect(accuracy.low).toBeGreaterThan(0.3);
});

test("two mails may be", () => {
  expect(differenceOf("intent.accuracy", run(10), run(12))).toMatchObject({ real: false });
  expect(differenceOf("intent.accuracy", run(10), run(12)).p).toBeCloseTo(0.5, 10);
});

test("a run is not different from itself", () => {
  expect(compare(pairUp(run(7), run(7)), 0.95).filter(({ real }) => real)).toEqual([]);
});

test("what is no yes or no is judged by its interval alone", () => {
  expect(differenceOf("latency.triageMedianMs", run(12, 2), run(12, 9))).toMatchObject({
    low: 7,
    p: undefined,
    real: true,
  });
});

test("what the runs do not answer for the same mails has no McNemar", () => {
  const precision = differenceOf("intent.billing.precision", run(4), run(6));
  expect(precision.p).toBeUndefined();
});

test("only mails of both runs count, whatever their order", () => {
  expect(pairUp(run(4), run(4).toReversed().slice(3))).toHaveLength(9);
});
