import { appendAudit } from "../db/audit.ts";
import type { Database, Tx } from "../db/database.ts";
import { planEffect } from "../db/effects.ts";
import { enqueue } from "../db/jobs.ts";
import { type Ticket, updateTicket } from "../db/tickets.ts";
import { PRIORITIES, type Priority } from "../domain/decision.ts";
import { FIRST_CARD_PRIORITY, JOB_PRIORITY } from "../domain/jobs.ts";
import type { TicketEvent } from "../domain/ticket-event.ts";
import { refreshHomes } from "./homes.ts";
import type { SettingsStore } from "./settings-store.ts";

/** What every verb needs. */
export interface Desk {
  db: Database;
  settings: SettingsStore;
  now: () => number;
}

interface Change {
  /** Slack member id, or `mailroom`. */
  by: string;
  /** For the audit, as `noun.verb`. */
  action: string;
  details?: Record<string, string | number | boolean | null>;
  /** Told in the Slack thread, where the change is one that people want told. */
  event?: TicketEvent;
  now: number;
}

type Patch = Parameters<typeof updateTicket>[2];

/** The one door for changes to a ticket: the row by compare-and-set, the audit row, the redrawn card and the line in the thread commit together. */
export async function changeTicket(
  tx: Tx,
  ticket: Ticket,
  patch: Patch,
  { by, action, details, event, now }: Change,
): Promise<Ticket> {
  const changed = await updateTicket(tx, ticket, patch);
  // Writers queue, so a ticket read in this transaction cannot have changed: if it has, a caller kept one from before.
  if (!changed) throw new Error(`ticket ${ticket.id} was read outside the transaction that changes it`);
  await appendAudit(tx, { at: now, actor: by, action, ticketId: ticket.id, ...(details && { details }) });
  await redrawCard(tx, changed, now);
  await refreshHomes(tx, now);
  if (event) await tellThread(tx, changed, event, now);
  return changed;
}

/** Asks for the card to show the newest state. Tickets that were settled silently have none. */
export async function redrawCard(
  tx: Tx,
  ticket: Pick<Ticket, "id" | "outcome" | "cardTs" | "priority">,
  now: number,
): Promise<void> {
  if (ticket.outcome === "silent" && ticket.cardTs === null) return;
  const priority = ticket.cardTs === null ? FIRST_CARD_PRIORITY[ticket.priority] : JOB_PRIORITY.redraw;
  await enqueue(tx, { kind: "draw-card", key: `card:${ticket.id}`, payload: { ticketId: ticket.id }, priority }, now);
}

/** How far the urgent goes ahead of the rest where cards wait: fewer steps than lie between two kinds of work. */
export const rankOf = (priority: Priority): number => PRIORITIES.indexOf(priority);

/** The same in a channel that takes one message a second, where what somebody has in hand is looked for now. */
export const rankInChannel = ({ owner, priority }: Pick<Ticket, "owner" | "priority">): number =>
  rankOf(owner === null ? priority : "urgent");

/** A line in the ticket's Slack thread; it waits until there is a card to hang it under. */
export async function tellThread(
  tx: Tx,
  ticket: Pick<Ticket, "id" | "version" | "cardTs" | "outcome">,
  event: TicketEvent,
  now: number,
  // What makes this telling the only one of its kind: the change that caused it, unless the caller knows better.
  occasion = `${ticket.version}`,
): Promise<void> {
  if (ticket.outcome === "silent" && ticket.cardTs === null) return;
  const key = `note:${ticket.id}:${occasion}:${event.type}`;
  const { id } = await planEffect(
    tx,
    { kind: "slack.note", idempotencyKey: key, ticketId: ticket.id, request: { ticketId: ticket.id, event } },
    now,
  );
  if (ticket.cardTs !== null) await runThreadEffect(tx, ticket.id, id, now);
}

/** Posts in one thread keep their order: they share a lane. */
export async function runThreadEffect(tx: Tx, ticketId: number, effectId: number, now: number): Promise<void> {
  await enqueue(
    tx,
    {
      kind: "run-effect",
      key: `effect:${effectId}`,
      lane: `thread:${ticketId}`,
      payload: { effectId },
      priority: JOB_PRIORITY.note,
    },
    now,
  );
}
