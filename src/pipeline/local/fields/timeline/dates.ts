import { allIn } from "../../text/all-in.ts";
import { asciiOf, runsIn } from "../../text/runs.ts";
import { fold } from "../../text/tokens.ts";
import { monthForms, monthOfWord } from "./month-forms.ts";
import { numbersIn, weeksIn } from "./numbered-dates.ts";

const DAY_MS = 86_400_000;
const LANGUAGES = "en de fr es pt it nl sv da nb fi pl cs sk uk ru hu ro tr el ar he".split(" ");

/** Month names in every case that `Intl` knows, folded, to 1..12. */
function monthNames(): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of LANGUAGES) {
    const alone = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
    const dated = new Intl.DateTimeFormat(language, { month: "long", day: "numeric", timeZone: "UTC" });
    for (let month = 1; month <= 12; month += 1) {
      const date = new Date(Date.UTC(2026, month - 1, 15));
      const inDate = dated.formatToParts(date).find(({ type }) => type === "month")?.value ?? "";
      for (const name of [alone.format(date), inDate]) {
        const key = fold(name);
        if (/^\p{L}{3,}$/u.test(key) && !names.has(key)) names.set(key, month);
      }
    }
  }
  for (const [name, month] of monthForms()) if (!names.has(name)) names.set(name, month);
  for (const [index, short] of "jan feb mar apr jun jul aug sept oct nov dec".split(" ").entries())
    names.set(short, index + (index > 3 ? 2 : 1));
  return names;
}

let names: ReadonlyMap<string, number> | undefined;

const WORD = /\p{L}[\p{L}\p{M}]+/gu;
const PLAIN = asciiOf(/[a-z]/i);
const DAY_BEFORE = /(?<![\p{L}\d])(\d{1,2})(?:\.|st|nd|rd|th|er)? ?(?:of |de |di |ב)?$/u;
const DAY_AND_YEAR_AFTER =
  /\.?(?: (?<after>\d{1,2})(?:st|nd|rd|th)?(?![\d:.]))?(?:,? (?:de |del )?(?<year>20\d\d|next year|twelvemonth|kommenden jahres|nachsten jahres|folgejahres|des folgejahres|prochaine?|proximo|que viene|prossimo|volgend jaar))?/uy;

