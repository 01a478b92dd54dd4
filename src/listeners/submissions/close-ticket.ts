import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from "@slack/bolt";
import { refusalNotice } from "../../views/notices.ts";
import { decodeMoreRef } from "../../views/references.ts";
import type { MoreVerbs } from "../actions/more-menu.ts";
import { replyPrivately } from "../private-reply.ts";

type Submit = AllMiddlewareArgs & SlackViewMiddlewareArgs<ViewSubmitAction>;

export const onSpamConfirmed =
  (closeTicket: MoreVerbs["closeTicket"]) =>
  async (submit: Submit): Promise<void> => {
    await submit.ack();
    const { ticketId } = decodeMoreRef(submit.view.private_metadata);
    const outcome = await closeTicket({ ticketId, by: submit.body.user.id, outcome: "spam" });
    if (outcome.kind !== "closed") await replyPrivately(submit, refusalNotice(outcome));
  };
