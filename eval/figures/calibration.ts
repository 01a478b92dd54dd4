/** What an engine said of its own certainty, and whether it was right. */
export interface Claim {
  confidence: number;
  right: boolean;
}

export interface Bin {
  from: number;
  to: number;
  n: number;
  /** Mean of what was claimed, share of what was right. */
  confidence: number;
  accuracy: number;
}

const BINS = 10;

/** Ten bins of equal width; a confidence of exactly 1 belongs to the last. Empty ones are left out. */
export function reliability(claims: readonly Claim[]): Bin[] {
  const sums = Array.from({ length: BINS }, () => ({ n: 0, confidence: 0, right: 0 }));
  for (const { confidence, right } of claims) {
    const bin = sums[Math.min(BINS - 1, Math.floor(confidence * BINS))]!;
    bin.n += 1;
    bin.confidence += confidence;
    bin.right += right ? 1 : 0;
  }
  return sums.flatMap(({ n, confidence, right }, index) =>
    n === 0 ? [] : [{ from: index / BINS, to: (index + 1) / BINS, n, confidence: confidence / n, accuracy: right / n }],
  );
}

/** Expected calibration error: the mean distance between claimed and true, weighted by how many mails a bin holds. */
export const calibrationError = (claims: readonly Claim[]): number =>
  reliability(claims).reduce((sum, bin) => sum + bin.n * Math.abs(bin.confidence - bin.accuracy), 0) / claims.length;

export interface CoveragePoint {
  /** Everything at least this sure is decided without a person. */
  threshold: number;
  coverage: number;
  precision: number;
}

/** For every threshold that can be set: the share of mail above it, and how much of that is right. Highest first. */
export function coverageCurve(claims: readonly Claim[]): CoveragePoint[] {
  const sorted = claims.toSorted((a, b) => b.confidence - a.confidence);
  const points: CoveragePoint[] = [];
  let right = 0;
  sorted.forEach((claim, index) => {
    right += claim.right ? 1 : 0;
    // Mails of one confidence stand or fall together.
    if (sorted[index + 1]?.confidence === claim.confidence) return;
    const n = index + 1;
    points.push({ threshold: claim.confidence, coverage: n / sorted.length, precision: right / n });
  });
  return points;
}

/** The most mail that can be decided while the target is kept; undefined where no threshold keeps it. */
export const coverageAt = (claims: readonly Claim[], target: number): CoveragePoint | undefined =>
  coverageCurve(claims).findLast(({ precision }) => precision >= target);
