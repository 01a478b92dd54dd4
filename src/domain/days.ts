import { Temporal } from "temporal-polyfill";

/** Beginning and end of the local day that holds an instant. A day with a clock change is 23 or 25 hours long. */
export function dayOf(at: number, timezone: string): { from: number; to: number } {
  const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone).toPlainDate();
  const start = (day: Temporal.PlainDate) =>
    day.toZonedDateTime({ timeZone: timezone, plainTime: "00:00" }).epochMilliseconds;
  return { from: start(date), to: start(date.add({ days: 1 })) };
}

/** A local time of day on the day that lies `days` after the one of `at`. */
export function atLocalTime(at: number, timezone: string, days: number, time: string): number {
  const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone).toPlainDate().add({ days });
  return date.toZonedDateTime({ timeZone: timezone, plainTime: time }).epochMilliseconds;
}

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (at: number, timezone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone).dayOfWeek;

/** Minutes since local midnight. */
export function minuteOfDay(at: number, timezone: string): number {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
  return hour * 60 + minute;
}
