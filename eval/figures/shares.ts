import { isRight, isUnsafe, type Outcome } from "../outcome.ts";
import { classesOf, type Pair } from "./classes.ts";
import { FIELDS } from "./fields.ts";

/** A yes or no of one mail; undefined where the question does not arise. */
export type Share = (outcome: Outcome) => boolean | undefined;

export const intentPair = ({ wanted, got }: Outcome): Pair => ({ wanted: wanted.intent, got: got.intent });

/** Every figure that is a share of mails, by its name in reports and bars. */
export function sharesFor(outcomes: readonly Outcome[]): Record<string, Share> {
  const shares: Record<string, Share> = {
    "intent.accuracy": isRight,
    "intent.accepted": (one) => isRight(one) || one.wanted.alsoOk.includes(one.got.intent),
    "priority.accuracy": ({ wanted, got }) => wanted.priority === got.priority,
    "action.accuracy": ({ wanted, got }) => wanted.requiredAction === got.requiredAction,
    "sentiment.accuracy": ({ wanted, got }) => wanted.sentiment === got.sentiment,
    "language.accuracy": ({ wanted, got }) => wanted.language === got.language,
    "machine.accuracy": ({ wanted, got }) => wanted.machine === got.machine,
    "text.exact": ({ text }) => text.exact,
    "autoSend.share": ({ sent }) => sent,
    "autoSend.unsafe": (one) => (one.sent ? isUnsafe(one) : undefined),
    "autoSend.unsafeOfAll": isUnsafe,
    "autoSend.againstLabel": (one) => (one.sent ? !one.wanted.autoSendOk : undefined),
  };
  for (const field of FIELDS) {
    const isExact = ({ fields }: Outcome) => fields[field].wrong + fields[field].missed === 0;
    shares[`field.${field}.exact`] = isExact;
    shares[`field.${field}.exactWhereGiven`] = (one) =>
      one.fields[field].hit + one.fields[field].missed > 0 ? isExact(one) : undefined;
  }
  for (const intent of classesOf(outcomes.map(intentPair))) {
    shares[`intent.${intent}.precision`] = (one) => (one.got.intent === intent ? isRight(one) : undefined);
    shares[`intent.${intent}.recall`] = (one) => (one.wanted.intent === intent ? isRight(one) : undefined);
  }
  for (const language of new Set(outcomes.map(({ wanted }) => wanted.language)))
    shares[`language.${language}.intentAccuracy`] = (one) =>
      one.wanted.language === language ? isRight(one) : undefined;
  return shares;
}

export function countShare(outcomes: readonly Outcome[], share: Share): { hits: number; n: number } {
  const answers = outcomes.map(share).filter((answer) => answer !== undefined);
  return { hits: answers.filter(Boolean).length, n: answers.length };
}
