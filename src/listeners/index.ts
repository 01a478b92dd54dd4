import type { App } from "@slack/bolt";
import { MailroomError } from "../domain/errors.ts";
import type { Log } from "../domain/log.ts";
import type { allowAnswer, readPermitRequest } from "../tickets/allow-answer.ts";
import type { applyReplay } from "../tickets/apply-replay.ts";
import type { approveAnswer } from "../tickets/approve-answer.ts";
import type { leaveBrake, putBack } from "../tickets/brakes.ts";
import type { readCard } from "../tickets/card-data.ts";
import type { claimTicket, releaseTicket, takeOverTicket } from "../tickets/claim.ts";
import type { saveMuted } from "../tickets/desk-switches.ts";
import type { readAnswer, saveAnswer } from "../tickets/edit-answer.ts";
import type { escalateTicket } from "../tickets/escalate.ts";
import type { reopenTicket } from "../tickets/finish.ts";
import type { addNote } from "../tickets/note.ts";
import type { reassignTicket } from "../tickets/reassign.ts";
import type { reclassifyTicket } from "../tickets/reclassify.ts";
import type { judgeAnswer } from "../tickets/review-answer.ts";
import type { confirmTool, runTool } from "../tickets/run-tool.ts";
import type { barredAs, noteSlackUser, offerClaim, ticketAt } from "../tickets/slack-people.ts";
import type { snoozeTicket } from "../tickets/snooze.ts";
import type { undoSending } from "../tickets/undo-sending.ts";
import { ACTION, BURST, COMMAND, HOME, INCIDENT, KNOWLEDGE, MODAL, SHORTCUT, VIEW } from "../views/ids.ts";
import { onAllow, onAllowed } from "./actions/allow-answer.ts";
import { onBrake } from "./actions/brake.ts";
import { type BurstVerbs, onBurstClaim, onBurstOpen, onBurstPage, onBurstShow } from "./actions/burst.ts";
import { onEdit, onEditChoice } from "./actions/edit-answer.ts";
import {
  type HomeVerbs,
  onHomeFilter,
  onHomeHistory,
  onHomeIntent,
  onHomeMode,
  onHomeNotices,
  onHomeOnCall,
  onHomePage,
  onHomeRefresh,
  onHomeReplay,
  onRollback,
} from "./actions/home.ts";
import type { IncidentVerbs } from "./actions/incident.ts";
import { type MoreVerbs, onMore } from "./actions/more-menu.ts";
import { onReviewFine, onReviewWrong } from "./actions/review.ts";
import { onApplyReplay, onShow } from "./actions/show-ticket.ts";
import { onApprove, onClaim, onRelease, onReopen, onTakeOver, onUndo } from "./actions/ticket-buttons.ts";
import { type CommandVerbs, onTriage } from "./commands/triage.ts";
import { onHomeOpened, onRemoved, onThreadMessage, onUserChange } from "./events/events.ts";
import { registerIncidents } from "./incidents.ts";
import { registerKnowledge } from "./knowledge.ts";
import { membersOnly } from "./members-only.ts";
import { onlyOnce } from "./once.ts";
import { reportFailures } from "./report-failures.ts";
import { onNewTicketShortcut, onNewTicketSubmitted, onReclassifyShortcut } from "./shortcuts/shortcuts.ts";
import { onSpamConfirmed } from "./submissions/close-ticket.ts";
import { onEditSubmitted } from "./submissions/edit-answer.ts";
import { onToolConfirmed, onToolForm } from "./submissions/run-tool.ts";
import { onIntentSaved, onNoticesSaved, onOnCallSaved } from "./submissions/settings-windows.ts";
import { onEscalated, onReassigned, onReclassified, onSnoozed } from "./submissions/ticket-windows.ts";

/** Everything that a person can do, as the listeners call it: the verbs with their desk already in hand. */
export interface ListenerDeps
  extends MoreVerbs,
    HomeVerbs,
    CommandVerbs,
    Omit<IncidentVerbs, "readCard">,
    Omit<BurstVerbs, "claimTicket" | "readCard"> {
  teamId: string;
  log: Log;
  timezoneOf: (slack: string) => string;
  barredAs: ReturnType<typeof barredAs>;
  claimTicket: ReturnType<typeof claimTicket>;
  takeOverTicket: ReturnType<typeof takeOverTicket>;
  releaseTicket: ReturnType<typeof releaseTicket>;
  reopenTicket: ReturnType<typeof reopenTicket>;
  undoSending: ReturnType<typeof undoSending>;
  approveAnswer: ReturnType<typeof approveAnswer>;
  readPermitRequest: ReturnType<typeof readPermitRequest>;
  allowAnswer: ReturnType<typeof allowAnswer>;
  confirmTool: ReturnType<typeof confirmTool>;
  runTool: ReturnType<typeof runTool>;
  readAnswer: ReturnType<typeof readAnswer>;
  saveAnswer: ReturnType<typeof saveAnswer>;
  addNote: ReturnType<typeof addNote>;
  reassignTicket: ReturnType<typeof reassignTicket>;
  snoozeTicket: ReturnType<typeof snoozeTicket>;
  escalateTicket: ReturnType<typeof escalateTicket>;
  reclassifyTicket: ReturnType<typeof reclassifyTicket>;
  applyReplay: ReturnType<typeof applyReplay>;
  judgeAnswer: ReturnType<typeof judgeAnswer>;
  putBack: ReturnType<typeof putBack>;
  leaveBrake: ReturnType<typeof leaveBrake>;
  saveMuted: ReturnType<typeof saveMuted>;
  ticketAt: ReturnType<typeof ticketAt>;
  offerClaim: ReturnType<typeof offerClaim>;
  noteSlackUser: ReturnType<typeof noteSlackUser>;
  readCard: ReturnType<typeof readCard>;
  openTicketByHand: Parameters<typeof onNewTicketSubmitted>[0];
}

