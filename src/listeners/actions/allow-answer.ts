import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from "@slack/bolt";
import type { AllowOutcome, ReadPermitOutcome } from "../../tickets/allow-answer.ts";
import { allowModal, readAllow } from "../../views/allow-modal.ts";
import { refusalNotice } from "../../views/notices.ts";
import { decodeAnswerRef } from "../../views/references.ts";
import { replyPrivately } from "../private-reply.ts";
import { type Submit, sayInWindow, submitted } from "../window.ts";

type Press = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;
interface Seen {
  ticketId: number;
  draftId: number;
  seal: string;
  by: string;
}

/** Whoever may not allow it is told so, and who may; nobody else learns of it. */
export const onAllow =
  (readPermitRequest: (seen: Seen) => Promise<ReadPermitOutcome>) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const outcome = await readPermitRequest({ ...decodeAnswerRef(press.action.value), by: press.body.user.id });
    if (outcome.kind !== "request") return replyPrivately(press, refusalNotice(outcome));
    await press.client.views.open({ trigger_id: press.body.trigger_id, view: allowModal(outcome.request) });
  };

export const onAllowed =
  (allowAnswer: (seen: Seen) => Promise<AllowOutcome>) =>
  async (submit: Submit): Promise<void> => {
    const outcome = await allowAnswer({ ...readAllow(submitted(submit)), by: submit.body.user.id });
    return outcome.kind === "allowed" ? submit.ack() : sayInWindow(submit, "Allow a promise", refusalNotice(outcome));
  };
