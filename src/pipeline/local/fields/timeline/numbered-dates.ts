import { daysUntil, type Told } from "./dates.ts";

const DAY_MS = 86_400_000;

/** `2026-08-05`, `31/12/2026`, and, where a word says that a day follows, `15/09`. */
const YEAR_FIRST = /(?<![\d-])(20\d\d)-(\d\d)-(\d\d)(?![\d-])/g;
const SLASHED = /(?<![\d/])(\d{1,2})\/(\d{1,2})(?:\/(20)?(\d\d))?(?![\d/])/g;
const A_DAY_FOLLOWS =
  /(?:^|\s)(?:by|before|until|from|on|due|bis|ab|vor|le|du|au|avant|el|del|al|para el|antes del|dia|ate|il|entro il|dal|voor|vanaf|op|den|senast|inden|do|od|przed)[ :]$/u;

/** Dates in digits alone. English writers put the month first unless it cannot be one; all others the day. */
export function numbersIn(folded: string, now: number, language: string): Told[] {
  const found: Told[] = [];
  const add = (match: RegExpExecArray, month: number, day: number, year?: string) => {
    const days = daysUntil(month, day, now, year);
    if (days !== undefined) found.push({ days, start: match.index, end: match.index + match[0].length, exact: true });
  };
  for (const match of folded.matchAll(YEAR_FIRST)) add(match, Number(match[2]), Number(match[3]), match[1]);
  for (const match of folded.matchAll(SLASHED)) {
    const [, first, second, , year] = match;
    if (!year && !A_DAY_FOLLOWS.test(folded.slice(Math.max(0, match.index - 12), match.index))) continue;
    const monthFirst = language === "en" ? Number(second) > 12 || Number(first) <= 12 : Number(second) > 12;
    const [month, day] = monthFirst ? [Number(first), Number(second)] : [Number(second), Number(first)];
    add(match, month, day, year && `20${year}`);
  }
  return found;
}

const WEEK =
  /(?<![\p{L}\d])(?:kw|kalenderwoche|week(?: (?:no\.?|number))?|wk|weeknummer|vecka|v\.|uge|uke|viikolla|viikko|vk\.?|tydzien|tygodniu|tydnu) ?(\d{1,2})(?![\d%:]|[.,]\d| of | x )/gu;

/** "KW 45", "vecka 31": the Thursday of that week of the year, as ISO 8601 counts them. */
export function weeksIn(folded: string, now: number): Told[] {
  if (Number.isNaN(now)) return [];
  const found: Told[] = [];
  for (const match of folded.matchAll(WEEK)) {
    const week = Number(match[1]);
    if (week < 1 || week > 53) continue;
    const thisYear = daysToWeek(week, new Date(now).getUTCFullYear(), now);
    const days = thisYear < -10 ? daysToWeek(week, new Date(now).getUTCFullYear() + 1, now) : thisYear;
    found.push({ days, start: match.index, end: match.index + match[0].length, exact: true });
  }
  return found;
}

/** Week 1 is the one with 4 January in it. */
function daysToWeek(week: number, year: number, now: number): number {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const thursday = fourth.getTime() + (4 - (fourth.getUTCDay() || 7) + (week - 1) * 7) * DAY_MS;
  return Math.round((thursday - now) / DAY_MS);
}
