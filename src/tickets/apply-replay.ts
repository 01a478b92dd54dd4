import { getDecision } from "../db/decisions.ts";
import { getTicket } from "../db/tickets.ts";
import { authorise, type Forbidden } from "../domain/roles.ts";
import { recalculateClock } from "./clocks.ts";
import { changeTicket, type Desk } from "./desk.ts";

export type ApplyReplayOutcome = { kind: "applied" } | { kind: "sending" } | { kind: "gone" } | Forbidden;

/** Makes a replayed reading the ticket's own. */
export const applyReplay =
  ({ db, settings, now }: Desk) =>
  async ({
    by,
    ticketId,
    decisionId,
  }: {
    by: string;
    ticketId: number;
    decisionId: number;
  }): Promise<ApplyReplayOutcome> => {
    const { settings: current } = settings.current();
    const may = authorise(current, by, "agent");
    if (may.kind === "forbidden") return may;
    return db.transaction(async (tx) => {
      const ticket = await getTicket(tx, ticketId);
      const row = await getDecision(tx, decisionId);
      if (!ticket || !row?.decision || !row.route || row.ticketId !== ticketId) return { kind: "gone" };
      if (ticket.state === "sending") return { kind: "sending" };
      const { decision, route } = row;
      const next = { ...ticket, intent: decision.intent, priority: route.priority, queue: route.queue };
      await changeTicket(
        tx,
        ticket,
        {
          intent: next.intent,
          priority: next.priority,
          queue: next.queue,
          decisionId,
          ...(await recalculateClock(tx, current, ticket, next)),
        },
        {
          by,
          action: "ticket.replayed",
          details: { from: ticket.intent, to: next.intent, queue: next.queue, decisionId },
          event: { type: "reclassified", by, from: ticket.intent, to: next.intent, queue: next.queue },
          now: now(),
        },
      );
      return { kind: "applied" };
    });
  };