/** English and other words that are also months: they need a day or a word before that wants a time. */
const AMBIGUOUS = new Set([
  "may",
  "mar",
  "march",
  "mai",
  "mars",
  "set",
  "sept",
  "jan",
  "maj",
  "august",
  "lis",
  "juli",
  "juni",
]);
const TIMED =
  /(?:^|\s)(?:by|in|before|from|until|till|til|since|early|mid|late|for|end|end of|start of|beginning of|around|hasta|ate|finales de|inden|senest|mot|this|next|last|of|im|ab|bis|anfang|mitte|ende|en|debut|fin|mi|a partir d[eu']|para|antes de|in|entro|a|da|vanaf|voor|begin|eind|medio|i|fra|fran|till|til|senast|w|od|do|v|od|в|у|з|до|с|к)[ -]$/u;

/** "H1 2027", "early next year", "for the 2027 season": no more than that is said of the day. */
const HALF_OR_YEAR =
  /(?<![\p{L}\d])(?:h(?<half>[12])(?: (?<year>20\d\d))?|(?<part>early|start of|beginning of|anfang|debut|principios de|inicio de|inizio|begin|borjan av|starten av|poczatek|zacatkem) (?:next year|nachsten jahres|l'annee prochaine|l'an prochain|proximo ano|prossimo anno|volgend jaar|nasta ar|neste ar|przyszlego roku|pristiho roku)|(?:for|in|during|throughout|planning|im jahr|fur|pour|en|para|per il|nel|voor|infor|na|w roku|в|на) (?:the )?(?<year>20\d\d))(?![\d\p{L}-])/gu;
const UNSPACED_MONTH = /(来年|明年|내년)?(?:の|에)?\s?(\d{1,2}|十?[一二三四五六七八九十])\s?(?:月|월)/gu;
const DOTTED = /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(20\d\d)?(?!\d)/g;
const QUARTER = /(?<![\p{L}\d])q([1-4])(?:(?: of)?[ /']?(?:(?:20)?(\d\d)|(next year)))?(?![\p{L}\d])/gu;

const LATE =
  /(?:end|late|ende|fin|finales|finais|fim|fine|eind|einde|slutet|slutningen|slutten|udgangen|lopussa|loppuun|koniec|konca|konci|konec|konce|veg|sfarsitul|конца|конец|концу|кінця)(?: of| de| di| av| af| van| d')? ?$/u;
const EARLY =
  /(?:early|start|beginning|anfang|debut|principios|inicio|comeco|inizio|begin|borjan|starten|begyndelsen|poczatek|poczatku|zacatkem|начал\p{L}*)(?: of| de| di| av| af| van| d')? ?$/u;

export interface Told {
  days: number;
  /** With its day, or in a language that leaves no doubt: a date, not a month in passing. */
  exact: boolean;
  start: number;
  end: number;
}

/** Dates with a named month, as days from `now`; a month that has passed is next year's. */
export function datesIn(folded: string, now: number, language: string): Told[] {
  names ??= monthNames();
  const found: Told[] = [];
  for (const { text: word, start: index } of runsIn(folded, WORD, PLAIN)) {
    const month = word.length > 1 ? monthOfWord(word, names) : undefined;
    if (month === undefined) continue;
    const before = folded.slice(Math.max(0, index - 22), index);
    const day = DAY_BEFORE.exec(before);
    DAY_AND_YEAR_AFTER.lastIndex = index + word.length;
    const { 0: rest, groups } = DAY_AND_YEAR_AFTER.exec(folded)!;
    const dated = day?.[1] ?? groups!.after;
    if (!dated && (AMBIGUOUS.has(word) || word.length < 4) && !TIMED.test(before.slice(-16))) continue;
    const about = LATE.test(before) ? 28 : EARLY.test(before) ? 3 : 15;
    const days = daysUntil(month, Number(dated ?? about), now, groups!.year);
    const start = index - (day?.[0].length ?? 0);
    if (days !== undefined)
      found.push({ days, start, end: index + word.length + rest.length, exact: dated !== undefined });
  }
  for (const match of allIn(folded, UNSPACED_MONTH)) {
    const days = daysUntil(monthOf(match[2]!), 15, now, match[1] && "next year");
    if (days !== undefined) found.push({ days, start: match.index, end: match.index + match[0].length, exact: true });
  }
  for (const match of allIn(folded, DOTTED)) {
    const days = daysUntil(Number(match[2]), Number(match[1]), now, match[3]);
    if (days !== undefined) found.push({ days, start: match.index, end: match.index + match[0].length, exact: true });
  }
  for (const match of allIn(folded, QUARTER)) {
    const ends = LATE.test(folded.slice(Math.max(0, match.index - 12), match.index));
    const days = daysUntil(
      Number(match[1]) * 3 - (ends ? 0 : 1),
      ends ? 28 : 15,
      now,
      match[3] ?? (match[2] && `20${match[2]}`),
    );
    if (days !== undefined) found.push({ days, start: match.index, end: match.index + match[0].length, exact: false });
  }
  for (const match of allIn(folded, HALF_OR_YEAR)) {
    const { half, part, year } = match.groups!;
    const days = daysUntil(
      half === "2" ? 10 : half === "1" || part !== undefined ? 3 : 6,
      15,
      now,
      year ?? "next year",
    );
    if (days !== undefined && days > 0)
      found.push({ days, start: match.index, end: match.index + match[0].length, exact: half !== undefined });
  }
  if (/\d/.test(folded)) found.push(...numbersIn(folded, now, language), ...weeksIn(folded, now));
  return found;
}

/** Undefined for a date that a mail would not look forward to: long past, or years away. */
export function daysUntil(month: number, day: number, now: number, year?: string): number | undefined {
  if (Number.isNaN(now) || month < 1 || month > 12 || day > 31) return undefined;
  const today = new Date(now);
  const said = year && /^20\d\d$/.test(year) ? Number(year) : undefined;
  const at = (inYear: number) => Math.round((Date.UTC(inYear, month - 1, day) - now) / DAY_MS);
  if (said !== undefined) return at(said) < -5 || at(said) > 1_500 ? undefined : at(said);
  const soon = at(today.getUTCFullYear());
  if (year)
    return soon < -200 && !/year|jahr|jaar|twelve/.test(year)
      ? at(today.getUTCFullYear() + 1)
      : at(today.getUTCFullYear() + 1);
  return soon < -20 ? at(today.getUTCFullYear() + 1) : soon;
}

const MONTH_DIGITS = "一二三四五六七八九十";
const monthOf = (written: string): number =>
  /\d/.test(written)
    ? Number(written)
    : [...written].reduce((month, digit) => month + MONTH_DIGITS.indexOf(digit) + 1, 0);
