/** Prices, shares, dates, times and spans of a text, written one way whatever the language: `money 49 usd`, `span 5 workday`. */
export interface Figure {
  /** For comparing. */
  value: string;
  /** As it stands in the text. */
  shown: string;
}

const NUMBER = "\\d+(?:[.,'\\u00a0\\u202f ]\\d{3})*(?:[.,]\\d+)?";
const SYMBOLS: Readonly<Record<string, string>> = {
  $: "usd",
  us$: "usd",
  usd: "usd",
  dollar: "usd",
  dollars: "usd",
  dólares: "usd",
  "€": "eur",
  eur: "eur",
  euro: "eur",
  euros: "eur",
  "£": "gbp",
  gbp: "gbp",
  pounds: "gbp",
  pound: "gbp",
  pfund: "gbp",
  "¥": "jpy",
  jpy: "jpy",
  円: "jpy",
  元: "cny",
  chf: "chf",
  franken: "chf",
};
const CURRENCY = Object.keys(SYMBOLS)
  .sort((a, b) => b.length - a.length)
  .map((one) => one.replace(/\$/g, "\\$"))
  .join("|");

const UNITS: readonly [unit: string, words: string][] = [
  [
    "workday",
    "(?:business|working|work) days?|werktag\\w*|arbeitstag\\w*|jours? ouvrés?|jours? ouvrables?|días? (?:hábil(?:es)?|laborables?)|giorni lavorativi|giorno lavorativo|dias? úte?is?|werkdag(?:en)?|arbetsdagar|営業日|个?工作日",
  ],
  ["workhour", "(?:business|working) hours?|geschäftsstunden"],
  ["minute", "min(?:ute|uten|utes|uto|utos|uti|uut|uten)?s?|分钟?"],
  ["hour", "hours?|hrs?|stunden?|heures?|horas?|or[ae]|uur|uren|timmar|timer|時間|小时"],
  [
    "day",
    "days?|tage?n?|jours?|días?|giorn[oi]|dias?|dag(?:en|er)?|dagar|dage|päiv\\p{L}*|dn[íůeiy]|dzie[ńn]|dniach|日間?|天",
  ],
  ["week", "weeks?|wochen?|semaines?|semanas?|settiman[ae]|we(?:ek|ken)|veckor|uger|週間?|周"],
  ["month", "months?|monate?n?|mois|mes(?:es)?|mes[ei]|maand(?:en)?|månader|måneder|か月|ヶ月|个?月"],
  ["year", "years?|jahre?n?|ans?|années?|años?|ann[oi]|anos?|ja(?:ar|ren)|år|年"],
];

const COUNTED: readonly [number, string][] = [
  [1, "one|ein(?:e|en|em|er|es)?|une?|un|una|uno|um|uma|één"],
  [2, "two|zwei|deux|dos|due|dois|duas|twee"],
  [3, "three|drei|trois|tres|tre|três|drie"],
  [4, "four|vier|quatre|cuatro|quattro|quatro"],
  [5, "five|fünf|cinq|cinco|cinque|vijf"],
  [6, "six|sechs|seis|sei|zes"],
  [7, "seven|sieben|sept|siete|sette|sete|zeven"],
  [8, "eight|acht|huit|ocho|otto|oito"],
  [9, "nine|neun|neuf|nueve|nove|negen"],
  [10, "ten|zehn|dix|diez|dieci|dez|tien"],
  [12, "twelve|zwölf|douze|doce|dodici|doze|twaalf"],
  [14, "fourteen|vierzehn|quatorze|catorce|quattordici|veertien"],
  [15, "fifteen|fünfzehn|quinze|quince|quindici|vijftien"],
  [20, "twenty|zwanzig|vingt|veinte|venti|vinte|twintig"],
  [24, "twenty-four|vierundzwanzig|vingt-quatre|veinticuatro|ventiquattro|vierentwintig"],
  [30, "thirty|dreißig|trente|treinta|trenta|trinta|dertig"],
  [60, "sixty|sechzig|soixante|sesenta|sessanta|sessenta|zestig"],
  [90, "ninety|neunzig|quatre-vingt-dix|noventa|novanta|negentig"],
];

const WORD_NUMBERS = new Map(COUNTED.map(([number, words]) => [new RegExp(`^(?:${words})$`, "iu"), number]));
const COUNT = `(?:${NUMBER}|${COUNTED.map(([, words]) => words).join("|")})`;
const EDGE = { before: "(?<![\\p{L}\\p{N}])", after: "(?![\\p{L}\\p{N}])" };

