import { isOpenAt } from "./calendar.ts";
import { personCalendarOf } from "./settings/calendars.ts";
import type { Person } from "./settings/desk.ts";
import type { Settings } from "./settings/settings.ts";

/** What is known of a person's day beyond the settings. */
export interface Load {
  openTickets: number;
  /** When they were last given a ticket by Mailroom; 0 for never. */
  lastAssignedAt: number;
}

export interface Candidate {
  person: Person;
  load: Load;
  working: boolean;
  /** Why they fit or do not, in words. */
  reasons: string[];
  /** Higher is better; equals take turns. */
  fit: number;
}

interface Wanted {
  queue: string;
  intent: string;
  language: string;
  at: number;
}

/**
 * Everybody who may work, the best fit first: at work now, with room, speaking the customer's language, with the skill, an owner
 * of the queue. Among equals whoever was asked longest ago, so that turns go round.
 */
export function rankPeople(settings: Settings, wanted: Wanted, loadOf: (slack: string) => Load): Candidate[] {
  const owners = settings.queues[wanted.queue]?.owners ?? [];
  return settings.people
    .filter((person) => person.roles.some((role) => role === "agent" || role === "admin"))
    .map((person) => {
      const load = loadOf(person.slack);
      const working = isOpenAt(wanted.at, personCalendarOf(settings, person));
      const skilled = person.skills.some((skill) => skill === wanted.intent || skill === wanted.queue);
      const speaks =
        person.languages.length === 0 ? wanted.language === "en" : person.languages.includes(wanted.language);
      const owns = owners.includes(person.slack);
      const full = load.openTickets >= person.capacity;
      const reasons = [
        working ? "at work" : "not at work now",
        ...(owns ? [`owns ${wanted.queue}`] : []),
        ...(skilled ? [`knows ${wanted.intent}`] : []),
        ...(speaks && wanted.language !== "en" ? [`speaks ${wanted.language}`] : []),
        `${load.openTickets} open${full ? ", full" : ""}`,
      ];
      const fit =
        (working ? 16 : 0) +
        (full ? -8 : 0) +
        (speaks ? 4 : 0) +
        (owns ? 2 : 0) +
        (skilled ? 2 : 0) -
        Math.min(1, load.openTickets / person.capacity);
      return { person, load, working, reasons, fit };
    })
    .sort(
      (a, b) =>
        b.fit - a.fit || a.load.lastAssignedAt - b.load.lastAssignedAt || (a.person.slack < b.person.slack ? -1 : 1),
    );
}

/** Who is next: the best fit that is at work and has room; undefined leaves the ticket in the pool. */
export const nextInRotation = (ranked: readonly Candidate[]): Candidate | undefined =>
  ranked.find(({ working, load, person }) => working && load.openTickets < person.capacity);
