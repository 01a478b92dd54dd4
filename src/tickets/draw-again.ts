import { getTicket } from "../db/tickets.ts";
import { type Desk, redrawCard } from "./desk.ts";

/** The same card once more: nothing about the ticket changed. */
export const drawAgain =
  ({ db, now }: Desk) =>
  (ticketId: number): Promise<void> =>
    db.transaction(async (tx) => {
      const ticket = await getTicket(tx, ticketId);
      if (ticket) await redrawCard(tx, ticket, now());
    });
