import { TRAINED_INTENTS, withIntents } from "../../src/pipeline/local/model/heads.ts";
import { scoreColumns, softmax } from "../../src/pipeline/local/model/weights.ts";
import { FOLDS, type Sample } from "./corpus.ts";
import { fitIntent, fitRest } from "./fit.ts";

/** What models say of mail whose business they never saw; the weights are the whole numbers that live mail is scored with. */

export const intentScores = (samples: readonly Sample[]): number[][] =>
  heldOut(samples, (training) => {
    const weights = fitIntent(training.map((index) => samples[index]!));
    return (index) => [
      ...scoreColumns(weights, samples[index]!.vector.entries(weights.lengths)).subarray(0, TRAINED_INTENTS.length),
    ];
  });

export const restScores = (samples: readonly Sample[], chances: readonly number[][]): number[][] =>
  heldOut(samples, (training) => {
    const weights = fitRest(
      training.map((index) => samples[index]!),
      training.map((index) => chances[index]!),
    );
    return (index) => [
      ...scoreColumns(
        weights,
        withIntents(samples[index]!.vector.entries(weights.lengths), TRAINED_INTENTS, chances[index]!),
      ),
    ];
  });

export const chancesOf = (scores: readonly number[][], temperature: number): number[][] =>
  scores.map((row) => softmax(row.map((score) => score / temperature)));

/** `learn` is given some of the samples and returns what scores another. */
export function heldOut<T>(samples: readonly Sample[], learn: (training: number[]) => (index: number) => T): T[] {
  const all = samples.map((_, index) => index);
  const out = new Array<T>(samples.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = all.filter((index) => samples[index]!.fold === fold);
    if (held.length === 0) continue;
    const score = learn(all.filter((index) => samples[index]!.fold !== fold));
    for (const index of held) out[index] = score(index);
  }
  return out;
}
