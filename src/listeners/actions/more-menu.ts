import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs, StaticSelectAction } from "@slack/bolt";
import { MailroomError } from "../../domain/errors.ts";
import type { Forbidden } from "../../domain/roles.ts";
import type { CloseOutcome } from "../../tickets/finish.ts";
import type { TimelineOutcome } from "../../tickets/read-ticket.ts";
import { spamModal } from "../../views/confirm-modal.ts";
import { MORE } from "../../views/ids.ts";
import { refusalNotice } from "../../views/notices.ts";
import { decodeMoreRef } from "../../views/references.ts";
import { timelineText } from "../../views/timeline.ts";
import { replyPrivately } from "../private-reply.ts";

type Choice = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<StaticSelectAction>>;

export interface MoreVerbs {
  closeTicket: (request: { ticketId: number; by: string; outcome: "closed" | "spam" }) => Promise<CloseOutcome>;
  readGmailUrl: (request: {
    ticketId: number;
    by: string;
  }) => Promise<{ kind: "url"; url: string } | { kind: "gone" } | Forbidden>;
  readTimeline: (request: { ticketId: number; by: string }) => Promise<TimelineOutcome>;
}

export const onMore =
  (verbs: MoreVerbs) =>
  async (press: Choice): Promise<void> => {
    await press.ack();
    const { ticketId, choice } = decodeMoreRef(press.action.selected_option?.value);
    const request = { ticketId, by: press.body.user.id };
    switch (choice) {
      case MORE.close: {
        const outcome = await verbs.closeTicket({ ...request, outcome: "closed" });
        if (outcome.kind !== "closed") await replyPrivately(press, refusalNotice(outcome));
        return;
      }
      case MORE.spam:
        await press.client.views.open({ trigger_id: press.body.trigger_id, view: spamModal(ticketId, choice) });
        return;
      case MORE.openInGmail: {
        const outcome = await verbs.readGmailUrl(request);
        return replyPrivately(
          press,
          outcome.kind === "url" ? `<${outcome.url}|Open ticket #${ticketId} in Gmail>` : refusalNotice(outcome),
        );
      }
      case MORE.timeline: {
        const outcome = await verbs.readTimeline(request);
        return replyPrivately(press, outcome.kind === "timeline" ? timelineText(outcome) : refusalNotice(outcome));
      }
      default:
        throw new MailroomError("payload_invalid", { detail: "an unknown choice of the More menu" });
    }
  };
