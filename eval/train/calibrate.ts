import { DEFAULT_INTENTS } from "../../src/domain/settings/intents.ts";
import { likenessIn, profileOf } from "../../src/pipeline/local/intents.ts";
import type { Calibration } from "../../src/pipeline/local/model/calibration.ts";
import { logistic } from "../../src/pipeline/local/model/calibration.ts";
import { REST_COLUMNS, TRAINED_FLAGS, TRAINED_INTENTS } from "../../src/pipeline/local/model/heads.ts";
import { softmax, type Weights } from "../../src/pipeline/local/model/weights.ts";
import type { Sample } from "./corpus.ts";
import { scoreOf } from "./metrics.ts";

type Scores = readonly (readonly number[])[];

/** The temperature under which the labels were least of a surprise. */
export function fitTemperature(samples: readonly Sample[], scores: Scores): number {
  const surprise = (temperature: number) =>
    samples.reduce((sum, { label }, i) => {
      const chances = softmax(scores[i]!.map((score) => score / temperature));
      return sum - Math.log(chances[TRAINED_INTENTS.indexOf(label.intent)]! + 1e-9);
    }, 0);
  let best = { temperature: 1, surprise: Number.POSITIVE_INFINITY };
  for (let step = 50; step <= 300; step += 2) {
    const found = surprise(step / 100);
    if (found < best.surprise) best = { temperature: step / 100, surprise: found };
  }
  return best.temperature;
}

/** For every flag the chance from which on raising it finds most and errs least (F1). */
export function fitFlags(samples: readonly Sample[], restScores: Scores): Calibration["flagFrom"] {
  return Object.fromEntries(
    TRAINED_FLAGS.map((flag) => {
      const column = REST_COLUMNS.indexOf(`flag ${flag}`);
      const chances = restScores.map((scores) => logistic(scores[column]!));
      let best = { from: 0.5, f1: -1 };
      for (let from = 0.15; from < 0.85; from += 0.05) {
        const { f1 } = scoreOf(
          samples.map(({ label }, i) => ({ right: label.risk_flags.includes(flag), said: chances[i]! >= from })),
        );
        if (f1 > best.f1) best = { from: Math.round(from * 100) / 100, f1 };
      }
      return [flag, best.from];
    }),
  );
}

/** Every trained intent plays a company's own one: known by its description and examples alone. */
export function fitCustom(samples: readonly Sample[], weights: Weights): Calibration["custom"] {
  const pairs = Object.entries(DEFAULT_INTENTS).flatMap(([name, { description, examples }]) => {
    const companies = [...new Set(samples.map(({ settings }) => settings))];
    const texts = [description, ...(examples ?? [])];
    const profiles = new Map(companies.map((one) => [one, profileOf(name, texts, one, weights)]));
    return samples.map(({ vector, settings, label }) => ({
      alike: likenessIn(profiles.get(settings)!, vector, weights),
      right: label.intent === name,
    }));
  });
  let [slope, offset] = [10, -4];
  for (let step = 0; step < 500; step++) {
    let [g, h, gg, gh, hh] = [0, 0, 1e-6, 0, 1e-6];
    for (const { alike, right } of pairs) {
      const chance = logistic(slope * alike + offset);
      const [error, spread] = [chance - (right ? 1 : 0), chance * (1 - chance)];
      g += error * alike;
      h += error;
      gg += spread * alike * alike;
      gh += spread * alike;
      hh += spread;
    }
    const determinant = gg * hh - gh * gh;
    const [slopeStep, offsetStep] = [(hh * g - gh * h) / determinant, (gg * h - gh * g) / determinant];
    slope -= slopeStep;
    offset -= offsetStep;
    if (Math.abs(slopeStep) + Math.abs(offsetStep) < 1e-6) break;
  }
  return { slope: Math.round(slope * 100) / 100, offset: Math.round(offset * 100) / 100 };
}
