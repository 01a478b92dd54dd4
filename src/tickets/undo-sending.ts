import { openApprovalOf } from "../db/drafts.ts";
import { getTicket } from "../db/tickets.ts";
import { authorise, type Forbidden } from "../domain/roles.ts";
import { callBack } from "./call-back.ts";
import { changeTicket, type Desk } from "./desk.ts";

export type UndoOutcome = { kind: "undone" } | { kind: "too-late" } | { kind: "gone" } | Forbidden;

/** Calls back what Mailroom was about to send by itself. */
export const undoSending =
  ({ db, settings, now }: Desk) =>
  async ({ ticketId, by }: { ticketId: number; by: string }): Promise<UndoOutcome> => {
    const may = authorise(settings.current().settings, by, "agent");
    if (may.kind === "forbidden") return may;
    return db.transaction(async (tx) => {
      const ticket = await getTicket(tx, ticketId);
      if (!ticket) return { kind: "gone" };
      const approval = await openApprovalOf(tx, ticketId);
      if (!approval || approval.byPerson || !(await callBack(tx, approval, "A person called it back.", now())))
        return { kind: "too-late" };
      await changeTicket(
        tx,
        ticket,
        ticket.state === "sending" ? { state: ticket.owner === null ? "new" : "claimed" } : {},
        { by, action: "reply.undone", details: { approvalId: approval.id }, event: { type: "undone", by }, now: now() },
      );
      return { kind: "undone" };
    });
  };
