import type { ModalView } from "@slack/types";
import type { TicketCard } from "../domain/card.ts";
import { label } from "./text.ts";
import { type CardSurroundings, ticketCard } from "./ticket-card.ts";

/** A ticket's card in a window: the same words and the same buttons as in its channel. */
export function ticketWindow(card: TicketCard, around: CardSurroundings): ModalView {
  return {
    type: "modal",
    callback_id: ticketWindow.id,
    title: label(`Ticket #${card.id}`, 24),
    close: label("Close", 24),
    blocks: ticketCard(card, around, { whole: true }),
  };
}

ticketWindow.id = "ticket.window";
