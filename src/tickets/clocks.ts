import type { Tx } from "../db/database.ts";
import { dropSteps, placeSteps } from "../db/sla-steps.ts";
import type { Ticket } from "../db/tickets.ts";
import { addWorkingMinutes, workingMinutesBetween } from "../domain/calendar.ts";
import type { Priority } from "../domain/decision.ts";
import { calendarOf } from "../domain/settings/calendars.ts";
import type { Settings } from "../domain/settings/settings.ts";
import { type Clock, ladderOf, resolutionMinutes, responseMinutes } from "../domain/sla.ts";

/** What a clock needs to know of a ticket, as it will be after the change at hand. */
export interface Clocked {
  id: number;
  queue: string;
  intent: string;
  priority: Priority;
}

/**
 * Starts the clock to the next answer. Returns what to write on the ticket; the rungs are rows already.
 * `minutes` overrides what the settings promise (a routing rule may).
 */
export async function startClock(
  tx: Tx,
  settings: Settings,
  ticket: Clocked,
  {
    clock,
    startedAt,
    minutes = responseMinutes(settings, ticket, clock),
  }: { clock: Clock; startedAt: number; minutes?: number },
) {
  await placeSteps(tx, ticket.id, startedAt, ladderOf(settings, ticket.queue, startedAt, minutes));
  const dueAt = addWorkingMinutes(startedAt, minutes, calendarOf(settings, ticket.queue));
  return {
    clock,
    clockStartedAt: startedAt,
    clockMinutes: minutes,
    dueAt,
    ...(clock === "first" && { promisedAt: dueAt }),
  };
}

/** It is the customer's turn, or nobody's: no answer is awaited. */
export async function stopClock(tx: Tx, ticketId: number) {
  await dropSteps(tx, ticketId);
  return { clock: null, clockStartedAt: null, clockMinutes: null, dueAt: null } as const;
}

/** The ticket went to another queue, or its priority changed: the same start, another promise. */
export async function recalculateClock(tx: Tx, settings: Settings, ticket: Ticket, next: Clocked) {
  if (ticket.clock === null || ticket.clockStartedAt === null) return {};
  return startClock(tx, settings, next, { clock: ticket.clock, startedAt: ticket.clockStartedAt });
}

/** The clock to the end of the matter. It stands while the customer's turn lasts, and keeps what is left. */
export function startResolution(
  settings: Settings,
  ticket: Clocked & Pick<Ticket, "resolveMinutesLeft">,
  startedAt: number,
) {
  const minutes = ticket.resolveMinutesLeft ?? resolutionMinutes(settings, ticket);
  return {
    resolveDueAt: addWorkingMinutes(startedAt, minutes, calendarOf(settings, ticket.queue)),
    resolveMinutesLeft: null,
  };
}

export function pauseResolution(settings: Settings, ticket: Ticket, now: number) {
  if (ticket.resolveDueAt === null) return {};
  const left = Math.round(workingMinutesBetween(now, ticket.resolveDueAt, calendarOf(settings, ticket.queue)));
  return { resolveDueAt: null, resolveMinutesLeft: Math.max(0, left) };
}
