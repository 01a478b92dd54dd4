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
