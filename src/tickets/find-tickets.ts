import { findMessageByProviderId, newestInboundOf } from "../db/messages.ts";
import { searchTickets } from "../db/search.ts";
import { linesById, listTickets, newestTicketIds } from "../db/ticket-lists.ts";
import type { TicketLine } from "../domain/home.ts";
import { authorise, type Forbidden } from "../domain/roles.ts";
import type { Desk } from "./desk.ts";

export interface Found {
  kind: "tickets";
  tickets: TicketLine[];
  total: number;
  page: number;
}

export const LIST_PAGE = 10;

/** Tickets for a list in Slack: one's own, a queue's, or those that hold some words. */
export const findTickets =
  ({ db, settings }: Desk) =>
  async (
    wanted: { by: string; page: number } & ({ mine: true } | { queue: string | undefined } | { words: string }),
  ): Promise<Found | { kind: "no-queue"; known: string[] } | Forbidden> => {
    const { settings: current } = settings.current();
    const may = authorise(current, wanted.by, "viewer");
    if (may.kind === "forbidden") return may;
    const paging = { page: wanted.page, size: LIST_PAGE };
    if ("mine" in wanted)
      return {
        kind: "tickets",
        ...(await listTickets(db.read, { states: ["claimed", "sending", "snoozed"], owner: wanted.by }, paging)),
      };
    if ("words" in wanted) {
      const { ids, total } = await searchTickets(db.read, wanted.words, {
        limit: LIST_PAGE,
        offset: wanted.page * LIST_PAGE,
      });
      return { kind: "tickets", tickets: await linesById(db.read, ids), total, page: wanted.page };
    }
    const { queue } = wanted;
    if (queue !== undefined && !(queue in current.queues))
      return { kind: "no-queue", known: Object.keys(current.queues) };
    return {
      kind: "tickets",
      ...(await listTickets(
        db.read,
        { states: ["new", "claimed", "sending"], ...(queue !== undefined && { queue }) },
        paging,
      )),
    };
  };

/** The messages that a replay is asked for: a ticket's newest, one by its Gmail id, or those of the last K tickets. */
export const findMessages =
  ({ db }: Desk) =>
  async (wanted: { ticketId: number } | { gmailId: string } | { last: number }): Promise<number[]> => {
    if ("gmailId" in wanted) {
      const id = await findMessageByProviderId(db.read, wanted.gmailId);
      return id === undefined ? [] : [id];
    }
    const tickets = "ticketId" in wanted ? [wanted.ticketId] : await newestTicketIds(db.read, wanted.last);
    const found = await Promise.all(tickets.map((ticket) => newestInboundOf(db.read, ticket)));
    return found.flatMap((id) => id ?? []);
  };
