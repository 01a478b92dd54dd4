import type { RiskFlag } from "../../../domain/decision.ts";

/** What turns scores into chances, fitted on mail of businesses that the scoring model had not seen. */
export interface Calibration {
  /** The name decisions carry. */
  engine: string;
  /** Scores are divided by this before they become chances: above one where the model is too sure of itself. */
  temperature: number;
  /** A flag is raised from this chance on. */
  flagFrom: Partial<Record<RiskFlag, number>>;
  /** Chance that a mail as similar as this is meant by an intent that was never trained: a logistic curve. */
  custom: { slope: number; offset: number };
}

/** Nobody is ever quite sure. */
const EDGE = 0.01;
export const neverSure = (chance: number): number => Math.min(1 - EDGE, Math.max(EDGE, chance));
export const logistic = (score: number): number => 1 / (1 + Math.exp(-score));