const MONEY = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(${CURRENCY})\\s?(${NUMBER})|(${NUMBER})\\s?(${CURRENCY}))(?![\\p{L}])`,
  "giu",
);
const PERCENT = new RegExp(
  `(${COUNT})\\s?(?:%|percent|per cent|prozent|pour ?cent|por ?ciento|por cento|per ?cento|procent)(?![\\p{L}])`,
  "giu",
);
const SPANS = UNITS.map(
  ([unit, words]) =>
    [
      unit,
      new RegExp(
        `${EDGE.before}(?:(${COUNT})\\s?(?:-|–|to|bis|à|a|tot)\\s?)?(${COUNT})[\\s-]?(?:x\\s)?(?:${words})${/[日天周月年分]/.test(words) ? "" : ""}(?![\\p{Script=Latin}])`,
        "giu",
      ),
    ] as const,
);
const TIME =
  /(?<![\d:.])([01]?\d|2[0-3])(?::|h|\.(?=[0-5]\d\s?uhr))([0-5]\d)(?!\d)|(?<![\d.])(1[0-2]|[1-9])\s?(a\.?m\.?|p\.?m\.?)(?![\p{L}])/giu;
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g;
const NUMERIC_DATE = /(?<![\d.])\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})(?!\d)/g;

const MONTHS = monthNames(["en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "pl"]);
const MONTH = [...MONTHS.keys()].sort((a, b) => b.length - a.length).join("|");
const DAY_MONTH = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:\\.|st|nd|rd|th|er|º)?\\s(?:de\\s)?(${MONTH})(?:\\.?,?\\s(?:de\\s)?(\\d{4}))?(?![\\p{L}])`,
  "giu",
);
const MONTH_DAY = new RegExp(
  `(?<![\\p{L}])(${MONTH})\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s(\\d{4}))?(?!\\d)`,
  "giu",
);

export function figuresIn(text: string): Figure[] {
  const found: Figure[] = [];
  const add = (value: string, shown: string) => found.push({ value, shown: shown.trim() });
  let rest = text.normalize("NFKC");
  /** Each kind takes what it reads out of the text, so that the 12 of a date is no 12 of something else. */
  const take = (pattern: RegExp, read: (match: RegExpMatchArray) => void) => {
    rest = rest.replace(pattern, (...match) => {
      read(match.slice(0, -2).filter((one) => typeof one !== "object") as unknown as RegExpMatchArray);
      return " \n ";
    });
  };
  take(ISO, ([shown, year, month, day]) => add(`date ${Number(month)}-${Number(day)} ${year}`, shown!));
  take(DAY_MONTH, ([shown, day, month, year]) =>
    add(`date ${MONTHS.get(month!.toLowerCase())}-${Number(day)}${year ? ` ${year}` : ""}`, shown!),
  );
  take(MONTH_DAY, ([shown, month, day, year]) =>
    add(`date ${MONTHS.get(month!.toLowerCase())}-${Number(day)}${year ? ` ${year}` : ""}`, shown!),
  );
  take(NUMERIC_DATE, ([shown]) => add(`date ${shown!.replace(/\D/g, " ")}`, shown!));
  take(TIME, ([shown, hour, minute, twelve, half]) => {
    const late = half?.toLowerCase().startsWith("p") ? 12 : 0;
    add(twelve === undefined ? `time ${Number(hour)}:${minute}` : `time ${(Number(twelve) % 12) + late}:00`, shown!);
  });
  take(MONEY, ([shown, before, amount, other, after]) =>
    add(`money ${numberOf(amount ?? other!)} ${SYMBOLS[(before ?? after)!.toLowerCase()]}`, shown!),
  );
  take(PERCENT, ([shown, amount]) => add(`percent ${countOf(amount!)}`, shown!));
  for (const [unit, pattern] of SPANS)
    take(pattern, ([shown, from, to]) => {
      if (from !== undefined) add(`span ${countOf(from)} ${unit}`, shown!);
      add(`span ${countOf(to!)} ${unit}`, shown!);
    });
  return found;
}

function countOf(written: string): number {
  for (const [words, number] of WORD_NUMBERS) if (words.test(written)) return number;
  return numberOf(written);
}

/** 12,000 and 12.000 are twelve thousand, 0.03 and 0,03 are not: three digits after a mark group, others are a fraction. */
function numberOf(written: string): number {
  const bare = written.replace(/['\u00a0\u202f ]/g, "");
  const grouped = /^\d{1,3}(?:[.,]\d{3})+(?:([.,])(\d{1,2}))?$/.exec(bare);
  if (grouped) {
    const whole = bare.slice(0, grouped[2] ? -(grouped[2].length + 1) : undefined).replace(/[.,]/g, "");
    return Number(`${whole}.${grouped[2] ?? 0}`);
  }
  return Number(bare.replace(",", "."));
}

function monthNames(languages: readonly string[]): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of languages) {
    for (const month of ["long", "short"] as const) {
      const format = new Intl.DateTimeFormat(language, { month, day: "numeric", timeZone: "UTC" });
      for (let at = 0; at < 12; at++) {
        const name = format.formatToParts(Date.UTC(2026, at, 15)).find(({ type }) => type === "month")?.value;
        const bare = name?.toLowerCase().replace(/\.$/, "");
        if (bare && /^\p{L}{3,}$/u.test(bare)) names.set(bare, at + 1);
      }
    }
  }
  return names;
}
