/** Numbers and units of time as words, folded, in the languages of the lexicon. */

const NUMBERS: Readonly<Record<number, string>> = {
  1: "a|an|one|ein|eine|einem|einer|eines|un|une|una|um|uma|uno|een|en|ett|et|jeden|jednego|jednoho|один|одного",
  2: "two|a couple of|couple of|couple|zwei|deux|dos|dois|duas|due|twee|tva|to|dwa|dwoch|dwie|dva|dvou|два|две|двух|двох|kaksi|kahden|iki|ket|ketto|doua|doi|δυο",
  3: "three|a few|few|drei|trois|tres|tre|drie|trzy|trzech|tri|три|трех|трьох|kolme|kolmen|uc|harom|trei|τρεις|τρια|ein paar|paar|quelques|unos|alguns|qualche|een paar|nagra|nogle|kilka",
  4: "four|vier|quatre|cuatro|quatro|quattro|fyra|fire|cztery|czterech|ctyri|ctyr|четыре|чотири|чотирьох|nelja|neljan|dort|negy|patru|τεσσερις|τεσσερα",
  5: "five|funf|cinq|cinco|cinque|vijf|fem|piec|pieciu|pet|peti|пять|пяти|пʼять|bes|cinci|πεντε",
  6: "six|sechs|seis|sei|zes|sex|seks|szesc|szesciu|sest|sesti|шесть|шести|шість|kuusi|kuuden|alti|half a dozen|sase|εξι",
  7: "seven|sieben|sept|siete|sete|sette|zeven|sju|syv|siedem|sedm|семь",
  8: "eight|acht|huit|ocho|oito|otto|atta|otte|atte|osiem|osm|восемь",
  9: "nine|neun|neuf|nueve|nove|negen|nio|ni|dziewiec|devet|девять",
  10: "ten|zehn|dix|diez|dez|dieci|tien|tio|ti|dziesiec|deset|десять",
  11: "eleven|elf|onze|once|undici",
  12: "twelve|zwolf|douze|doce|doze|dodici|twaalf|tolv|dwanascie|dvanact",
};
const VALUES = new Map(
  Object.entries(NUMBERS).flatMap(([value, words]) => words.split("|").map((word) => [word, Number(value)] as const)),
);

const UNITS: readonly [days: number, pattern: string][] = [
  [
    1,
    "days?|tage?n?|jours?|dias?|giorn[oi]|dagen|dag(?:ar|e)?|dni|dnu|дн\\p{L}*|paiva\\p{L}*|gun|napon|nap|zile|ημερ\\p{L}*|μερες",
  ],
  [
    7,
    "weeks?|wks?|wochen?|semaines?|semanas?|settiman[ae]|weken|week|vecka|veckor|uger?|uker?|tydzien|tygodni\\p{L}*|tyden|tydn[uye]|недел\\p{L}*|тиж\\p{L}*|viiko\\p{L}*|hafta\\p{L}*|heten|saptaman\\p{L}*|εβδομαδ\\p{L}*",
  ],
  [14, "fortnights?"],
  [
    30.5,
    "months?|mths?|monat(?:en?|s)?|mois|mes(?:es|e|i)?|maand(?:en)?|manad(?:er)?|maned(?:er)?|miesia?ec?\\p{L}*|mesic[eiu]?|месяц\\p{L}*|місяц\\p{L}*|kuukau\\p{L}*|ay(?:da|dan)?|honap\\p{L}*|luni|luna|μην\\p{L}*",
  ],
  [91, "quarters?|quartale?n?|trimestres?"],
  [365, "years?|yrs?|jahr(?:en?)?|ans?|annees?|anos?|ann[oi]|jaar|jaren|ar|lat|roku|рок\\p{L}*|год\\p{L}*|yil"],
];

const ALL_UNITS = UNITS.map(([, pattern]) => pattern).join("|");
const ALL_WORDS = [...VALUES.keys()].sort((one, other) => other.length - one.length).join("|");
/** "three", "3", "3-4", "three or four", "ten to twelve". */
const COUNT = String.raw`(?:\d{1,3}|${ALL_WORDS})(?:(?: ?[-–] ?| (?:or|to|oder|bis|ou|o|a|of|eller|lub) )(?:\d{1,3}|${ALL_WORDS}))?`;

/** A length of time; its groups are `count` and `unit`. */
export const LENGTH = String.raw`(?<count>${COUNT})(?: (?:and a half|more|short|working|business|full|weitere|further|calendar))?[- ](?<unit>${ALL_UNITS})(?<half> et demi\p{L}*| y medi\p{L}*| e mezz\p{L}*| en een half)?(?!\p{L})`;

const EXACT = UNITS.map(([days, pattern]) => [days, new RegExp(`^(?:${pattern})$`, "u")] as const);

export function daysOf(count: string, unit: string): number | undefined {
  const days = EXACT.find(([, pattern]) => pattern.test(unit))?.[0];
  const last = count.split(/ ?[-–] ?| (?:or|to|oder|bis|ou|o|a|of|eller|lub) /).at(-1)!;
  const value = /^\d+$/.test(last) ? Number(last) : (VALUES.get(count) ?? VALUES.get(last));
  return days === undefined || value === undefined ? undefined : days * value;
}

/** Chinese, Japanese and Korean write them together. */
export const UNSPACED_LENGTH =
  /(\d{1,2}|[一二三四五六七八九十两兩])\s?(?:个|個|ヶ|か|カ|ケ)?(月|週間|週|周|星期|礼拜|주|개월|天|日間)(?:間|间)?(?:以?内|以?內|後|后|以后|뒤|후|안에|이내|ほど)/gu;
const DIGITS = "一二三四五六七八九十";
export function daysOfUnspaced(count: string, unit: string): number {
  const value = /\d/.test(count) ? Number(count) : /[两兩]/.test(count) ? 2 : DIGITS.indexOf(count) + 1;
  return value * (/月|개월/.test(unit) ? 30.5 : /天|日/.test(unit) ? 1 : 7);
}
