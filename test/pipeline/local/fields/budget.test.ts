import { expect, test } from "vitest";
import { readFields } from "../../../../src/pipeline/local/fields/fields.ts";
import { aMail } from "./mail.ts";

const budgets: [text: string, annual: number | null, language?: string][] = [
  ["Our budget is $12,000 for the first year.", 12_000],
  ["We have about $2,000 a month for this.", 24_000],
  ["I can go up to 4k a month in dollars, for both sites.", 48_000],
  ["We were thinking of $10k to 12k, budget wise.", 12_000],
  ["Presupuesto máximo 90.000 USD anuales.", 90_000, "es"],
  ["Unser Rahmen liegt bei 15.000 USD im Jahr.", 15_000, "de"],
  ["Unser Rahmen liegt bei etwa 15.000 € im Jahr.", null, "de"],
  ["Our budget is A$9,000.", null],
  ["You quoted us $900 a month.", null],
  ["I paid $250 and want a refund of up to $250.", null],
  ["We can spend $4 per user.", null],
];

test.each(budgets)("%s", (text, annual, language = "en") => {
  expect(readFields(aMail({ text, language })).budget_annual_usd).toBe(annual);
});

test("a bare dollar is no US dollar where they have their own", () => {
  const text = "We are based in Melbourne. Our budget is $5,000.";
  expect(readFields(aMail({ text })).budget_annual_usd).toBeNull();
});
