import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from "@slack/bolt";
import type { ReadAnswerOutcome } from "../../tickets/edit-answer.ts";
import { editModal } from "../../views/edit-modal.ts";
import { refusalNotice } from "../../views/notices.ts";
import { decodeTicketRef } from "../../views/references.ts";
import { replyPrivately } from "../private-reply.ts";

type Press = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;
type Read = (request: { ticketId: number; by: string }) => Promise<ReadAnswerOutcome>;

export const onEdit =
  (readAnswer: Read) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const { ticketId } = decodeTicketRef(press.action.value);
    const outcome = await readAnswer({ ticketId, by: press.body.user.id });
    if (outcome.kind !== "answer") return replyPrivately(press, refusalNotice(outcome));
    const { answer } = outcome;
    await press.client.views.open({
      trigger_id: press.body.trigger_id,
      view: editModal({
        ...answer,
        subject: answer.draft.subject,
        body: answer.draft.body,
        to: answer.draft.to.map((one) => one.address),
        cc: answer.draft.cc.map((one) => one.address),
        holds: answer.holds.map(({ reason }) => reason),
        notice: undefined,
      }),
    });
  };
