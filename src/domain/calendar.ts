import { Temporal } from "temporal-polyfill";
import type { Calendar } from "./settings/sla.ts";

/** A calendar with its time zone settled: the company's where it names none. */
export type WorkingCalendar = Calendar & { timezone: string };

interface Span {
  startAt: number;
  endAt: number;
}

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const MINUTE_MS = 60_000;
/** A calendar that is closed for longer than this has no working time worth waiting for. */
const HORIZON_DAYS = 400;

/** The instant at which `minutes` of working time have passed since `from`. With no working time in sight: plain time. */
export function addWorkingMinutes(from: number, minutes: number, calendar: WorkingCalendar): number {
  let left = minutes * MINUTE_MS;
  for (const span of spansFrom(from, calendar)) {
    const available = span.endAt - span.startAt;
    if (left <= available) return span.startAt + left;
    left -= available;
  }
  return from + minutes * MINUTE_MS;
}

/** Working minutes between two instants; negative when `to` comes first. */
export function workingMinutesBetween(from: number, to: number, calendar: WorkingCalendar): number {
  if (to < from) return -workingMinutesBetween(to, from, calendar);
  let total = 0;
  for (const span of spansFrom(from, calendar)) {
    if (span.startAt >= to) break;
    total += Math.min(span.endAt, to) - span.startAt;
  }
  return total / MINUTE_MS;
}

export function isOpenAt(at: number, calendar: WorkingCalendar): boolean {
  return spansOf(dateAt(at, calendar), calendar).some((span) => span.startAt <= at && at < span.endAt);
}

/** The next instant, `at` included, at which working time runs; undefined when none is in sight. */
export function nextOpening(at: number, calendar: WorkingCalendar): number | undefined {
  for (const span of spansFrom(at, calendar)) return span.startAt;
  return undefined;
}

function* spansFrom(from: number, calendar: WorkingCalendar): Generator<Span> {
  let date = dateAt(from, calendar);
  for (let day = 0; day < HORIZON_DAYS; day++, date = date.add({ days: 1 })) {
    for (const span of spansOf(date, calendar)) {
      if (span.endAt > from) yield { startAt: Math.max(span.startAt, from), endAt: span.endAt };
    }
  }
}

const dateAt = (at: number, calendar: WorkingCalendar) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.timezone).toPlainDate();

/** Settings objects are replaced, never changed, so what was worked out for one stays true as long as it lives. */
const known = new WeakMap<WorkingCalendar, Map<string, Span[]>>();

/** Opening spans of one local day. Wall-clock times are converted one by one, so a day with a clock change comes out right. */
function spansOf(date: Temporal.PlainDate, calendar: WorkingCalendar): Span[] {
  const days = known.get(calendar) ?? new Map<string, Span[]>();
  known.set(calendar, days);
  const key = date.toString();
  const cached = days.get(key);
  if (cached) return cached;

  const windows = calendar.holidays.includes(key) ? [] : calendar.hours[DAYS[date.dayOfWeek - 1]!];
  const spans = windows
    .map((window) => {
      const [from, to] = window.split("-") as [string, string];
      return { startAt: instantOf(date, from, calendar.timezone), endAt: instantOf(date, to, calendar.timezone) };
    })
    .sort((a, b) => a.startAt - b.startAt);
  days.set(key, spans);
  return spans;
}

function instantOf(date: Temporal.PlainDate, time: string, timezone: string): number {
  const midnight = time === "24:00";
  const day = midnight ? date.add({ days: 1 }) : date;
  return day.toZonedDateTime({ timeZone: timezone, plainTime: midnight ? "00:00" : time }).epochMilliseconds;
}
