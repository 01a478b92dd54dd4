import { getTicket, type Ticket } from "../db/tickets.ts";
import { authorise, type Forbidden } from "../domain/roles.ts";
import type { TicketState } from "../domain/ticket.ts";
import { changeTicket, type Desk } from "./desk.ts";

export type ClaimOutcome =
  | { kind: "claimed"; ticketId: number }
  | { kind: "yours-already" }
  | { kind: "taken"; owner: string }
  | { kind: "not-open"; state: TicketState }
  | { kind: "gone" }
  | Forbidden;

interface ClaimRequest {
  ticketId: number;
  by: string;
}

/** Takes a ticket that nobody has. Of two who press at once one gets it, and the other is told who. */
export const claimTicket =
  ({ db, settings, now }: Desk) =>
  async ({ ticketId, by }: ClaimRequest): Promise<ClaimOutcome> => {
    const may = authorise(settings.current().settings, by, "agent");
    if (may.kind === "forbidden") return may;
    return db.transaction(async (tx) => {
      const ticket = await getTicket(tx, ticketId);
      if (!ticket) return { kind: "gone" };
      if (ticket.owner === by && ticket.state === "claimed") return { kind: "yours-already" };
      if (ticket.state !== "new") return notClaimable(ticket);
      await changeTicket(
        tx,
        ticket,
        { state: "claimed", owner: by, ownedSince: now(), touchedAt: now() },
        { by, action: "ticket.claimed", event: { type: "claimed", by }, now: now() },
      );
      return { kind: "claimed", ticketId };
    });
  };

/** Takes a ticket from whoever has it: `from`, where that is known. Of two who press at once, the second is told of the first. */
export const takeOverTicket =
  ({ db, settings, now }: Desk) =>
  async ({ ticketId, by, from: seen }: ClaimRequest & { from?: string | undefined }): Promise<ClaimOutcome> => {
    const may = authorise(settings.current().settings, by, "agent");
    if (may.kind === "forbidden") return may;
    return db.transaction(async (tx) => {
      const ticket = await getTicket(tx, ticketId);
      if (!ticket) return { kind: "gone" };
      if (ticket.state !== "new" && ticket.state !== "claimed") return notClaimable(ticket);
      if (ticket.owner === by) return { kind: "yours-already" };
      if (seen !== undefined && ticket.owner !== null && ticket.owner !== seen) return notClaimable(ticket);
      const from = ticket.owner;
      const event = from === null ? ({ type: "claimed", by } as const) : ({ type: "taken_over", by, from } as const);
      await changeTicket(
        tx,
        ticket,
        { state: "claimed", owner: by, ownedSince: now(), touchedAt: now() },
        { by, action: "ticket.taken-over", details: { from }, event, now: now() },
      );
      return { kind: "claimed", ticketId };
    });
  };

function notClaimable(ticket: Ticket): ClaimOutcome {
  if (ticket.state === "claimed" && ticket.owner !== null) return { kind: "taken", owner: ticket.owner };
  return { kind: "not-open", state: ticket.state };
}

export type ReleaseOutcome =
  | { kind: "released" }
  | { kind: "not-yours"; owner: string | null }
  | { kind: "not-open"; state: TicketState }
  | { kind: "gone" }
  | Forbidden;

/** Gives a ticket back to everybody. */
export const releaseTicket =
  ({ db, settings, now }: Desk) =>
  async ({ ticketId, by }: ClaimRequest): Promise<ReleaseOutcome> => {
    const may = authorise(settings.current().settings, by, "agent");
    if (may.kind === "forbidden") return may;
    return db.transaction(async (tx) => {
      const ticket = await getTicket(tx, ticketId);
      if (!ticket) return { kind: "gone" };
      if (ticket.state !== "claimed") return { kind: "not-open", state: ticket.state };
      if (ticket.owner !== by) return { kind: "not-yours", owner: ticket.owner };
      await changeTicket(
        tx,
        ticket,
        { state: "new", owner: null, ownedSince: null },
        { by, action: "ticket.released", event: { type: "released", by }, now: now() },
      );
      return { kind: "released" };
    });
  };
