import type { WorkingCalendar } from "../calendar.ts";
import type { Person } from "./desk.ts";
import type { Settings } from "./settings.ts";

/** The queue's working time; a queue that is gone works by the default calendar. */
export const calendarOf = (settings: Settings, queue: string): WorkingCalendar =>
  named(settings, settings.queues[queue]?.calendar ?? "default");

export const personCalendarOf = (settings: Settings, person: Pick<Person, "calendar">): WorkingCalendar =>
  named(settings, person.calendar);

/** The time zone in which a person reads a clock: their calendar's, else the company's. */
export function timezoneOf(settings: Settings, slack: string): string {
  const person = settings.people.find((one) => one.slack === slack);
  return person ? personCalendarOf(settings, person).timezone : settings.company.timezone;
}

/** A calendar in its own time zone or the company's. One object for each settings version, so that worked-out days are kept. */
function named(settings: Settings, name: string): WorkingCalendar {
  const cache = calendars.get(settings) ?? new Map<string, WorkingCalendar>();
  calendars.set(settings, cache);
  const cached = cache.get(name);
  if (cached) return cached;
  const calendar = settings.calendars[name] ?? settings.calendars["default"]!;
  const working = { ...calendar, timezone: calendar.timezone ?? settings.company.timezone };
  cache.set(name, working);
  return working;
}

const calendars = new WeakMap<Settings, Map<string, WorkingCalendar>>();
