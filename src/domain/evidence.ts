/** One decision that a person has gone over: how sure the engine was, and whether it was right. */
export interface Judged {
  confidence: number;
  right: boolean;
}

/** How far back what people did says something of today. */
export const EVIDENCE_MS = 180 * 24 * 60 * 60_000;

export interface Evidence {
  /** Judged decisions at or above the threshold. */
  cases: number;
  wrong: number;
  /** With 95 % certainty no more than this share of such decisions is wrong. 1 without evidence. */
  errorAtMost: number;
  /** Further cases without a mistake until the target could be promised. */
  missing: number;
}

/** Normal quantile of a one-sided 95 % bound. */
const Z = 1.645;

/** What a threshold would have done over the judged history, with the honest upper bound on its errors. */
export function evidenceAt(history: readonly Judged[], threshold: number, targetError: number): Evidence {
  const above = history.filter(({ confidence }) => confidence >= threshold);
  const wrong = above.filter(({ right }) => !right).length;
  const errorAtMost = upperBound(wrong, above.length);
  let missing = 0;
  while (upperBound(wrong, above.length + missing) > targetError && missing < 10_000) missing += missing < 100 ? 1 : 10;
  return { cases: above.length, wrong, errorAtMost, missing };
}

/** Wilson's upper bound of a share: stays honest for few cases and for none wrong. */
export function upperBound(wrong: number, cases: number): number {
  if (cases === 0) return 1;
  const share = wrong / cases;
  const centre = share + Z ** 2 / (2 * cases);
  const spread = Z * Math.sqrt((share * (1 - share)) / cases + Z ** 2 / (4 * cases ** 2));
  return Math.min(1, (centre + spread) / (1 + Z ** 2 / cases));
}
