import type { Reading } from "../reading.ts";
import { type CatalogueIndex, indexOf } from "./index.ts";
import type { Mentions, Word } from "./mentions.ts";
import { isSameWord } from "./spelling.ts";

/** Words that make a plan's name of the one beside them. */
const PLAN_WORD =
  /^(?:plan\p{L}*|tier|package|pakket|paket|pakiet\p{L}*|tarif\p{L}*|tariff|tarifa|formule|forfait|abo|abonnement\w*|abonement\p{L}*|subscription|suscripcion|subscricao|assinatura|piano|licen[sc]e|version|edition|level|plano|planen|taryf\p{L}*|тариф\p{L}*|план\p{L}*|プラン|套餐|方案|요금제)$/u;
const MOVE =
  /^(?:on|to|from|upgrade|downgrade|is|with|than|auf|zu|vom|von|mit|naar|van|op|passer|en|de|a|do|au|till|na|z|на|с)$/;

/** The plan that the mail speaks of: the one asked for where somebody moves from one to another. */
export function readPlan({ settings }: Reading, { words, newest }: Mentions): string | null {
  const { plans } = indexOf(settings.catalogue, settings.company.name);
  if (plans.length === 0) return null;
  return planIn(plans, words.slice(0, newest)) ?? planIn(plans, words.slice(newest));
}

function planIn(plans: CatalogueIndex["plans"], words: readonly Word[]): string | null {
  const hits: { name: string; at: number; weight: number }[] = [];
  for (const { name, words: known } of plans)
    for (let at = 0; at + known.length <= words.length; at++)
      if (known.every((part, offset) => isSameWord(words[at + offset]!.text, part))) {
        const weight = weightOf(words, at, known);
        if (weight > 0) hits.push({ name, at, weight });
      }
  // A longer name holds the shorter: "Trail Club Plus" is not "Trail Club".
  const [best] = hits
    .filter((hit) => !hits.some((other) => other.name.startsWith(`${hit.name} `) && other.at === hit.at))
    .sort((one, other) => other.weight - one.weight || one.at - other.at);
  return best?.name ?? null;
}

function weightOf(words: readonly Word[], at: number, known: readonly string[]): number {
  const before = words[at - 1]?.text ?? "";
  const after = words[at + known.length]?.text ?? "";
  const beside = PLAN_WORD.test(before) || PLAN_WORD.test(after);
  if (known.length > 1) return 2;
  if (beside) return 3;
  if (words[at]!.named && words[at]!.text === known[0]) return 1;
  return words[at]!.text === known[0] && MOVE.test(before) && !COMMON.has(known[0]!) ? 0.5 : 0;
}
const COMMON = new Set(
  "team start plus pro free build scale full standard complete individual family business solo fleet couple student base go".split(
    " ",
  ),
);
