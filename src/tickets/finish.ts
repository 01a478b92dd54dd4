import type { Tx } from "../db/database.ts";
import { openApprovalOf, retireDraft } from "../db/drafts.ts";
import { getTicket, type Ticket } from "../db/tickets.ts";
import { authorise, type Forbidden } from "../domain/roles.ts";
import type { Settings } from "../domain/settings/settings.ts";
import type { Outcome, TicketState } from "../domain/ticket.ts";
import { startClock, startResolution, stopClock } from "./clocks.ts";
import { changeTicket, type Desk } from "./desk.ts";

export type CloseOutcome =
  | { kind: "closed" }
  | { kind: "done-already"; outcome: Outcome | null }
  | { kind: "taken"; owner: string }
  | { kind: "sending" }
  | { kind: "gone" }
  | Forbidden;

interface CloseRequest {
  ticketId: number;
  by: string;
  outcome: Extract<Outcome, "closed" | "spam">;
}

/** Ends a ticket without an answer. A colleague's ticket is theirs to end; take it over first. */
export const closeTicket =
  ({ db, settings, now }: Desk) =>
  async ({ ticketId, by, outcome }: CloseRequest): Promise<CloseOutcome> => {
    const may = authorise(settings.current().settings, by, "agent");
    if (may.kind === "forbidden") return may;
    return db.transaction(async (tx) => {
      const ticket = await getTicket(tx, ticketId);
      if (!ticket) return { kind: "gone" };
      if (ticket.state === "done") return { kind: "done-already", outcome: ticket.outcome };
      if (ticket.state === "sending" || (await openApprovalOf(tx, ticketId))) return { kind: "sending" };
      if (ticket.owner !== null && ticket.owner !== by && ticket.state === "claimed")
        return { kind: "taken", owner: ticket.owner };
      await finishTicket(tx, ticket, outcome, by, now());
      return { kind: "closed" };
    });
  };

/** Ends a ticket for whatever reason: nothing of it may leave any more. */
export async function finishTicket(tx: Tx, ticket: Ticket, outcome: Outcome, by: string, now: number): Promise<Ticket> {
  await retireDraft(tx, ticket.id, "dead");
  return changeTicket(
    tx,
    ticket,
    {
      ...(await stopClock(tx, ticket.id)),
      resolveDueAt: null,
      resolveMinutesLeft: null,
      state: "done",
      outcome,
      finishedAt: now,
      finishedBy: by,
      draftId: null,
      snoozedUntil: null,
      snoozedUntilReply: false,
    },
    { by, action: "ticket.closed", details: { outcome }, event: { type: "closed", by, outcome }, now },
  );
}

export type ReopenOutcome =
  | { kind: "reopened" }
  | { kind: "open-already"; state: TicketState }
  | { kind: "gone" }
  | Forbidden;

/** Puts a finished, waiting or snoozed ticket back to work, with its former owner if there was one. */
export const reopenTicket =
  ({ db, settings, now }: Desk) =>
  async ({ ticketId, by }: { ticketId: number; by: string }): Promise<ReopenOutcome> => {
    const may = authorise(settings.current().settings, by, "agent");
    if (may.kind === "forbidden") return may;
    return db.transaction(async (tx) => {
      const ticket = await getTicket(tx, ticketId);
      if (!ticket) return { kind: "gone" };
      if (ticket.state !== "done" && ticket.state !== "waiting" && ticket.state !== "snoozed")
        return { kind: "open-already", state: ticket.state };
      await changeTicket(
        tx,
        ticket,
        { ...reopened(ticket), ...(await resumedClocks(tx, settings.current().settings, ticket, now())) },
        {
          by,
          action: "ticket.reopened",
          event: { type: "reopened", by },
          now: now(),
        },
      );
      return { kind: "reopened" };
    });
  };

/** What a ticket is again when it comes back, by hand or because the customer wrote. */
export const reopened = (ticket: Ticket) =>
  ({
    state: ticket.owner === null ? "new" : "claimed",
    outcome: null,
    finishedAt: null,
    finishedBy: null,
    snoozedUntil: null,
    snoozedUntilReply: false,
  }) as const;

/** A ticket that comes back by hand, or because our answer did not arrive: the clock starts anew, unless it never stood. */
export async function resumedClocks(tx: Tx, settings: Settings, ticket: Ticket, now: number) {
  if (ticket.clock !== null) return {};
  const clock = ticket.firstAnsweredAt === null ? "first" : "next";
  return {
    ...(await startClock(tx, settings, ticket, { clock, startedAt: now })),
    ...startResolution(settings, ticket, now),
  };
}
