import { expect, test } from "vitest";
import type { Entities } from "../../../../src/domain/decision.ts";
import { fitToIntent, readFields } from "../../../../src/pipeline/local/fields/fields.ts";
import { aMail, SHOP } from "./mail.ts";

/** The mails are of 14 July. */
const timelines: [text: string, timeline: Entities["timeline"], language?: string][] = [
  ["We need it as soon as possible.", "now"],
  ["Would order this week.", "now"],
  ["We want to start in three months.", "quarter"],
  ["We need it before October 20.", "quarter"],
  ["Go-live: 1 July next year.", "six_months"],
  ["No hurry, the first renewal isn't for seven months.", "six_months"],
  ["Wir brauchen das schnellstmöglich.", "now", "de"],
  ["Wir suchen zum 1. Januar eine neue Lösung.", "six_months", "de"],
  ["Wir tauschen zum 1.9. alle Geräte, Lieferung bis dahin.", "quarter", "de"],
  ["Nous voulons ouvrir dans deux mois.", "quarter", "fr"],
  ["La reapertura está prevista para dentro de ocho meses.", "six_months", "es"],
  ["La stagione apre tra tre mesi.", "quarter", "it"],
  ["Potřebujeme to tento týden.", "now", "cs"],
  ["導入希望時期：来年4月", "six_months", "ja"],
  ["We have been customers since last May.", "unknown"],
  ["Could somebody call me on Tuesday?", "unknown"],
];

test.each(timelines)("%s", (text, timeline, language = "en") => {
  expect(readFields(aMail({ text, language })).timeline).toBe(timeline);
});

test("only a buyer has a timeline and a budget", () => {
  const read = readFields(aMail({ text: "We need it this week, our budget is $500." }));
  expect(read).toMatchObject({ timeline: "now", budget_annual_usd: 500 });
  expect(fitToIntent(read, "support", SHOP)).toMatchObject({ timeline: "unknown", budget_annual_usd: null });
});
