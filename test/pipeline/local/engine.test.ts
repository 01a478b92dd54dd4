import { describe, expect, test } from "vitest";
import { type Case, loadGold } from "../../../eval/train/cases.ts";
import { type Sample, samplesOf } from "../../../eval/train/corpus.ts";
import { fitIntent, fitRest } from "../../../eval/train/fit.ts";
import { DEFAULT_INTENTS } from "../../../src/domain/settings/intents.ts";
import { Settings } from "../../../src/domain/settings/settings.ts";
import { createLocalEngine } from "../../../src/pipeline/local/engine.ts";
import { TRAINED_INTENTS } from "../../../src/pipeline/local/model/heads.ts";
import { readWeights, scoreColumns, writeWeights } from "../../../src/pipeline/local/model/weights.ts";
import { aMail, SHOP } from "./fields/mail.ts";

const { read } = createLocalEngine();
const gold = await loadGold();

const withIntents = (change: Record<string, object | undefined>): Settings => {
  const intents = Object.fromEntries(
    Object.entries({ ...DEFAULT_INTENTS, ...change }).filter(([, intent]) => intent !== undefined),
  );
  return Settings.parse({ ...SHOP, intents });
};

describe("mail read without a network", () => {
  test("most of the gold mail is read rightly, and every reading says why", () => {
    const readings = gold.map((one: Case) => ({ label: one.label, reading: read(one) }));
    const right = readings.filter(({ label, reading }) => label.intent === reading.intent).length;
    expect(right / readings.length).toBeGreaterThan(0.9);
    for (const { reading } of readings) {
      expect(reading.summary).not.toBe("");
      expect(reading.summary.length).toBeLessThan(400);
      expect(reading.confidence).toBe(Math.max(...Object.values(reading.probabilities)));
    }
    expect(readings.filter(({ reading }) => reading.reasons.length === 0).length).toBeLessThan(5);
  });

  test.each([
    {
      name: "a double charge",
      text: "We were charged twice for the March invoice. Please refund one of the payments.",
      intent: "billing",
    },
    {
      name: "a German application",
      text: "Sehr geehrte Damen und Herren, hiermit bewerbe ich mich um die Stelle als Buchhalterin. Mein Lebenslauf liegt bei.",
      language: "de",
      intent: "career",
    },
    {
      name: "a buyer",
      text: "We are 40 people and are looking for new desks. Could you send us a quote, and can we see a demo?",
      intent: "lead",
    },
  ])("$name", ({ text, language, intent }) => {
    const reading = read(aMail({ text, ...(language && { language }) }));
    expect(reading.intent).toBe(intent);
    expect(reading.reasons.join(" ")).toMatch(/About: |Words: /);
  });

  test("an empty mail and a very long one have an answer, and nobody is ever quite sure", () => {
    const sentence = "Please send the invoice for my order, the chair arrived broken and I want my money back. ";
    for (const text of ["", "?", sentence.repeat(20_000), "x".repeat(500_000), "請求書".repeat(50_000)]) {
      const reading = read(aMail({ text }));
      expect(Object.keys(reading.probabilities).sort()).toEqual(Object.keys(DEFAULT_INTENTS).sort());
      for (const chance of Object.values(reading.probabilities)) {
        expect(chance).toBeGreaterThan(0);
        expect(chance).toBeLessThan(1);
      }
    }
    expect(read(aMail({ text: "" })).summary).toBe("The mail has no words.");
  });
});

describe("a company's own intents", () => {
  const repairs = {
    description: "Somebody wants an old piece of furniture restored in our workshop",
    examples: [
      "Could your workshop restore my grandmother's oak dresser?",
      "How much would it cost to reupholster an old armchair in your workshop?",
    ],
  };

  test("win the mail that is like their examples, and leave the rest alone", () => {
    const settings = withIntents({ restoration: repairs });
    const like = read(aMail({ text: "Could your workshop restore an old oak armchair of my grandmother?", settings }));
    expect(like.intent).toBe("restoration");
    expect(like.reasons).toEqual(["Like the intent's description and examples"]);
    const unlike = read(aMail({ text: "We were charged twice for the March invoice, please refund us.", settings }));
    expect(unlike.intent).toBe("billing");
    expect(unlike.probabilities.restoration).toBeLessThan(0.1);
  });

  test("an intent that was dropped is never named: its mail falls to `other`, not to the next best", () => {
    const settings = withIntents({ vendor: undefined });
    const pitch = aMail({
      from: "Max <max@growthagency.example>",
      text: "We help companies like yours double their traffic with SEO. Would you be open to a quick 15 minutes call next week?",
      settings,
    });
    expect(read({ ...pitch, settings: SHOP }).intent).toBe("vendor");
    const reading = read(pitch);
    expect(reading.probabilities).not.toHaveProperty("vendor");
    expect(reading.intent).toBe("other");
  });

  test("a dropped intent under another name takes its mail", () => {
    const { career } = DEFAULT_INTENTS;
    const settings = withIntents({ career: undefined, applications: career });
    const text = "Please find attached my application for the designer role, with my CV.";
    expect(read(aMail({ text, settings })).intent).toBe("applications");
  });
});

describe("training", () => {
  const samples: Sample[] = samplesOf(gold.slice(0, 60));
  const chances = samples.map(() => TRAINED_INTENTS.map(() => 1 / TRAINED_INTENTS.length));

  test("the same mail gives the same bytes", () => {
    expect(writeWeights(fitIntent(samples))).toEqual(writeWeights(fitIntent(samplesOf(gold.slice(0, 60)))));
    expect(writeWeights(fitRest(samples, chances))).toEqual(writeWeights(fitRest(samples, chances)));
  });

  test("weights come back from their file as they went in", () => {
    const weights = fitIntent(samples);
    const back = readWeights(writeWeights(weights));
    const features = samples[0]!.vector.entries(weights.lengths);
    expect(scoreColumns(back, features)).toEqual(scoreColumns(weights, features));
    expect(back.columns).toEqual(weights.columns);
  });
});
