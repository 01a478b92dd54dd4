import type { Draft } from "../../domain/draft.ts";
import type { Amount, Commitment, CommitmentKind } from "../../domain/permit.ts";
import { plainText } from "./article.ts";
import { commitmentIn } from "./commitments.ts";
import { figuresIn } from "./figures.ts";
import { readable } from "./guards/phrases.ts";
import { sentencesOf } from "./sentences.ts";
import { sourcesOf } from "./sourced.ts";

/**
 * Sentences that bind the company and stand on nothing: no article that promises the same to everybody, no template of the
 * company's own. What was looked up is no such source: it tells how things are, and grants nothing.
 */
export function openCommitments(draft: Draft): Commitment[] {
  return sentencesOf(draft.body).flatMap((sentence) => {
    if (commitmentIn(sentence) === undefined) return [];
    const { own, cited } = sourcesOf(draft, sentence);
    const promised = commitmentOf(sentence);
    // An article that grants repairs grants no refund.
    const granted = cited.some(({ quote, record }) => !record && grants(plainText(quote), sentence, promised.kinds));
    return own || granted ? [] : [promised];
  });
}

/** That something has been done for this customer no article can say. */
const DONE =
  /\b(?:has|have|had|was|were)\b|\b(?:i|we)'ve\b|\b(?:haben|habe|hat|wurden?)\b|\b(?:a|ont|avons) (?:été|\p{L}+é)|\b(?:hemos|ha|han|fue) \p{L}+|\b(?:abbiamo|ha|è stat[oa])\b|\b(?:foi|já|cancelámos)\b|\b(?:hebben|heeft|is)\b [^.!?]{0,30}\bge\p{L}+|\bhar\b|liśmy\b|\bjsme\b|しました|已经|已/iu;

function grants(article: string, said: string, kinds: readonly CommitmentKind[]): boolean {
  const granted = sentencesOf(article)
    .filter((sentence) => commitmentIn(sentence) !== undefined && (DONE.test(sentence) || !DONE.test(said)))
    .flatMap((sentence) => commitmentOf(sentence).kinds);
  return kinds.every((kind) => granted.includes(kind));
}

/** In the languages in which commitments are recognised. */
const KINDS: readonly [CommitmentKind, RegExp][] = [
  [
    "refund",
    /refund|reimburs|money[- ]back|(?:pay|paid|paying|wire[ds]?|transfer\w*) (?:it |you |this |that )|erstatt|rückzahl|zurückzahl|überweis|überwies|rembours|reembols|devolv|rimbors|terugbeta|zwróc|zwraca|återbetal|refunder|tilbagebetal|返金|退款|退还/u,
  ],
  [
    "credit",
    /credit(?!\s*(?:card|karte|note))|compensat|voucher|coupon|gift|gutschr|gutgeschr|gutschein|entschädig|crédit|\bavoir\b|indemn|dédommag|abon[oa]|compens|accredit|risarc|tegoed|vergoed|rekompens|ersätt|赔偿|補償/u,
  ],
  [
    "discount",
    /discount|(?:%|percent|prozent) (?:off|less|cheaper)|price off|(?<!feel )\bfree\b(?! to\b)|waiv|on the house|no (?:extra )?(?:cost|charge)|rabatt|nachlass|kostenlos|kostenfrei|gratis|gratuit|\bremise|réduction|descuento|rebaja|sconto|desconto|grátis|korting|schenk|reduc|免费|無料|割引|打折/u,
  ],
  [
    "guarantee",
    /guarant|garant|promis|versprech|versproch|promet|promess|belo[vo]|lovar|\blover\b|gwarant|obiec|liability|responsib|\bfault\b|保证|保証|約束|承诺/u,
  ],
  [
    "change",
    /cancel|delet|terminat|\bclos(?:e|ed|ing)\b|upgrad|downgrad|replac|exten[ds]|reset|chang(?:e|ed|ing)|updat|reship|stornier|kündig|löschen|lösch\w*|gelöscht|ersatz|ersetz|annul|supprim|remplac|elimin|sustitu|reemplaz|sostitu|apag[au]|verwijder|vervang|anulu|usun|avbok|rader|slett|erstatter|entitled|eligible|approved|キャンセル|取消|删除/u,
  ],
];

function commitmentOf(sentence: string): Commitment {
  const text = readable(sentence).toLowerCase();
  const amounts = figuresIn(sentence).flatMap(amountOf);
  const kinds = KINDS.filter(([, words]) => words.test(text)).map(([kind]) => kind);
  if (kinds.length > 0) return { sentence, kinds, amounts };
  // "You get 10 %", "we give you 50 EUR": the unit says which.
  const [first] = amounts;
  const kind = first === undefined ? "guarantee" : first.unit === "percent" ? "discount" : "credit";
  return { sentence, kinds: [kind], amounts };
}

function amountOf({ value }: { value: string }): Amount[] {
  const [, percent] = /^percent ([\d.]+)$/.exec(value) ?? [];
  if (percent !== undefined) return [{ value: Number(percent), unit: "percent" }];
  const [, money, currency] = /^money ([\d.]+) (\w+)$/.exec(value) ?? [];
  return money === undefined ? [] : [{ value: Number(money), unit: currency! }];
}
