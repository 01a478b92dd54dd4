import { expect, test } from "vitest";
import { needlesOf } from "../../src/pipeline/phrases/needles.ts";
import { Phrases } from "../../src/pipeline/phrases/phrases.ts";

test.each([
  ["all rights reserved", ["all rights reserved"]],
  ["colou?r|grey", ["colo", "grey"]],
  ["(?:verify|confirm) (?:your )?account", ["account"]],
  ["(?:out of|away from) office", [" office"]],
  ["^(?<!no )thanks?\\b", ["thank"]],
  ["(?:please )?(?:do not|don['’]t) \\p{L}+", ["do not", "don"]],
  ["ab+c{2,}d*ef", ["ab"]],
  ["[a-z]{3}|order", undefined],
  ["(?:order)?", undefined],
  ["\\d{3}\\.x", [".x"]],
])("a match of %s needs one of %j", (source, needles) => {
  expect(needlesOf(source)).toEqual(needles);
});

const SOURCES = ["please (?:stop|end) it\\b", "^\\d+ items?$", "größe", "kısım|СТРОКА", "👉 ?here", "ok", "ΐ"];
const TEXTS = [
  "Please STOP it now",
  "pleaſe ſtop it",
  "please stop items",
  "3 items",
  "GRÖßE",
  "\u212aISIM and строка",
  "строка",
  "look 👉here",
  "O\u212a",
  "\u1fd3",
  "",
  "o",
  "nothing of the kind",
];

test.each(TEXTS)("phrases match %j as one expression of all of them does", (text) => {
  const phrases = new Phrases(SOURCES, "iu");
  for (const _ of [1, 2]) expect(phrases.test(text)).toBe(new RegExp(SOURCES.join("|"), "iu").test(text));
});

test("a text is told from the one before it", () => {
  const phrases = new Phrases(["refund"], "iu");
  const many = Array.from({ length: 70_000 }, (_, i) => (i % 3 === 0 ? `a refund ${i}` : `a return ${i}`));
  expect(many.filter((text) => phrases.test(text))).toHaveLength(23_334);
});
