import type { RequiredAction, RiskFlag } from "../../domain/decision.ts";
import type { LocalReading } from "../understand/understand.ts";
import { featuresOf, type LocalInput, readMail } from "./features/features.ts";
import type { Features } from "./features/vector.ts";
import { fitToIntent, readFields } from "./fields/fields.ts";
import { summarise } from "./fields/summary.ts";
import { fitToSettings, likenessOf } from "./intents.ts";
import { logistic, neverSure } from "./model/calibration.ts";
import { REST_HEADS, TRAINED_FLAGS, withIntents } from "./model/heads.ts";
import { type LocalModel, loadModel } from "./model/model.ts";
import { scoreColumns, softmax, type Weights } from "./model/weights.ts";
import { reasonsFor } from "./reasons.ts";

/** Reads mail without a network: a small linear model, trained from labelled mail, and code that reads the fields. */
export function createLocalEngine(): { read: (input: LocalInput) => LocalReading } {
  let model: LocalModel | undefined;
  return {
    read(input) {
      model ??= loadModel();
      return readWith(model, input);
    },
  };
}

function readWith(model: LocalModel, input: LocalInput): LocalReading {
  const { email, settings } = input;
  const read = readMail(input);
  const vector = featuresOf(read, settings);
  const trained = intentChances(model, vector.entries(model.intent.lengths));
  const fitted = fitToSettings(trained, likenessOf(vector, settings, model), settings, model.calibration);
  const probabilities = Object.fromEntries(Object.entries(fitted).map(([name, chance]) => [name, neverSure(chance)]));
  const [intent, confidence] = Object.entries(probabilities).reduce((top, one) => (one[1] > top[1] ? one : top));
  const rest = restOf(model, vector.entries(model.rest.lengths), trained);
  return {
    intent,
    ...rest,
    confidence,
    reasons: reasonsFor(read, model.intent, intent),
    summary: summarise(email, email.language),
    entities: fitToIntent(readFields(input, intent), intent, settings),
    engine: model.calibration.engine,
    probabilities,
  };
}

/** The chances of the trained intents, whatever the settings say. */
export function intentChances({ intent, calibration }: Pick<LocalModel, "intent" | "calibration">, features: Features) {
  const scores = scoreColumns(intent, features).subarray(0, -1);
  const chances = softmax(scores.map((score) => score / calibration.temperature));
  return Object.fromEntries(chances.map((chance, index) => [intent.columns[index]!, chance]));
}

type Rest = Pick<LocalReading, "priority" | "requiredAction" | "sentiment" | "riskFlags">;

export function restOf(
  { rest, calibration }: Pick<LocalModel, "rest" | "calibration">,
  features: Features,
  chances: Readonly<Record<string, number>>,
): Rest {
  const scores = scoreColumns(rest, withIntents(features, Object.keys(chances), Object.values(chances)));
  return {
    priority: bestOf(rest, scores, "priority", REST_HEADS.priority),
    requiredAction: bestOf<RequiredAction>(rest, scores, "action", REST_HEADS.action),
    sentiment: bestOf(rest, scores, "sentiment", REST_HEADS.sentiment),
    riskFlags: TRAINED_FLAGS.filter(
      (flag): flag is Extract<RiskFlag, typeof flag> =>
        logistic(scores[columnOf(rest, "flag", flag)]!) >= (calibration.flagFrom[flag] ?? 1),
    ),
  };
}

const bestOf = <T extends string>(weights: Weights, scores: Float64Array, head: string, choices: readonly T[]): T => {
  const score = (choice: T) => scores[columnOf(weights, head, choice)]!;
  return choices.reduce((top, one) => (score(one) > score(top) ? one : top));
};

/** Where each column stands, by its two words. */
const placed = new WeakMap<Weights, Map<string, Map<string, number>>>();

function columnOf(weights: Weights, head: string, choice: string): number {
  let heads = placed.get(weights);
  if (!heads) {
    heads = new Map();
    for (const [at, column] of weights.columns.entries()) {
      const space = column.indexOf(" ");
      const name = column.slice(0, space);
      heads.set(name, (heads.get(name) ?? new Map<string, number>()).set(column.slice(space + 1), at));
    }
    placed.set(weights, heads);
  }
  return heads.get(head)!.get(choice)!;
}
