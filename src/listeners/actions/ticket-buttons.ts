import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from "@slack/bolt";
import type { ApproveOutcome } from "../../tickets/approve-answer.ts";
import type { ClaimOutcome, ReleaseOutcome } from "../../tickets/claim.ts";
import type { ReopenOutcome } from "../../tickets/finish.ts";
import { refusalNotice } from "../../views/notices.ts";
import { decodeAnswerRef, decodeTicketRef } from "../../views/references.ts";
import { replyPrivately } from "../private-reply.ts";

type Press = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;
type OnTicket<Outcome> = (request: { ticketId: number; by: string }) => Promise<Outcome>;

/** Claim, Take over, Release and Reopen are one shape: acknowledge, ask, and say something only when it was refused. */
const onTicketButton =
  <Outcome extends ClaimOutcome | ReleaseOutcome | ReopenOutcome>(verb: OnTicket<Outcome>) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const { ticketId } = decodeTicketRef(press.action.value);
    const outcome = await verb({ ticketId, by: press.body.user.id });
    if (outcome.kind === "claimed" || outcome.kind === "released" || outcome.kind === "reopened") return;
    await replyPrivately(press, refusalNotice(outcome));
  };

export const onClaim = (claimTicket: OnTicket<ClaimOutcome>) => onTicketButton(claimTicket);
export const onTakeOver = (takeOverTicket: OnTicket<ClaimOutcome>) => onTicketButton(takeOverTicket);
export const onRelease = (releaseTicket: OnTicket<ReleaseOutcome>) => onTicketButton(releaseTicket);
export const onReopen = (reopenTicket: OnTicket<ReopenOutcome>) => onTicketButton(reopenTicket);

type Approve = (request: { ticketId: number; draftId: number; seal: string; by: string }) => Promise<ApproveOutcome>;

export const onApprove =
  (approveAnswer: Approve) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const outcome = await approveAnswer({ ...decodeAnswerRef(press.action.value), by: press.body.user.id });
    if (outcome.kind !== "approved") await replyPrivately(press, refusalNotice(outcome));
  };
