import { seeded } from "./random.ts";

/** One answer: what was right, what was said, and how sure of it. */
export interface Answer {
  right: string;
  said: string;
  confidence: number;
}

export const share = <T>(list: readonly T[], test: (one: T) => boolean): number =>
  list.filter(test).length / list.length;

export const accuracy = (answers: readonly Pick<Answer, "right" | "said">[]): number =>
  share(answers, ({ right, said }) => right === said);

export interface Score {
  precision: number;
  recall: number;
  f1: number;
  count: number;
}

export function scoreOf(pairs: readonly { right: boolean; said: boolean }[]): Score {
  const hits = pairs.filter(({ right, said }) => right && said).length;
  const said = pairs.filter((one) => one.said).length;
  const count = pairs.filter(({ right }) => right).length;
  return { precision: hits / (said || 1), recall: hits / (count || 1), f1: (2 * hits) / (said + count || 1), count };
}

export function byClass(answers: readonly Answer[], classes: readonly string[]): Map<string, Score> {
  return new Map(
    classes.map((one) => [
      one,
      scoreOf(answers.map(({ right, said }) => ({ right: right === one, said: said === one }))),
    ]),
  );
}

export function macroF1(answers: readonly Answer[], classes: readonly string[]): number {
  const scores = [...byClass(answers, classes).values()].filter(({ count }) => count > 0);
  return scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length;
}

const DRAWS = 1_000;

/**
 * Between which shares accuracy lies, 95 % of the time, had other businesses been drawn: mail of one business is of one hand and
 * about one trade, so that businesses are drawn and not mails.
 */
export function accuracyBetween(answers: readonly Answer[], businesses: readonly string[]): [number, number] {
  const counts = new Map<string, { right: number; mails: number }>();
  answers.forEach(({ right, said }, index) => {
    const count = counts.get(businesses[index]!) ?? { right: 0, mails: 0 };
    counts.set(businesses[index]!, { right: count.right + (right === said ? 1 : 0), mails: count.mails + 1 });
  });
  const all = [...counts.values()];
  const random = seeded(1);
  const drawn = Array.from({ length: DRAWS }, () => {
    let [right, mails] = [0, 0];
    for (let i = 0; i < all.length; i++) {
      const one = all[Math.floor(random() * all.length)]!;
      right += one.right;
      mails += one.mails;
    }
    return right / mails;
  }).sort((a, b) => a - b);
  return [drawn[Math.floor(0.025 * DRAWS)]!, drawn[Math.ceil(0.975 * DRAWS) - 1]!];
}

const BINS = 10;

/** Expected calibration error: how far "80 % sure" is from being right four times in five, over ten equal steps. */
export function calibrationError(answers: readonly Answer[]): number {
  const bins = Array.from({ length: BINS }, () => ({ sure: 0, right: 0 }));
  for (const { right, said, confidence } of answers) {
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))]!;
    bin.sure += confidence;
    bin.right += right === said ? 1 : 0;
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.sure - bin.right), 0) / answers.length;
}

/** The largest share of the mail, surest first, that could be decided with this precision. */
export function decidedAt(precision: number, answers: readonly Answer[]): number {
  let right = 0;
  let decided = 0;
  [...answers]
    .sort((a, b) => b.confidence - a.confidence)
    .forEach((answer, index) => {
      right += answer.right === answer.said ? 1 : 0;
      if (right / (index + 1) >= precision) decided = index + 1;
    });
  return decided / answers.length;
}
