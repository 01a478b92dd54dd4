import { isRight, type Outcome } from "../outcome.ts";
import { quantile } from "./bootstrap.ts";
import { type Claim, calibrationError, coverageAt } from "./calibration.ts";
import { f1ByClass, macroF1 } from "./classes.ts";
import { FIELDS, type Field } from "./fields.ts";
import { intentPair } from "./shares.ts";

export const claimOf = (outcome: Outcome): Claim => ({ confidence: outcome.got.confidence, right: isRight(outcome) });

/** Every figure that is no share of mails, by its name in reports and bars. `NaN` where the sample does not say. */
export const statisticsOf =
  (target: number) =>
  (sample: readonly Outcome[]): Record<string, number> => {
    const pairs = sample.map(intentPair);
    const claims = sample.map(claimOf);
    const figures: Record<string, number> = {
      "intent.macroF1": macroF1(pairs),
      "text.tokenF1": mean(sample.map(({ text }) => text.f1)),
      "calibration.ece": calibrationError(claims),
      "coverage.share": coverageAt(claims, target)?.coverage ?? 0,
    };
    for (const [intent, f1] of f1ByClass(pairs)) figures[`intent.${intent}.f1`] = f1;
    for (const field of FIELDS) Object.assign(figures, fieldFigures(sample, field, [field]));
    Object.assign(figures, fieldFigures(sample, "all", FIELDS), moneyAndTime(sample));
    return figures;
  };

function fieldFigures(sample: readonly Outcome[], name: string, fields: readonly Field[]): Record<string, number> {
  let [hit, wrong, missed] = [0, 0, 0];
  for (const one of sample) {
    for (const field of fields) {
      const tally = one.fields[field];
      hit += tally.hit;
      wrong += tally.wrong;
      missed += tally.missed;
    }
  }
  return {
    [`field.${name}.precision`]: hit / (hit + wrong),
    [`field.${name}.recall`]: hit / (hit + missed),
    [`field.${name}.f1`]: (2 * hit) / (2 * hit + wrong + missed),
  };
}

function moneyAndTime(sample: readonly Outcome[]): Record<string, number> {
  const times: Record<string, (one: Outcome) => number> = {
    read: ({ readMs }) => readMs,
    local: ({ localMs }) => localMs,
    triage: ({ triageMs }) => triageMs,
  };
  const latency = Object.entries(times).flatMap(([name, of]) => {
    const sorted = sample.map(of).sort((a, b) => a - b);
    return [
      [`latency.${name}MedianMs`, quantile(sorted, 0.5)],
      [`latency.${name}P95Ms`, quantile(sorted, 0.95)],
    ];
  });
  const perMail = (of: (step: Outcome["steps"][number]) => number) =>
    mean(sample.map(({ steps }) => steps.reduce((sum, step) => sum + of(step), 0)));
  return {
    ...(Object.fromEntries(latency) as Record<string, number>),
    "cost.usdPerMail": perMail(({ costUsd }) => costUsd),
    "cost.inputTokensPerMail": perMail(({ inputTokens }) => inputTokens),
    "cost.cachedTokensPerMail": perMail(({ cachedTokens }) => cachedTokens),
    "cost.outputTokensPerMail": perMail(({ outputTokens }) => outputTokens),
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
