import { FEATURE, type Profile, type Sketch } from "../../domain/incident.ts";

/** By kind. Notions are few and hold across languages; pairs only repeat what two notions say. */
const OF_KIND: Readonly<Record<number, number>> = {
  [FEATURE.word]: 1,
  [FEATURE.notion]: 1.6,
  [FEATURE.code]: 1.3,
  [FEATURE.pair]: 0.7,
};

/** What is rarer than this is not rarer still: a name in one mail must not outweigh what five have in common. */
const RAREST = 4;
/** As if so many mails had been seen that hold nothing of it, so that a new desk compares sensibly too. */
const UNSEEN = 20;
const LEAST = 0.05;

export type Weights = (feature: number) => number;
export type Vector = ReadonlyMap<number, number>;

export const kindOf = (feature: number): number => feature & 3;

/** How much a feature says, by how seldom the desk's own mail has it: at a bank nobody is alike for a card. */
export function weightsFrom(mails: readonly Sketch[]): Weights {
  const seen = new Map<number, number>();
  for (const sketch of mails) for (const feature of sketch) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const all = mails.length + UNSEEN + 1;
  return (feature) => {
    const rarity = Math.min(RAREST, Math.log(all / ((seen.get(feature) ?? 0) + 1)));
    return Math.max(LEAST, rarity * OF_KIND[kindOf(feature)]!);
  };
}

/** Each mail is compared with hundreds of others, by the same weights. */
const vectors = new WeakMap<Weights, WeakMap<Sketch, Vector>>();

export function vectorOf(sketch: Sketch, weights: Weights): Vector {
  const known = vectors.get(weights) ?? new WeakMap<Sketch, Vector>();
  vectors.set(weights, known);
  const before = known.get(sketch);
  if (before) return before;
  const made = makeVector(sketch, weights);
  known.set(sketch, made);
  return made;
}

function makeVector(sketch: Sketch, weights: Weights): Vector {
  const vector = new Map<number, number>();
  for (const feature of sketch) vector.set(feature, weights(feature));
  return normalised(vector);
}

/** How alike two are, from 0 to 1. */
export function likeness(one: Vector, other: Vector): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [feature, weight] of small) sum += weight * (large.get(feature) ?? 0);
  return sum;
}

/** What several have in common: what only one of them says is left out. */
export function commonOf(vectors: readonly Vector[]): Vector {
  const sums = new Map<number, number>();
  const held = new Map<number, number>();
  for (const vector of vectors) {
    for (const [feature, weight] of vector) {
      sums.set(feature, (sums.get(feature) ?? 0) + weight);
      held.set(feature, (held.get(feature) ?? 0) + 1);
    }
  }
  for (const [feature, count] of held) if (count < 2) sums.delete(feature);
  return normalised(sums);
}

const KEPT = 150;

export const profileOf = (common: Vector): Profile =>
  [...common]
    .sort(([, a], [, b]) => b - a)
    .slice(0, KEPT)
    .map(([feature, weight]) => [feature, Math.round(weight * 10_000) / 10_000]);

function normalised(vector: Map<number, number>): Vector {
  let sum = 0;
  for (const weight of vector.values()) sum += weight * weight;
  const length = Math.sqrt(sum) || 1;
  for (const [feature, weight] of vector) vector.set(feature, weight / length);
  return vector;
}
