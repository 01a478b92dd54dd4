import type { Features } from "../../src/pipeline/local/features/vector.ts";
import {
  INTENT_LENGTHS,
  RARITY,
  REST_COLUMNS,
  REST_HEADS,
  REST_LENGTHS,
  TRAINED_FLAGS,
  TRAINED_INTENTS,
  withIntents,
} from "../../src/pipeline/local/model/heads.ts";
import { RowIndex } from "../../src/pipeline/local/model/row-index.ts";
import type { Weights } from "../../src/pipeline/local/model/weights.ts";
import type { Sample } from "./corpus.ts";
import type { Label } from "./label.ts";
import { type Example, type Softmax, trainSoftmax } from "./softmax.ts";

const SEED = 7;
/** Chosen by cross-validation; a little more or less of any changes little. */
const INTENT_TRAINING = { epochs: 7, rate: 0.1, l2: 3e-4, fewest: 2 };
const REST_TRAINING = { epochs: 6, rate: 0.1, l2: 1e-3, fewest: 2 };

/** Features in at least `fewest` mails, in rising order, so that the file does not hang on the order of the mail. */
function vocabularyOf(
  list: readonly Features[],
  fewest: number,
): { rows: Map<number, number>; counts: Map<number, number> } {
  const counts = new Map<number, number>();
  for (const { keys } of list) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= fewest).map(([key]) => key);
  return { rows: new Map(kept.sort((a, b) => a - b).map((key, row) => [key, row])), counts };
}

function exampleOf({ keys, values }: Features, rows: ReadonlyMap<number, number>, target: Float32Array): Example {
  const at: number[] = [];
  const known: number[] = [];
  keys.forEach((key, i) => {
    const row = rows.get(key);
    if (row === undefined || values[i] === 0) return;
    at.push(row);
    known.push(values[i]!);
  });
  return { at: Uint32Array.from(at), values: Float32Array.from(known), target, weight: 1 };
}

const oneOf = (choices: readonly string[], choice: string): Float32Array =>
  Float32Array.from(choices, (one) => (one === choice ? 1 : 0));

export function fitIntent(samples: readonly Sample[]): Weights {
  const list = samples.map(({ vector }) => vector.entries(INTENT_LENGTHS));
  const { rows, counts } = vocabularyOf(list, INTENT_TRAINING.fewest);
  const examples = list.map((features, i) =>
    exampleOf(features, rows, oneOf(TRAINED_INTENTS, samples[i]!.label.intent)),
  );
  const trained = trainSoftmax(examples, {
    ...INTENT_TRAINING,
    classes: TRAINED_INTENTS.length,
    features: rows.size,
    seed: SEED,
  });
  const rarest = Math.log(samples.length);
  const rarity = Float32Array.from(rows.keys(), (key) => Math.log(samples.length / counts.get(key)!) / rarest);
  return pack(
    [
      { columns: TRAINED_INTENTS, model: trained },
      { columns: [RARITY], model: { weights: rarity, bias: new Float32Array(1) }, scale: 1 / 127 },
    ],
    rows,
    INTENT_LENGTHS,
  );
}

/** `chances`: what a model that had not seen the mail's business says of its intent, as live mail will have it. */
export function fitRest(samples: readonly Sample[], chances: readonly ArrayLike<number>[]): Weights {
  const list = samples.map(({ vector }, i) => withIntents(vector.entries(REST_LENGTHS), TRAINED_INTENTS, chances[i]!));
  const { rows } = vocabularyOf(list, REST_TRAINING.fewest);
  const learn = (choices: readonly string[], choiceOf: (label: Label) => string) =>
    trainSoftmax(
      list.map((features, i) => exampleOf(features, rows, oneOf(choices, choiceOf(samples[i]!.label)))),
      { ...REST_TRAINING, classes: choices.length, features: rows.size, seed: SEED },
    );
  const parts = [
    learn(REST_HEADS.priority, ({ priority }) => priority),
    learn(REST_HEADS.action, ({ required_action }) => required_action),
    learn(REST_HEADS.sentiment, ({ sentiment }) => sentiment),
    ...TRAINED_FLAGS.map((flag) =>
      oddsOf(learn(["no", "yes"], ({ risk_flags }) => (risk_flags.includes(flag) ? "yes" : "no"))),
    ),
  ];
  let from = 0;
  const packed = parts.map((model) => {
    const columns = REST_COLUMNS.slice(from, from + model.bias.length);
    from += model.bias.length;
    return { columns, model };
  });
  return pack(packed, rows, REST_LENGTHS);
}

/** Two columns that say "no" and "yes" as the one that says how much rather "yes". */
function oddsOf({ weights, bias }: Softmax): Softmax {
  return {
    weights: Float32Array.from({ length: weights.length / 2 }, (_, i) => weights[2 * i + 1]! - weights[2 * i]!),
    bias: Float32Array.of(bias[1]! - bias[0]!),
  };
}

interface Part {
  columns: readonly string[];
  model: Softmax;
  scale?: number;
}

/** Beyond this share of the largest weights the rest is cut off: a few outliers would cost all others their precision. */
const KEPT = 0.9999;

function pack(parts: readonly Part[], rows: Map<number, number>, lengths: Weights["lengths"]): Weights {
  const keys = Uint32Array.from(rows.keys());
  const width = parts.reduce((sum, { columns }) => sum + columns.length, 0);
  const cells = new Int8Array(rows.size * width);
  const scales: number[] = [];
  for (const { model, columns, scale } of parts) {
    for (let c = 0; c < columns.length; c++) {
      const column = Float32Array.from({ length: rows.size }, (_, row) => model.weights[row * columns.length + c]!);
      const sizes = column.map(Math.abs).sort();
      const step = scale ?? (sizes[Math.floor(KEPT * (sizes.length - 1))]! || 1) / 127;
      column.forEach((weight, row) => {
        cells[row * width + scales.length] = Math.max(-127, Math.min(127, Math.round(weight / step)));
      });
      scales.push(step);
    }
  }
  return {
    columns: parts.flatMap(({ columns }) => [...columns]),
    lengths,
    bias: parts.flatMap(({ model }) => [...model.bias]),
    scales,
    keys,
    rows: new RowIndex(keys),
    cells,
  };
}
