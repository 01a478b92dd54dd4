import type { WorkingCalendar } from "../calendar.ts";
import type { Settings } from "./settings.ts";

/** The queue's calendar, in its own time zone or the company's. One object for each settings version, so that worked-out days are kept. */
export function calendarOf(settings: Settings, queue: string): WorkingCalendar {
  const name = settings.queues[queue]?.calendar ?? "default";
  const cache = calendars.get(settings) ?? new Map<string, WorkingCalendar>();
  calendars.set(settings, cache);
  const cached = cache.get(name);
  if (cached) return cached;
  const calendar = settings.calendars[name]!;
  const working = { ...calendar, timezone: calendar.timezone ?? settings.company.timezone };
  cache.set(name, working);
  return working;
}

const calendars = new WeakMap<Settings, Map<string, WorkingCalendar>>();
