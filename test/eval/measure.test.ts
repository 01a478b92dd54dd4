import { describe, expect, test } from "vitest";
import { judge } from "../../eval/bars.ts";
import { splitOf, stratified } from "../../eval/dataset/split.ts";
import { measure } from "../../eval/figures/measure.ts";
import { anOutcome } from "./an-outcome.ts";

describe("what is sent automatically", () => {
  const { figures, unsafe } = measure(
    [
      anOutcome("right", { sent: true }),
      anOutcome("wrong", { sent: true, got: { intent: "billing" } }),
      anOutcome("stopped", { sent: true, wanted: { stop: true, autoSendOk: false } }),
      anOutcome("wrong but kept", { got: { intent: "billing" } }),
    ],
    0.95,
  );

  test("is unsafe with the wrong intent or a stop flag", () => {
    expect(unsafe).toEqual(["wrong", "stopped"]);
    expect(figures["autoSend.unsafe"]).toMatchObject({ value: 2 / 3, n: 3 });
    expect(figures["autoSend.unsafeOfAll"]).toMatchObject({ value: 0.5, n: 4 });
    expect(figures["autoSend.againstLabel"]).toMatchObject({ value: 1 / 3 });
  });

  test("what nothing was measured of is null, not a number", () => {
    expect(measure([anOutcome("kept")], 0.95).figures["autoSend.unsafe"]).toEqual({
      value: null,
      low: null,
      high: null,
      n: 0,
    });
  });
});

test("an accepted intent is accepted, and is not the label's", () => {
  const outcome = anOutcome("both", { wanted: { alsoOk: ["billing"] }, got: { intent: "billing" } });
  const { figures } = measure([outcome], 0.95);
  expect(figures["intent.accuracy"]!.value).toBe(0);
  expect(figures["intent.accepted"]!.value).toBe(1);
});

test("a bar is met on its line, and missed where nothing could be measured", () => {
  const figure = (value: number | null) => ({ value, low: null, high: null, n: 1 });
  const judged = judge(
    {
      "intent.accuracy": { least: 0.85 },
      "calibration.ece": { most: 0.05 },
      "text.exact": { least: 0.9 },
      "autoSend.unsafe": { most: 0 },
    },
    {
      "intent.accuracy": figure(0.85),
      "calibration.ece": figure(0.051),
      "text.exact": figure(null),
      "autoSend.unsafe": figure(null),
    },
  );
  expect(judged.map(({ met }) => met)).toEqual([true, false, false, true]);
});

describe("which mails", () => {
  const cases = Array.from({ length: 40 }, (_, index) => ({
    hash: `${(index % 16).toString(16)}${index}`,
    label: { intent: index < 30 ? "support" : "legal" },
  }));

  test("a few hold every intent in its share, the same few each time", () => {
    const few = stratified(cases, 8);
    expect(few.map(({ label }) => label.intent).sort()).toEqual([
      ...Array.from({ length: 2 }, () => "legal"),
      ...Array.from({ length: 6 }, () => "support"),
    ]);
    expect(stratified(cases.toReversed(), 8).toReversed()).toEqual(few);
  });

  test("the hash alone chooses the split", () => {
    expect([splitOf({ hash: "7f" }), splitOf({ hash: "80" })]).toEqual(["dev", "test"]);
  });
});
