import { openApprovalOf, settleApproval } from "../db/drafts.ts";
import { endEffect, openEffectsOf } from "../db/effects.ts";
import { getTicket } from "../db/tickets.ts";
import { authorise, type Forbidden } from "../domain/roles.ts";
import { changeTicket, type Desk } from "./desk.ts";

export type UndoOutcome = { kind: "undone" } | { kind: "too-late" } | { kind: "gone" } | Forbidden;

/** Calls back what Mailroom was about to send by itself. Once the attempt is written down it is past calling back. */
export const undoSending =
  ({ db, settings, now }: Desk) =>
  async ({ ticketId, by }: { ticketId: number; by: string }): Promise<UndoOutcome> => {
    const may = authorise(settings.current().settings, by, "agent");
    if (may.kind === "forbidden") return may;
    return db.transaction(async (tx) => {
      const ticket = await getTicket(tx, ticketId);
      if (!ticket) return { kind: "gone" };
      const approval = await openApprovalOf(tx, ticketId);
      const effects = await openEffectsOf(tx, ticketId, ["gmail.reply"]);
      if (!approval || approval.byPerson || effects.some(({ state }) => state !== "planned"))
        return { kind: "too-late" };
      const reason = "A person called it back.";
      for (const { id } of effects) await endEffect(tx, id, "cancelled", reason, now());
      await settleApproval(tx, approval.id, { state: "void", voidReason: reason });
      await changeTicket(
        tx,
        ticket,
        ticket.state === "sending" ? { state: ticket.owner === null ? "new" : "claimed" } : {},
        { by, action: "reply.undone", details: { approvalId: approval.id }, event: { type: "undone", by }, now: now() },
      );
      return { kind: "undone" };
    });
  };
