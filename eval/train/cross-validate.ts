import { logistic, neverSure } from "../../src/pipeline/local/model/calibration.ts";
import { REST_COLUMNS, REST_HEADS, TRAINED_FLAGS, TRAINED_INTENTS } from "../../src/pipeline/local/model/heads.ts";
import { softmax } from "../../src/pipeline/local/model/weights.ts";
import { fitFlags, fitTemperature } from "./calibrate.ts";
import type { Sample } from "./corpus.ts";
import { chancesOf, heldOut, intentScores, restScores } from "./hold-out.ts";
import {
  type Answer,
  accuracy,
  accuracyBetween,
  byClass,
  calibrationError,
  decidedAt,
  macroF1,
  scoreOf,
  share,
} from "./metrics.ts";

/** What was said of every mail by models and calibrations that had not seen its business. */
export interface HeldOut {
  scores: number[][];
  rest: number[][];
  temperature: number;
  answers: Answer[];
  choices: Record<keyof typeof REST_HEADS, string[]>;
  flags: string[][];
}

export function crossValidate(samples: readonly Sample[]): HeldOut {
  const scores = intentScores(samples);
  const temperature = fitTemperature(samples, scores);
  const rest = restScores(samples, chancesOf(scores, temperature));
  // The calibration of a business's mail is fitted without that mail, or its error would look too small.
  const answers = heldOut(samples, (training) => {
    const others = training.map((index) => samples[index]!);
    const fitted = fitTemperature(
      others,
      training.map((index) => scores[index]!),
    );
    return (index): Answer => {
      const chances = softmax(scores[index]!.map((score) => score / fitted));
      const confidence = Math.max(...chances);
      return {
        right: samples[index]!.label.intent,
        said: TRAINED_INTENTS[chances.indexOf(confidence)]!,
        confidence: neverSure(confidence),
      };
    };
  });
  const flags = heldOut(samples, (training) => {
    const from = fitFlags(
      training.map((index) => samples[index]!),
      training.map((index) => rest[index]!),
    );
    return (index) =>
      TRAINED_FLAGS.filter(
        (flag) => logistic(rest[index]![REST_COLUMNS.indexOf(`flag ${flag}`)]!) >= (from[flag] ?? 1),
      );
  });
  const choose = (head: keyof typeof REST_HEADS) =>
    rest.map((row) => {
      const score = (choice: string) => row[REST_COLUMNS.indexOf(`${head} ${choice}`)]!;
      return [...(REST_HEADS[head] as readonly string[])].reduce((top, one) => (score(one) > score(top) ? one : top));
    });
  return {
    scores,
    rest,
    temperature,
    answers,
    choices: { priority: choose("priority"), action: choose("action"), sentiment: choose("sentiment") },
    flags,
  };
}

const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;

/** The figures that decide whether the engine is good enough, for some of the mail. */
export function figuresOf(samples: readonly Sample[], held: HeldOut, wanted: (sample: Sample) => boolean) {
  const indexes = samples.map((_, index) => index).filter((index) => wanted(samples[index]!));
  const answers = indexes.map((index) => held.answers[index]!);
  const choice = (head: keyof typeof REST_HEADS, right: (sample: Sample) => string) =>
    share(indexes, (index) => held.choices[head][index] === right(samples[index]!));
  return {
    mails: indexes.length,
    accuracy: accuracy(answers),
    between: accuracyBetween(
      answers,
      indexes.map((index) => samples[index]!.business),
    ),
    acceptable: share(indexes, (index) => {
      const { said, right } = held.answers[index]!;
      return said === right || (samples[index]!.label.also_ok ?? []).includes(said);
    }),
    macroF1: macroF1(answers, TRAINED_INTENTS),
    calibrationError: calibrationError(answers),
    decided: decidedAt(0.95, answers),
    priority: choice("priority", ({ label }) => label.priority),
    action: choice("action", ({ label }) => label.required_action),
    sentiment: choice("sentiment", ({ label }) => label.sentiment),
  };
}

export function linesOf(name: string, figures: ReturnType<typeof figuresOf>): string[] {
  return [
    `${name}: ${figures.mails} mails`,
    `  intent right ${percent(figures.accuracy)} (${percent(figures.between[0])} to ${percent(figures.between[1])}), right or acceptable ${percent(figures.acceptable)}, macro F1 ${percent(figures.macroF1)}`,
    `  calibration error ${percent(figures.calibrationError)}, decided at 95 % precision ${percent(figures.decided)}`,
    `  priority ${percent(figures.priority)}, action ${percent(figures.action)}, sentiment ${percent(figures.sentiment)}`,
  ];
}

export function intentTable(held: HeldOut): string[] {
  return [...byClass(held.answers, TRAINED_INTENTS)].map(
    ([intent, { precision, recall, f1, count }]) =>
      `| ${intent} | ${count} | ${percent(precision)} | ${percent(recall)} | ${percent(f1)} |`,
  );
}

export function flagTable(samples: readonly Sample[], held: HeldOut): string[] {
  return TRAINED_FLAGS.map((flag) => {
    const { precision, recall, f1, count } = scoreOf(
      samples.map(({ label }, i) => ({ right: label.risk_flags.includes(flag), said: held.flags[i]!.includes(flag) })),
    );
    return `| ${flag} | ${count} | ${percent(precision)} | ${percent(recall)} | ${percent(f1)} |`;
  });
}

export function confusions({ answers }: HeldOut, most: number): string[] {
  const counts = new Map<string, number>();
  for (const { right, said } of answers) {
    if (right !== said) counts.set(`${right} read as ${said}`, (counts.get(`${right} read as ${said}`) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([pair, count]) => `${pair} ${count}`);
}
