import { seeded, shuffle } from "./random.ts";

/** One example: which features it has, what they weigh, and how likely every class is its own (one for a plain label). */
export interface Example {
  /** Numbers of features in the vocabulary. */
  at: Uint32Array;
  values: Float32Array;
  target: Float32Array;
  weight: number;
}

export interface SoftmaxOptions {
  classes: number;
  features: number;
  epochs: number;
  rate: number;
  /** Strength of the pull towards zero, per example. */
  l2: number;
  seed: number;
}

export interface Softmax {
  /** Row by row: the weights of feature f are at f * classes. */
  weights: Float32Array;
  bias: Float32Array;
}

/** Multinomial logistic regression by AdaGrad, with a lazily applied L2 penalty; the same input gives the same weights. */
export function trainSoftmax(examples: readonly Example[], options: SoftmaxOptions): Softmax {
  const { classes, features, epochs, rate, l2, seed } = options;
  const weights = new Float32Array(features * classes);
  const squares = new Float32Array(features * classes).fill(1e-3);
  const bias = new Float32Array(classes);
  const biasSquares = new Float32Array(classes).fill(1e-3);
  const order = examples.map((_, index) => index);
  const random = seeded(seed);
  const scores = new Float64Array(classes);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const { at, values, target, weight } = examples[index]!;
      scoreInto(scores, weights, bias, at, values, classes);
      toProbabilities(scores);
      for (let c = 0; c < classes; c++) {
        const slope = (scores[c]! - target[c]!) * weight;
        scores[c] = slope;
        biasSquares[c]! += slope * slope;
        bias[c]! -= (rate * slope) / Math.sqrt(biasSquares[c]!);
      }
      for (let i = 0; i < at.length; i++) {
        const value = values[i]!;
        const row = at[i]! * classes;
        for (let c = 0; c < classes; c++) {
          const k = row + c;
          const slope = scores[c]! * value + l2 * weights[k]!;
          squares[k]! += slope * slope;
          weights[k]! -= (rate * slope) / Math.sqrt(squares[k]!);
        }
      }
    }
  }
  return { weights, bias };
}

function scoreInto(
  scores: Float64Array,
  weights: Float32Array,
  bias: Float32Array,
  at: Uint32Array,
  values: Float32Array,
  classes: number,
): void {
  for (let c = 0; c < classes; c++) scores[c] = bias[c]!;
  for (let i = 0; i < at.length; i++) {
    const row = at[i]! * classes;
    const value = values[i]!;
    for (let c = 0; c < classes; c++) scores[c]! += weights[row + c]! * value;
  }
}

export function scoresOf(model: Softmax, { at, values }: Pick<Example, "at" | "values">): Float64Array {
  const classes = model.bias.length;
  const scores = new Float64Array(classes);
  scoreInto(scores, model.weights, model.bias, at, values, classes);
  return scores;
}

export function toProbabilities(scores: Float64Array): Float64Array {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) highest = Math.max(highest, score);
  let sum = 0;
  for (let c = 0; c < scores.length; c++) sum += scores[c] = Math.exp(scores[c]! - highest);
  for (let c = 0; c < scores.length; c++) scores[c]! /= sum;
  return scores;
}
