/** How much the model's own word weighs against the local engine's. */
const MODEL_WEIGHT = 0.75;
/** Nobody is ever quite sure; keeps the odds finite. */
const EDGE = 0.02;

/**
 * Pools what the model and the local engine think of the model's intent, as weighted log-odds: agreement raises confidence a
 * little, disagreement lowers it clearly. An intent that the local engine does not know leaves the model's word as it is.
 */
export function poolConfidence(model: number, local: number | undefined): number {
  if (local === undefined) return clamp(model);
  const pooled = MODEL_WEIGHT * logit(clamp(model)) + (1 - MODEL_WEIGHT) * logit(clamp(local));
  return 1 / (1 + Math.exp(-pooled));
}

const clamp = (share: number): number => Math.min(1 - EDGE, Math.max(EDGE, share));
const logit = (share: number): number => Math.log(share / (1 - share));
