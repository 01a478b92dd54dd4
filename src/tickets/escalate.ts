import { planEffect } from "../db/effects.ts";
import { enqueue } from "../db/jobs.ts";
import { getTicket } from "../db/tickets.ts";
import { PRIORITIES } from "../domain/decision.ts";
import { JOB_PRIORITY } from "../domain/jobs.ts";
import { authorise, type Forbidden } from "../domain/roles.ts";
import { tellPerson } from "./assign.ts";
import { recalculateClock } from "./clocks.ts";
import { changeTicket, type Desk } from "./desk.ts";

export type EscalateOutcome =
  | { kind: "escalated"; lead: string | undefined }
  | { kind: "done" }
  /** Somebody called for help a moment ago: once is enough. */
  | { kind: "escalated-already" }
  | { kind: "gone" }
  | Forbidden;

interface EscalateRequest {
  ticketId: number;
  by: string;
  reason: string;
}

/** Two who press at once mean the same call. */
const SAME_CALL_MS = 60_000;

/** Calls for help: the priority becomes at least high, the lead is told, and the escalation channel gets one line. */
export const escalateTicket =
  ({ db, settings, now }: Desk) =>
  async ({ ticketId, by, reason }: EscalateRequest): Promise<EscalateOutcome> => {
    const { settings: current } = settings.current();
    const may = authorise(current, by, "agent");
    if (may.kind === "forbidden") return may;
    return db.transaction(async (tx) => {
      const ticket = await getTicket(tx, ticketId);
      if (!ticket) return { kind: "gone" };
      if (ticket.state === "done") return { kind: "done" };
      if (ticket.escalatedAt !== null && now() - ticket.escalatedAt < SAME_CALL_MS)
        return { kind: "escalated-already" };
      const priority = PRIORITIES.indexOf(ticket.priority) < PRIORITIES.indexOf("high") ? "high" : "urgent";
      const clocks = await recalculateClock(tx, current, ticket, { ...ticket, priority });
      const escalated = await changeTicket(
        tx,
        ticket,
        { ...clocks, priority, escalatedAt: now() },
        { by, action: "ticket.escalated", details: { priority }, event: { type: "escalated", by, reason }, now: now() },
      );
      const queue = current.queues[ticket.queue];
      const lead = queue?.lead;
      if (lead && lead !== by) {
        const notice = { type: "escalated", by, reason } as const;
        await tellPerson(tx, escalated, {
          to: lead,
          notice,
          key: `escalated:${escalated.version}`,
          now: now(),
          despiteMute: true,
        });
      }
      if (queue?.escalationChannel) {
        const request = {
          channel: queue.escalationChannel,
          notice: { type: "escalated", ticketId, by, reason, ...(lead && lead !== by && { lead }) },
        };
        const { id } = await planEffect(
          tx,
          { kind: "slack.line", idempotencyKey: `escalated:${ticketId}:${escalated.version}`, ticketId, request },
          now(),
        );
        await enqueue(
          tx,
          { kind: "run-effect", key: `effect:${id}`, payload: { effectId: id }, priority: JOB_PRIORITY.card },
          now(),
        );
      }
      return { kind: "escalated", lead };
    });
  };
