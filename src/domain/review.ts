import { createHash } from "node:crypto";
import type { Review } from "./settings/safety.ts";

/** Reading again what was sent: which answers, and what can be wrong with one. */

/** What a reader may find. `serious`: a customer was told, given or promised what they should not have been. */
export const REVIEW_REASONS = {
  untrue: { say: "it says something that is not so", serious: true },
  promise: { say: "it promises what nobody has allowed", serious: true },
  disclosure: { say: "it tells or sends what is none of the reader's business", serious: true },
  person: { say: "a person should have answered this", serious: true },
  unanswered: { say: "it does not answer the question", serious: false },
  tone: { say: "its tone or language is wrong", serious: false },
  form: { say: "something is missing, left over or badly set", serious: false },
} as const satisfies Record<string, { say: string; serious: boolean }>;
export type ReviewReason = keyof typeof REVIEW_REASONS;
export const REVIEW_REASON_CODES = Object.keys(REVIEW_REASONS) as [ReviewReason, ...ReviewReason[]];

/** A code from the database, in words. */
export const reasonWords = (code: string | null): string =>
  REVIEW_REASONS[code as ReviewReason]?.say ?? "it is not as it should be";

/** What a guard that objects afterwards has found. */
export const reasonOfGuard = (guard: string): ReviewReason => GUARD_REASONS[guard] ?? "form";

const WEIGHTS = new Map(
  REVIEW_REASON_CODES.toSorted((a, b) => Number(REVIEW_REASONS[b].serious) - Number(REVIEW_REASONS[a].serious)).map(
    (code, place) => [code, place],
  ),
);

/** Of several findings about one answer, the one that counts; of equals the first. */
export const weightiest = <Found extends { reason: ReviewReason }>(found: readonly Found[]): Found | undefined =>
  found.toSorted((a, b) => WEIGHTS.get(a.reason)! - WEIGHTS.get(b.reason)!)[0];

const GUARD_REASONS: Readonly<Record<string, ReviewReason>> = {
  "stop-line": "person",
  recipients: "disclosure",
  secrets: "disclosure",
  links: "disclosure",
  instructions: "disclosure",
  requests: "person",
  promises: "promise",
  claims: "untrue",
  figures: "untrue",
  phrases: "tone",
  language: "tone",
};

interface Sent {
  /** Nobody had approved it. */
  automatic: boolean;
  /** Of the approval: the same answer is always in or always out. */
  seal: string;
  /** Automatic answers of this intent before it, since its posture was last given back. */
  before: number;
}

/** Whether an answer is read again: the first ones of an intent, then a share that is drawn by lot and can be drawn again. */
export function chosenForReview({ automatic, seal, before }: Sent, review: Review): "first" | "lot" | undefined {
  if (automatic && before < review.first) return "first";
  return lot(seal) < (automatic ? review.share : review.approvedShare) ? "lot" : undefined;
}

const lot = (seal: string): number => createHash("sha256").update(`review ${seal}`).digest().readUInt32BE(0) / 2 ** 32;

/** Whether what was found costs the intent its posture, in words; undefined while it does not. `found` is newest first. */
export function lowersPosture(
  found: readonly { verdict: "fine" | "wrong"; serious: boolean; reason: string | null }[],
  { serious, failures, window }: Review["lowerAfter"],
): string | undefined {
  const recent = found.slice(0, window);
  const wrong = recent.filter(({ verdict }) => verdict === "wrong");
  const bad = wrong.filter((one) => one.serious);
  if (bad.length < serious && wrong.length < failures) return undefined;
  const worst = bad[0] ?? wrong[0]!;
  return `${wrong.length} of the last ${recent.length} automatic answers that were read again ${wrong.length === 1 ? "was" : "were"} wrong: ${reasonWords(worst.reason)}`;
}
