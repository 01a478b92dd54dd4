import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from "@slack/bolt";
import type { ApproveOutcome } from "../../tickets/approve-answer.ts";
import type { ReadCardOutcome } from "../../tickets/card-data.ts";
import type { ClaimOutcome, ReleaseOutcome } from "../../tickets/claim.ts";
import type { ReopenOutcome } from "../../tickets/finish.ts";
import type { UndoOutcome } from "../../tickets/undo-sending.ts";
import { refusalNotice } from "../../views/notices.ts";
import { decodeAnswerRef, decodeTakeOverRef } from "../../views/references.ts";
import { replyPrivately } from "../private-reply.ts";
import { redrawWindow } from "./show-ticket.ts";

type Press = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;
type OnTicket<Outcome> = (request: { ticketId: number; by: string; from: string | undefined }) => Promise<Outcome>;

interface Window {
  readCard: (request: { ticketId: number; by: string }) => Promise<ReadCardOutcome>;
  now: () => number;
}

/** Claim, Take over, Release and Reopen are one shape: acknowledge, ask, and say something only when it was refused. */
const onTicketButton =
  <Outcome extends ClaimOutcome | ReleaseOutcome | ReopenOutcome | UndoOutcome>(
    verb: OnTicket<Outcome>,
    { readCard, now }: Window,
  ) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const outcome = await verb({ ...decodeTakeOverRef(press.action.value), by: press.body.user.id });
    if (
      outcome.kind !== "claimed" &&
      outcome.kind !== "released" &&
      outcome.kind !== "reopened" &&
      outcome.kind !== "undone"
    ) {
      await replyPrivately(press, refusalNotice(outcome));
    }
    await redrawWindow(press, readCard, now);
  };

export const onClaim = (claimTicket: OnTicket<ClaimOutcome>, window: Window) => onTicketButton(claimTicket, window);
export const onTakeOver = (takeOverTicket: OnTicket<ClaimOutcome>, window: Window) =>
  onTicketButton(takeOverTicket, window);
export const onRelease = (releaseTicket: OnTicket<ReleaseOutcome>, window: Window) =>
  onTicketButton(releaseTicket, window);
export const onUndo = (undoSending: OnTicket<UndoOutcome>, window: Window) => onTicketButton(undoSending, window);
export const onReopen = (reopenTicket: OnTicket<ReopenOutcome>, window: Window) => onTicketButton(reopenTicket, window);

type Approve = (request: { ticketId: number; draftId: number; seal: string; by: string }) => Promise<ApproveOutcome>;

export const onApprove =
  (approveAnswer: Approve, { readCard, now }: Window) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const outcome = await approveAnswer({ ...decodeAnswerRef(press.action.value), by: press.body.user.id });
    if (outcome.kind !== "approved") await replyPrivately(press, refusalNotice(outcome));
    await redrawWindow(press, readCard, now);
  };
