import { getTicket } from "../db/tickets.ts";
import { authorise, type Forbidden } from "../domain/roles.ts";
import { changeTicket, type Desk } from "./desk.ts";

export type NoteOutcome = { kind: "noted" } | { kind: "gone" } | Forbidden;

/** An internal note: it stands in the Slack thread and goes nowhere else. */
export const addNote =
  ({ db, settings, now }: Desk) =>
  async ({ ticketId, by, note }: { ticketId: number; by: string; note: string }): Promise<NoteOutcome> => {
    const may = authorise(settings.current().settings, by, "agent");
    if (may.kind === "forbidden") return may;
    return db.transaction(async (tx) => {
      const ticket = await getTicket(tx, ticketId);
      if (!ticket) return { kind: "gone" };
      await changeTicket(
        tx,
        ticket,
        { touchedAt: now() },
        { by, action: "ticket.noted", event: { type: "noted", by, note }, now: now() },
      );
      return { kind: "noted" };
    });
  };
