import { addWorkingMinutes } from "./calendar.ts";
import type { Priority } from "./decision.ts";
import { calendarOf } from "./settings/calendars.ts";
import type { Settings } from "./settings/settings.ts";
import { minutesOf } from "./settings/sla.ts";

/** Two response clocks, one after the other: to the first answer, and to each later one. Resolution has its own. */
export type Clock = "first" | "next";

interface Promised {
  queue: string;
  intent: string;
  priority: Priority;
}

/** Working minutes that the settings promise for an answer. An intent's own promise goes before its queue's, and that before the company's. */
export function responseMinutes(settings: Settings, { queue, intent, priority }: Promised, clock: Clock): number {
  const sla = settings.queues[queue]?.sla ?? settings.sla;
  const own = settings.intents[intent]?.sla;
  return minutesOf((own ?? (clock === "first" ? sla.firstResponse : sla.nextResponse))[priority]);
}

export const resolutionMinutes = (settings: Settings, { queue, priority }: Promised): number =>
  minutesOf((settings.queues[queue]?.sla ?? settings.sla).resolution[priority]);

/**
 * Per cent of the promised time at which somebody is told, and told more loudly:
 * 50 the card's clock turns, silently · 75 the owner, or the next in rotation · 90 the owner group, in the thread ·
 * 100 the lead and the escalation channel · 125 a second line there.
 */
export const LADDER = [50, 75, 90, 100, 125] as const;
export type Rung = (typeof LADDER)[number];

export interface RungTime {
  rung: Rung;
  fireAt: number;
}

/** When each rung is due, in the working time of the queue. */
export function ladderOf(settings: Settings, queue: string, startedAt: number, minutes: number): RungTime[] {
  const calendar = calendarOf(settings, queue);
  return LADDER.map((rung) => ({ rung, fireAt: addWorkingMinutes(startedAt, (minutes * rung) / 100, calendar) }));
}

/** When half of the promised time is gone: the card's clock turns. */
export const halfwayOf = (settings: Settings, queue: string, startedAt: number, minutes: number): number =>
  addWorkingMinutes(startedAt, minutes / 2, calendarOf(settings, queue));