export function registerListeners(app: App, deps: ListenerDeps): void {
  app.use(reportFailures(deps.log));
  app.use(membersOnly(deps.teamId, deps.barredAs));
  app.use(onlyOnce());

  app.action(ACTION.claim, onClaim(deps.claimTicket, deps));
  app.action(ACTION.takeOver, onTakeOver(deps.takeOverTicket, deps));
  app.action(ACTION.release, onRelease(deps.releaseTicket, deps));
  app.action(ACTION.reopen, onReopen(deps.reopenTicket, deps));
  app.action(ACTION.undo, onUndo(deps.undoSending, deps));
  app.action(ACTION.approve, onApprove(deps.approveAnswer, deps));
  app.action(ACTION.allow, onAllow(deps.readPermitRequest));
  app.action(ACTION.edit, onEdit(deps.readAnswer));
  app.action(ACTION.more, onMore(deps));
  app.action(ACTION.show, onShow(deps.readCard, deps.now));
  app.action(ACTION.replayApply, onApplyReplay(deps.applyReplay));
  app.action(ACTION.reviewFine, onReviewFine(deps.judgeAnswer));
  app.action(ACTION.reviewWrong, onReviewWrong(deps.judgeAnswer));
  app.action(ACTION.brakePutBack, onBrake(deps.putBack));
  app.action(ACTION.brakeLeave, onBrake(deps.leaveBrake));
  app.action(MODAL.next, onEditChoice());

  app.action(BURST.show, onBurstShow(deps));
  app.action(startingWith(BURST.page), onBurstPage(deps));
  app.action(BURST.claim, onBurstClaim(deps));
  app.action(BURST.open, onBurstOpen(deps));

  registerIncidents(app, deps);

  app.action(HOME.refresh, onHomeRefresh(deps));
  app.action(HOME.filterMailbox, onHomeFilter(deps, "mailbox"));
  app.action(HOME.filterQueue, onHomeFilter(deps, "queue"));
  app.action(startingWith(HOME.page), onHomePage(deps));
  app.action(startingWith(HOME.mode), onHomeMode(deps));
  app.action(HOME.intent, onHomeIntent(deps));
  app.action(HOME.onCall, onHomeOnCall(deps));
  app.action(HOME.history, onHomeHistory(deps));
  app.action(HOME.replay, onHomeReplay(deps));
  app.action(HOME.notices, onHomeNotices(deps));
  app.action(MODAL.rollback, onRollback(deps));

  app.view(VIEW.edit, onEditSubmitted(deps.saveAnswer, deps.addNote));
  app.view(VIEW.toolForm, onToolForm(deps.confirmTool));
  app.view(VIEW.toolConfirm, onToolConfirmed(deps.runTool));
  app.view(VIEW.allow, onAllowed(deps.allowAnswer));
  app.view(VIEW.close, onSpamConfirmed(deps.closeTicket));
  app.view(VIEW.reassign, onReassigned(deps.reassignTicket));
  app.view(VIEW.snooze, onSnoozed(deps.snoozeTicket, deps));
  app.view(VIEW.escalate, onEscalated(deps.escalateTicket));
  app.view(VIEW.reclassify, onReclassified(deps.reclassifyTicket));
  app.view(VIEW.intent, onIntentSaved(deps));
  app.view(VIEW.onCall, onOnCallSaved(deps));
  app.view(VIEW.notices, onNoticesSaved(deps.saveMuted));
  app.view(VIEW.newTicket, onNewTicketSubmitted(deps.openTicketByHand, deps));

  registerKnowledge(app, deps);
  app.command(COMMAND, onTriage(deps));
  app.shortcut(SHORTCUT.reclassify, onReclassifyShortcut(deps));
  app.shortcut(SHORTCUT.newTicket, onNewTicketShortcut(deps));

  app.event("app_home_opened", onHomeOpened(deps.openHome));
  app.event("message", onThreadMessage(deps.offerClaim));
  app.event("user_change", onUserChange(deps.noteSlackUser));
  app.event("app_uninstalled", onRemoved(deps.log));
  app.event("tokens_revoked", onRemoved(deps.log));

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

const escaped = (id: string): string => id.replaceAll(".", "\\.");
const startingWith = (id: string): RegExp => new RegExp(`^${escaped(id)}(?:\\.|$)`);

/** Ids in one block have to differ, so pages and modes carry their choice behind their name. */
const OURS = [
  ...Object.values(ACTION),
  ...Object.values(BURST),
  ...Object.values(HOME),
  ...Object.values(INCIDENT),
  ...Object.values(KNOWLEDGE),
  ...Object.values(MODAL),
].map((id) => `${escaped(id)}(?:\\..*)?`);
const NOT_OURS = new RegExp(`^(?!(?:${OURS.join("|")})$)`);
