import type { Citation, Draft } from "../../../domain/draft.ts";
import { plainText } from "../article.ts";
import { isCourtesy, isQuestion } from "../courtesy-sentences.ts";
import { figuresIn } from "../figures.ts";
import { sentencesOf } from "../sentences.ts";
import { sourcesOf } from "../sourced.ts";
import type { Guard } from "./guard-context.ts";
import { withoutSignature } from "./own-text.ts";

/** A price, share, date, time, span or plan that is not exactly its article's. What the customer wrote is no source. */
export const figures: Guard = {
  name: "figures",
  person: "warns",
  look(draft, { settings, by = "machine" }) {
    if (by !== "machine" && draft.citations.length === 0) return undefined;
    for (const sentence of sentencesOf(withoutSignature(draft.body, settings))) {
      const { own, cited } = sourcesOf(draft, sentence);
      if (own) continue;
      const source = cited.length > 0 ? cited : draft.citations;
      const wrong =
        figureNotIn(sentence, source) ??
        numberNotIn(sentence, source) ??
        planNotIn(sentence, source, settings.catalogue.plans);
      if (wrong) return `"${wrong}" is not what ${titles(draft, cited)} says.`;
    }
    return undefined;
  },
};

function figureNotIn(sentence: string, sources: readonly Citation[]): string | undefined {
  const known = new Set(sources.flatMap(({ quote }) => figuresIn(plainText(quote))).map(({ value }) => value));
  const fits = (value: string) =>
    known.has(value) || (value.startsWith("date ") && [...known].some((one) => one.startsWith(`${value} `)));
  return figuresIn(sentence).find(({ value }) => !fits(value))?.shown;
}

/** Numbers that measure nothing (a telephone's, a room's), and numbers in other clothes: Roman ones, or in words. */
function numberNotIn(sentence: string, sources: readonly Citation[]): string | undefined {
  const known = sources.map(({ title, quote }) => `${title}\n${plainText(quote)}`).join("\n");
  const measured = figuresIn(sentence).map(({ shown }) => shown);
  const rest = measured.reduce((text, shown) => text.replace(shown, " "), sentence.normalize("NFKC"));
  const bare = rest.replace(/^\s*\d{1,2}[.)]\s/, "").match(/\d+(?:[.,:/-]\d+)*/g) ?? [];
  const there = new Set(known.match(/\d+(?:[.,:/-]\d+)*/g) ?? []);
  const inWords = [...rest.matchAll(IN_WORDS)].map(([found]) => found);
  return (
    bare.find((one) => !there.has(one)) ??
    inWords.find((one) => !known.toLowerCase().includes(one.toLowerCase().trim()))
  );
}

const IN_WORDS =
  /(?<![\p{L}])(?:[MDCLXVI]{2,}(?=\s(?:days?|weeks?|months?|years?|hours?|percent|%|euros?|dollars?|Tagen?|Wochen|Monaten?|Jahren?|Stunden|jours|mois|ans|días|meses|giorni|mesi|dagen|weken))|(?:hundreds?|thousands?|millions?|dozens?|hundert\p{L}*|tausend\p{L}*|cents|mille|cientos?|mil|cento|mila|cem|honderd|duizend|hundra|tusen|hundrede|tusind|tysi\p{L}+|sata\p{L}*|tuhat|tisíc\p{L}*)(?![\p{L}]))|[百千万]/gu;

/** "Team" may be many things in a greeting or a question; in a statement it is the plan. */
function planNotIn(sentence: string, sources: readonly Citation[], plans: readonly string[]): string | undefined {
  if (isCourtesy(sentence) || isQuestion(sentence)) return undefined;
  const names = (text: string, plan: string) =>
    new RegExp(`(?<![\\p{L}\\p{N}])${plan.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}])`, "u").test(text);
  return plans.find(
    (plan) => names(sentence, plan) && !sources.some(({ quote, title }) => names(`${title} ${quote}`, plan)),
  );
}

const titles = ({ citations }: Draft, cited: readonly Citation[]): string =>
  (cited.length > 0 ? cited : citations)
    .map(({ title }) => `"${title}"`)
    .slice(0, 2)
    .join(" or ") || "any article";
