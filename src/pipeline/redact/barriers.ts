import type { Excerpt } from "./excerpt.ts";
import { LETTER } from "./letters.ts";
import { merged, type Range, rangesOf } from "./ranges.ts";
import { words } from "./words.ts";

/**
 * Stretches whose digits have another meaning: dates, times, prices, addresses on the net, the company's own numbers,
 * placeholders. A phone number or an unchecked id never reaches into one; a card with a valid check digit may.
 */
export const findBarriers = (text: string, aroundDigits: Excerpt, allowed: readonly Range[]): Range[] =>
  merged([
    ...rangesOf(text, ANYWHERE),
    ...rangesOf(aroundDigits.text, NUMBERS).map(({ start, end }) => ({
      start: aroundDigits.original(start),
      end: aroundDigits.original(end - 1) + 1,
    })),
    ...allowed,
  ]);

const DAY = "(?:0?[1-9]|[12]\\d|3[01])";
const MONTH = "(?:0?[1-9]|1[0-2])";
/** Months in twenty languages, with their short forms. Beginnings alone would take "Markt 3" for the third of March. */
const MONTH_NAME = words(
  "january|january's|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec",
  "januar|jänner|jän|februar|märz|mär|mrz|mai|juni|juli|oktober|okt|dezember|dez",
  "janvier|janv|février|févr|fév|fevrier|mars|avril|avr|juin|juillet|juil|août|aout|septembre|octobre|novembre|décembre|déc",
  "enero|ene|febrero|marzo|abril|abr|mayo|junio|julio|agosto|ago|septiembre|setiembre|set|octubre|noviembre|diciembre|dic",
  "gennaio|gen|febbraio|aprile|maggio|mag|giugno|giu|luglio|lug|settembre|ottobre|ott|dicembre",
  "janeiro|fevereiro|fev|março|maio|junho|julho|setembro|outubro|out|novembro|dezembro",
  "januari|februari|maart|mrt|mei|augustus|maj|augusti|marts|desember|des",
  "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia",
  "ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince|januára|februára|apríla|mája|júna|júla",
  "január|február|március|április|május|június|július|augusztus|szeptember|október|ianuarie|februarie|martie|aprilie|iunie|iulie",
  "ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık",
  "tammikuu*|helmikuu*|maaliskuu*|huhtikuu*|toukokuu*|kesäkuu*|heinäkuu*|elokuu*|syyskuu*|lokakuu*|marraskuu*|joulukuu*",
  "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
  "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня",
  "ιανουαρίου|φεβρουαρίου|μαρτίου|απριλίου|μαΐου|ιουνίου|ιουλίου|αυγούστου|σεπτεμβρίου|οκτωβρίου|νοεμβρίου|δεκεμβρίου",
).source;
const SIGNS = "[$€£¥₹₩₽₺₴₪฿]";
const CODES =
  "(?:USD|EUR|GBP|CHF|JPY|CNY|RMB|SEK|NOK|DKK|PLN|CZK|HUF|RON|AUD|CAD|NZD|INR|BRL|MXN|ZAR|KRW|TRY|Euro|euros?|kr|zł|Kč|Ft|円|元|원|dollars?|pounds?)";
const AMOUNT = "\\d{1,3}(?:[ .,']?\\d{3}){0,4}(?:[.,]\\d{1,2})?";

const ANYWHERE = [
  /\ufffc+/g,
  /(?<![0-9a-z])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-z])/gi,
  /(?:https?:\/\/|ftp:\/\/|(?<![\w.])www\.)[^\s<>"]{1,2000}/gi,
];

/** What has a figure in it, and ends less than 24 signs from one. */
const NUMBERS = [
  // A date in figures, not part of a longer chain such as 01.02.03.04.05, which is a French phone number.
  new RegExp(
    `(?<![\\d]|\\d[.\\-/])(?:${DAY}([.\\-/])${MONTH}\\1(?:(?:19|20)\\d\\d|\\d\\d)|${MONTH}([.\\-/])${DAY}\\2(?:(?:19|20)\\d\\d|\\d\\d)|(?:19|20)\\d\\d([.\\-/])${MONTH}\\3${DAY})(?![.\\-/]?\\d)`,
    "g",
  ),
  // October 16, 2026; 16. Oktober 2026; 16 de octubre (de 2026).
  new RegExp(
    `${MONTH_NAME}\\.?[ ]\\d{1,2}(?:st|nd|rd|th)?(?![\\d${LETTER}])(?:,? (?:19|20)\\d\\d(?!\\d))?|(?<![\\d${LETTER}])\\d{1,2}(?:st|nd|rd|th|er|\\.|º)?(?: ?-? ?(?:of |de |di )?)(?:${MONTH_NAME})(?:\\.?,?(?: de| del)?[ -](?:19|20)?\\d\\d(?!\\d))?`,
    "giu",
  ),
  // Years and spans of years: 2019-2023, 2025/26.
  /(?<![\d.\-/(])(?:19|20)\d\d ?[-/] ?(?:(?:19|20)\d\d|\d\d)(?![\d.\-/)]|[ -]\d)/g,
  /(?<!\d)\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?!\d)/g,
  // 192.0.2.7, with or without a port; four groups of up to three digits are nobody's phone number.
  /(?<![\d.])(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}(?!\.?\d)/g,
  new RegExp(`(?:${SIGNS}|(?<![A-Za-z])${CODES}\\.?) ?${AMOUNT}(?!\\d)`, "g"),
  new RegExp(`(?<![\\d.,+])${AMOUNT}(?: ?[-–] ?${AMOUNT})? ?(?:${SIGNS}|${CODES}(?![A-Za-z]))`, "g"),
  /(?<!\d)\d{1,3}(?:[.,]\d{1,3})? ?%/g,
  // Standards: ISO 9001:2015, GB/T 7714-2015, DIN EN 60601-1-2.
  /(?<![A-Za-z])(?:ISO|IEC|DIN|EN|GB|JIS|ASTM|ANSI|IEEE|GOST|ГОСТ)(?:[ /-](?:ISO|IEC|EN|T|TS|TR|R|IEC)){0,2}[ -][A-Z]?\d{2,6}(?:[-:.]\d{1,5}){0,3}(?![-:.]?\d)/g,
  // Hours: 0800-1730.
  /(?<![\d+-])(?:0[5-9]|1[0-2])[034][05] ?- ?(?:1[2-9]|2[0-3])[034][05](?![\d-])/g,
  // Places on the globe: 47.60621, -122.33207.
  /(?<![\d.])-?\d{1,3}\.\d{4,9}(?!\d)/g,
];
