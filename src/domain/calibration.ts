import type { Judged } from "./evidence.ts";

/** Turns an engine's own word into the measured chance of being right: a line through the log-odds. */
export interface Curve {
  slope: number;
  offset: number;
}

/** A curve, what it was fitted to, and for which engine and intent it holds. */
export interface Calibration extends Curve {
  engine: string;
  intent: string;
  cases: number;
  right: number;
}

/** Fewer decisions that people went over prove too little. */
export const LEAST_CASES = 30;
/** How much the calibration that an engine is shipped with weighs: about what thirty decisions of it tell. */
const SHIPPED_WEIGHT = 4;
const AS_SHIPPED: Curve = { slope: 1, offset: 0 };
/** However a season went: more certainty raises confidence, and no number is moved beyond recognition. */
const SLOPES = { from: 0.2, to: 3 };
const OFFSETS = { from: -3, to: 3 };
const STEPS = 50;
/** Nobody is ever quite sure. */
const EDGE = 0.01;

export const calibrated = ({ slope, offset }: Curve, confidence: number): number =>
  clamp(logistic(slope * logit(clamp(confidence)) + offset));

/** The likeliest curve, drawn towards the shipped one; undefined where there is too little to go on. */
export function fitCurve(history: readonly Judged[]): Curve | undefined {
  if (history.length < LEAST_CASES) return undefined;
  const points = history.map(({ confidence, right }) => ({ x: logit(clamp(confidence)), right: right ? 1 : 0 }));
  let curve: Curve = AS_SHIPPED;
  let loss = lossOf(curve, points);
  for (let step = 0; step < STEPS; step++) {
    const towards = newtonStep(curve, points);
    // Newton's step may be too long where all were right or all wrong.
    for (let share = 1; share > 1e-6; share /= 2) {
      const next = { slope: curve.slope - share * towards.slope, offset: curve.offset - share * towards.offset };
      const nextLoss = lossOf(next, points);
      if (nextLoss >= loss) continue;
      curve = next;
      loss = nextLoss;
      break;
    }
  }
  return { slope: within(curve.slope, SLOPES), offset: within(curve.offset, OFFSETS) };
}

interface Point {
  /** Log-odds of what the engine said. */
  x: number;
  right: number;
}

function lossOf({ slope, offset }: Curve, points: readonly Point[]): number {
  const prior = (SHIPPED_WEIGHT / 2) * ((slope - AS_SHIPPED.slope) ** 2 + (offset - AS_SHIPPED.offset) ** 2);
  return points.reduce((sum, { x, right }) => {
    const score = slope * x + offset;
    return sum + Math.log1p(Math.exp(-Math.abs(score))) + Math.max(score, 0) - right * score;
  }, prior);
}

/** Gradient times the inverse of the curvature. */
function newtonStep({ slope, offset }: Curve, points: readonly Point[]): Curve {
  let bySlope = SHIPPED_WEIGHT * (slope - AS_SHIPPED.slope);
  let byOffset = SHIPPED_WEIGHT * (offset - AS_SHIPPED.offset);
  let slopes = SHIPPED_WEIGHT;
  let mixed = 0;
  let offsets = SHIPPED_WEIGHT;
  for (const { x, right } of points) {
    const chance = logistic(slope * x + offset);
    const weight = chance * (1 - chance);
    bySlope += (chance - right) * x;
    byOffset += chance - right;
    slopes += weight * x * x;
    mixed += weight * x;
    offsets += weight;
  }
  const determinant = slopes * offsets - mixed * mixed;
  return {
    slope: (offsets * bySlope - mixed * byOffset) / determinant,
    offset: (slopes * byOffset - mixed * bySlope) / determinant,
  };
}

const within = (value: number, { from, to }: { from: number; to: number }): number =>
  Math.min(to, Math.max(from, value));
const clamp = (share: number): number => within(share, { from: EDGE, to: 1 - EDGE });
const logit = (share: number): number => Math.log(share / (1 - share));
const logistic = (score: number): number => 1 / (1 + Math.exp(-score));
