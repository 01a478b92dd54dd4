import type { App } from "@slack/bolt";
import { MailroomError } from "../domain/errors.ts";
import type { Log } from "../domain/log.ts";
import type { approveAnswer } from "../tickets/approve-answer.ts";
import type { claimTicket, releaseTicket, takeOverTicket } from "../tickets/claim.ts";
import type { readAnswer, saveAnswer } from "../tickets/edit-answer.ts";
import type { reopenTicket } from "../tickets/finish.ts";
import { ACTION, VIEW } from "../views/ids.ts";
import { onEdit } from "./actions/edit-answer.ts";
import { type MoreVerbs, onMore } from "./actions/more-menu.ts";
import { onApprove, onClaim, onRelease, onReopen, onTakeOver } from "./actions/ticket-buttons.ts";
import { membersOnly } from "./members-only.ts";
import { onlyOnce } from "./once.ts";
import { reportFailures } from "./report-failures.ts";
import { onSpamConfirmed } from "./submissions/close-ticket.ts";
import { onEditSubmitted } from "./submissions/edit-answer.ts";

/** Everything that a person can do, as the listeners call it: the verbs with their desk already in hand. */
export interface ListenerDeps extends MoreVerbs {
  teamId: string;
  log: Log;
  claimTicket: ReturnType<typeof claimTicket>;
  takeOverTicket: ReturnType<typeof takeOverTicket>;
  releaseTicket: ReturnType<typeof releaseTicket>;
  reopenTicket: ReturnType<typeof reopenTicket>;
  approveAnswer: ReturnType<typeof approveAnswer>;
  readAnswer: ReturnType<typeof readAnswer>;
  saveAnswer: ReturnType<typeof saveAnswer>;
}

export function registerListeners(app: App, deps: ListenerDeps): void {
  app.use(reportFailures(deps.log));
  app.use(membersOnly(deps.teamId));
  app.use(onlyOnce());

  app.action(ACTION.claim, onClaim(deps.claimTicket));
  app.action(ACTION.takeOver, onTakeOver(deps.takeOverTicket));
  app.action(ACTION.release, onRelease(deps.releaseTicket));
  app.action(ACTION.reopen, onReopen(deps.reopenTicket));
  app.action(ACTION.approve, onApprove(deps.approveAnswer));
  app.action(ACTION.edit, onEdit(deps.readAnswer));
  app.action(ACTION.more, onMore(deps));
  app.view(VIEW.edit, onEditSubmitted(deps.saveAnswer));
  app.view(VIEW.close, onSpamConfirmed(deps.closeTicket));

  // A button of a release that is gone: without an answer Slack would show a warning sign and nobody would know why.
  app.action(NOT_OURS, async ({ ack, action }) => {
    await ack();
    // A button that only opens a link is reported too.
    if ("url" in action) return;
    throw new MailroomError("payload_invalid", { detail: "an unknown button" });
  });

  app.error(async (error) => {
    // Listeners report their own failures; what arrives here is Bolt's, such as an acknowledgement without a socket.
    deps.log.warn({ err: error }, "Slack's library reported an error");
  });
}

const NOT_OURS = new RegExp(
  `^(?!(?:${Object.values(ACTION)
    .map((id) => id.replaceAll(".", "\\."))
    .join("|")})$)`,
);
