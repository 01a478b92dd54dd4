import { slackChannels } from "../adapters/slack/channels.ts";
import type { SlackConnection } from "../adapters/slack/connect.ts";
import { timezoneOf } from "../domain/settings/calendars.ts";
import { ourAddresses } from "../domain/settings/settings.ts";
import { openTicketByHand } from "../jobs/new-ticket.ts";
import type { ProcessDeps } from "../jobs/process-message.ts";
import { replayMessage } from "../jobs/replay.ts";
import type { ListenerDeps } from "../listeners/index.ts";
import { blankAnswer } from "../pipeline/answer/blank.ts";
import { guard } from "../pipeline/answer/guard.ts";
import { recipientsOf } from "../pipeline/answer/recipients.ts";
import { route } from "../pipeline/route.ts";
import { allowAnswer, readPermitRequest } from "../tickets/allow-answer.ts";
import { applyReplay } from "../tickets/apply-replay.ts";
import { approveAnswer } from "../tickets/approve-answer.ts";
import { leaveBrake, putBack } from "../tickets/brakes.ts";
import { readCard } from "../tickets/card-data.ts";
import { changeSettings, readHistory, rollbackSettings } from "../tickets/change-settings.ts";
import { claimTicket, releaseTicket, takeOverTicket } from "../tickets/claim.ts";
import { replayDeadLetter } from "../tickets/dead-letters.ts";
import { pauseMailbox, readMuted, saveMuted } from "../tickets/desk-switches.ts";
import { drawAgain } from "../tickets/draw-again.ts";
import { type AnswerTools, readAnswer, saveAnswer } from "../tickets/edit-answer.ts";
import { escalateTicket } from "../tickets/escalate.ts";
import { findMessages, findTickets } from "../tickets/find-tickets.ts";
import { closeTicket, reopenTicket } from "../tickets/finish.ts";
import { openHome } from "../tickets/homes.ts";
import { addNote } from "../tickets/note.ts";
import { readBurstList, wantCard } from "../tickets/read-burst.ts";
import { readDigest } from "../tickets/read-digest.ts";
import { readFilter } from "../tickets/read-home.ts";
import { readIntent } from "../tickets/read-intent.ts";
import { readSources } from "../tickets/read-sources.ts";
import { readStats } from "../tickets/read-stats.ts";
import { readTicketFacts, readTimeline } from "../tickets/read-ticket.ts";
import { readCandidates, reassignTicket } from "../tickets/reassign.ts";
import { readClassification, reclassifyTicket } from "../tickets/reclassify.ts";
import { judgeAnswer } from "../tickets/review-answer.ts";
import { confirmTool, readToolForm, runTool } from "../tickets/run-tool.ts";
import { barredAs, noteSlackUser, offerClaim, ticketAt } from "../tickets/slack-people.ts";
import { snoozeTicket } from "../tickets/snooze.ts";
import { undoSending } from "../tickets/undo-sending.ts";
import { incidentVerbs } from "./incident-verbs.ts";
import { knowledgeVerbs } from "./knowledge-verbs.ts";

/** The verbs with their desk in hand, as the listeners call them. */
export function listenerDeps(
  deps: ProcessDeps,
  slack: SlackConnection,
  checkUp: ListenerDeps["checkUp"],
): ListenerDeps {
  const { settings, now, log } = deps;
  const save = changeSettings(deps, slackChannels(slack.app.client));
  return {
    teamId: slack.identity.teamId,
    workspaceUrl: slack.identity.url,
    log,
    now,
    nameOf: (user) => settings.current().settings.people.find((person) => person.slack === user)?.name ?? user,
    timezoneOf: (user) => timezoneOf(settings.current().settings, user),
    currentSettings: () => settings.current(),
    barredAs: barredAs(deps),
    claimTicket: claimTicket(deps),
    takeOverTicket: takeOverTicket(deps),
    releaseTicket: releaseTicket(deps),
    reopenTicket: reopenTicket(deps),
    closeTicket: closeTicket(deps),
    approveAnswer: approveAnswer(deps),
    readPermitRequest: readPermitRequest(deps),
    allowAnswer: allowAnswer(deps),
    readToolForm: readToolForm(deps),
    confirmTool: confirmTool(deps),
    runTool: runTool(deps),
    readAnswer: readAnswer(deps, ANSWER_TOOLS),
    saveAnswer: saveAnswer(deps, ANSWER_TOOLS),
    addNote: addNote(deps),
    readCandidates: readCandidates(deps),
    reassignTicket: reassignTicket(deps),
    snoozeTicket: snoozeTicket(deps),
    escalateTicket: escalateTicket(deps),
    readClassification: readClassification(deps),
    reclassifyTicket: reclassifyTicket(deps, route),
    readTicketFacts: readTicketFacts(deps),
    readTimeline: readTimeline(deps),
    drawAgain: drawAgain(deps),
    readSources: readSources(deps),
    ...knowledgeVerbs(deps, slack),
    undoSending: undoSending(deps),
    judgeAnswer: judgeAnswer(deps),
    putBack: putBack(deps, save),
    leaveBrake: leaveBrake(deps),
    readCard: readCard(deps),
    findTickets: findTickets(deps),
    findMessages: findMessages(deps),
    replayMessage: replayMessage(deps),
    applyReplay: applyReplay(deps),
    openTicketByHand: openTicketByHand(deps),
    readHome: deps.readHome,
    openHome: openHome(deps),
    readFilter: readFilter(deps),
    saveSettings: save,
    rollback: rollbackSettings(deps, save),
    readHistory: readHistory(deps),
    readIntent: readIntent(deps),
    replayDeadLetter: replayDeadLetter(deps),
    pauseMailbox: pauseMailbox(deps),
    readMuted: readMuted(deps),
    saveMuted: saveMuted(deps),
    readStats: readStats(deps),
    readDigest: readDigest(deps),
    readBurstList: readBurstList(deps),
    wantCard: wantCard(deps),
    ...incidentVerbs(deps),
    ticketAt: ticketAt(deps),
    offerClaim: offerClaim(deps),
    noteSlackUser: noteSlackUser(deps),
    checkUp,
  };
}

const ANSWER_TOOLS: AnswerTools = {
  check: (draft, { email, settings, chosen }) =>
    guard(draft, { email, settings, stopLine: undefined, chosenRecipients: chosen, by: "person" }),
  blank: blankAnswer,
  dropped: (email, settings) =>
    recipientsOf(email, ourAddresses(settings)).dropped.map(({ recipient, reason }) => ({
      address: recipient.address,
      reason,
    })),
};
