/** A sum in US dollars as people write it, and what one year of it comes to. */
export interface Dollars {
  annual: number;
  start: number;
  end: number;
  /** A bare "$": other countries have dollars too. */
  bare: boolean;
}

const NUMBER = String.raw`\d{1,3}(?:[., \u00a0'’]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?`;
const SCALE = String.raw`(?: ?(?:k|K|m|M|mm|thousand|million|grand|mil|mille|mila|tausend|tys\.?|tis\.?|tusen|tusind|duizend)(?![\p{L}\d]))?`;
const ONE = `(?:${NUMBER})${SCALE}`;
const RANGE = String.raw`(${ONE})(?: ?(?:-|–|—|to|bis|a|à|and|y|e|et|und|en|til|till|do) ?(?:US)?\$? ?(${ONE}))?`;
const BEFORE = String.raw`(?<before>(?<![\p{L}\d])(?:US ?\$|USD ?\$?)|(?<![\p{L}\d])\$) ?`;
const AFTER = String.raw`(?:(?<after> ?(?:USD|US ?\$|US dollars?|U\.S\. dollars?)(?![\p{L}])|\$(?!\d))|(?<word> (?:(?:(?:a|per) (?:month|year|annum) )?in (?:US )?(?:dollars|USD)|dollars?|dólares|dolares|dollari|dollaro|dolarów|dolarow|dolarů|dollar|doláru|долларов|доларів|bucks)(?![\p{L}])))`;
const SUM = new RegExp(`${BEFORE}${RANGE}(?:${AFTER})?|(?<![\\p{L}\\d.,])${RANGE}${AFTER}`, "gu");

const MONTHLY =
  /^[^.;!?\n]{0,16}?(?:\/ ?mo(?:nth)?\b|\/ ?m\b|p\.?m\.?\b|(?:a|per|each|every|the|\/) ?month|monthly|(?:pro|im|je|\/) ?monat|monatlich|par mois|mensuel|\/ ?mois|al mes|por mes|mensual|\/ ?mes|al mese|mensil|per maand|maandelijks|miesi[eę]czn|(?:na )?miesi[aą]c|m[eě]s[ií][cč]n|por m[eê]s|mensa(?:l|is)|i m[aå]naden|per m[aå]nad|om m[aå]neden|per m[aå]ned|kuukau|в месяц|на місяць)/iu;
const WEEKLY = /^[^.;!?\n]{0,12}?(?:(?:a|per|\/) ?week|weekly|pro woche|par semaine|a la semana)\b/iu;
const QUARTERLY = /^[^.;!?\n]{0,12}?(?:(?:a|per|\/) ?quarter|quarterly|pro quartal|par trimestre)\b/iu;
/** Of one head or piece, not of the whole. */
const EACH =
  /^[^.;!?\n]{0,10}?(?:(?<!\p{L})(?:a|per|\/) ?(?:head|seat|user|person|employee|unit|piece|pc|page|mailbox|each|kg|lb|hour|hr|night|ticket|bottle|item|call|square|day|year old)|each\b|apiece|pro (?:kopf|person|nutzer|stück|platz)|par (?:personne|utilisateur|poste)|por (?:persona|usuario|pessoa)|a persona)/iu;
/** Dollars of other countries: "A$500", "500 CAD". */
const OTHER = /(?:^|[\s(])(?:A|AU|C|CA|CDN|NZ|HK|S|SG|MX|R)$/u;
const OTHER_AFTER = /^ ?(?:AUD|CAD|NZD|SGD|HKD|MXN|TWD|BRL|COP|CLP|ARS|australian|canadian|new zealand|singapore)/iu;

export function dollarsIn(text: string): Dollars[] {
  if (!/\$|USD|dol|dól|дол|bucks|US /iu.test(text)) return [];
  const sums: Dollars[] = [];
  for (const match of text.matchAll(SUM)) {
    const { before, after, word } = match.groups!;
    const low = match[2] ?? match[6];
    const high = match[3] ?? match[7] ?? low;
    const start = match.index;
    const end = start + match[0].length;
    // "4k a month in dollars" has its period inside.
    const rest = `${/ (?:a|per) (?:month|year)/.exec(word ?? "")?.[0] ?? ""}${text.slice(end, end + 40)}`;
    if (OTHER.test(text.slice(Math.max(0, start - 4), start)) || OTHER_AFTER.test(rest) || EACH.test(rest)) continue;
    const amount = amountOf(high!);
    if (amount === undefined || amount < 1) continue;
    const bare = !/US/.test(`${before ?? ""}${after ?? ""}${word ?? ""}`);
    sums.push({ annual: Math.round(amount * perYear(rest) * 100) / 100, start, end, bare });
  }
  return sums;
}

function perYear(rest: string): number {
  if (MONTHLY.test(rest)) return 12;
  if (WEEKLY.test(rest)) return 52;
  return QUARTERLY.test(rest) ? 4 : 1;
}

/** "12k", "250,000", "90.000", "1.5M". */
function amountOf(written: string): number | undefined {
  const [, digits, scale = ""] = /^([\d., \u00a0'’]*\d) ?(\p{L}*\.?)$/u.exec(written.trim()) ?? [];
  if (!digits) return undefined;
  const cents = /[.,]\d{1,2}$/.exec(digits)?.[0];
  const whole = (cents ? digits.slice(0, -cents.length) : digits).replace(/\D/g, "");
  const value = Number(whole) + (cents ? Number(`0.${cents.slice(1)}`) : 0);
  if (scale === "") return value;
  return value * (/^m(?:m|illion)?$/i.test(scale) ? 1_000_000 : 1_000);
}
