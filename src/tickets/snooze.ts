import type { Tx } from "../db/database.ts";
import { openApprovalOf } from "../db/drafts.ts";
import { getTicket, type Ticket } from "../db/tickets.ts";
import { authorise, type Forbidden } from "../domain/roles.ts";
import type { Settings } from "../domain/settings/settings.ts";
import type { TicketState } from "../domain/ticket.ts";
import { tellPerson } from "./assign.ts";
import { pauseResolution, startClock, startResolution, stopClock } from "./clocks.ts";
import { changeTicket, type Desk } from "./desk.ts";
import { reopened } from "./finish.ts";

export type SnoozeOutcome =
  | { kind: "snoozed"; until: number | undefined }
  | { kind: "past" }
  | { kind: "taken"; owner: string }
  | { kind: "sending" }
  | { kind: "not-open"; state: TicketState }
  | { kind: "gone" }
  | Forbidden;

interface SnoozeRequest {
  ticketId: number;
  by: string;
  /** Undefined: until the customer writes; the clock stops then, because it is their turn. */
  until: number | undefined;
}

/** Puts a ticket off. With a time the answer stays promised and its clock goes on; until a reply it stands. */
export const snoozeTicket =
  ({ db, settings, now }: Desk) =>
  async ({ ticketId, by, until }: SnoozeRequest): Promise<SnoozeOutcome> => {
    const { settings: current } = settings.current();
    const may = authorise(current, by, "agent");
    if (may.kind === "forbidden") return may;
    if (until !== undefined && until <= now()) return { kind: "past" };
    return db.transaction(async (tx) => {
      const ticket = await getTicket(tx, ticketId);
      if (!ticket) return { kind: "gone" };
      if (ticket.state === "sending" || (await openApprovalOf(tx, ticketId))) return { kind: "sending" };
      if (ticket.state === "done" || ticket.state === "waiting") return { kind: "not-open", state: ticket.state };
      if (ticket.owner !== null && ticket.owner !== by) return { kind: "taken", owner: ticket.owner };
      const clocks =
        until === undefined ? { ...(await stopClock(tx, ticketId)), ...pauseResolution(current, ticket, now()) } : {};
      await changeTicket(
        tx,
        ticket,
        {
          ...clocks,
          state: "snoozed",
          owner: by,
          ownedSince: ticket.ownedSince ?? now(),
          snoozedUntil: until ?? null,
          snoozedUntilReply: until === undefined,
        },
        {
          by,
          action: "ticket.snoozed",
          details: { until: until ?? null },
          event: { type: "snoozed", by, ...(until !== undefined && { until }) },
          now: now(),
        },
      );
      return { kind: "snoozed", until };
    });
  };

/** The time has come: the ticket is back with whoever put it off, and they are told. */
export async function wakeTicket(tx: Tx, ticket: Ticket, settings: Settings, now: number): Promise<Ticket> {
  const clock = ticket.firstAnsweredAt === null ? "first" : "next";
  const clocks =
    ticket.clock === null
      ? {
          ...(await startClock(tx, settings, ticket, { clock, startedAt: now })),
          ...startResolution(settings, ticket, now),
        }
      : {};
  const back = await changeTicket(
    tx,
    ticket,
    { ...reopened(ticket), ...clocks, touchedAt: now },
    { by: "mailroom", action: "ticket.woken", event: { type: "woken", why: "time" }, now },
  );
  if (ticket.owner !== null)
    await tellPerson(tx, back, {
      to: ticket.owner,
      notice: { type: "back", why: "time" },
      key: `back:${back.version}`,
      now,
    });
  return back;
}
