import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs, StaticSelectAction } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { ProposeOutcome } from "../../domain/article.ts";
import { MailroomError } from "../../domain/errors.ts";
import type { Role } from "../../domain/settings/desk.ts";
import type { CloseOutcome } from "../../tickets/finish.ts";
import type { ChooseIncidentOutcome } from "../../tickets/incidents/add-to-incident.ts";
import type { UngroupTicketOutcome } from "../../tickets/incidents/change-incident.ts";
import type { SourcesOutcome } from "../../tickets/read-sources.ts";
import type { TicketFactsOutcome, TimelineOutcome } from "../../tickets/read-ticket.ts";
import type { CandidatesOutcome } from "../../tickets/reassign.ts";
import type { ReadClassificationOutcome } from "../../tickets/reclassify.ts";
import type { ToolFormOutcome } from "../../tickets/run-tool.ts";
import { proposeNotice } from "../../views/article-notices.ts";
import { spamModal } from "../../views/confirm-modal.ts";
import { MORE, MORE_TOOL } from "../../views/ids.ts";
import { incidentNotice, ungroupNotice } from "../../views/incident-notices.ts";
import { addWindow } from "../../views/incident-windows.ts";
import { refusalNotice } from "../../views/notices.ts";
import { decodeMoreRef } from "../../views/references.ts";
import { sourcesText } from "../../views/thread.ts";
import { escalateModal, reassignModal, reclassifyModal, snoozeModal } from "../../views/ticket-modals.ts";
import { timelineText } from "../../views/timeline.ts";
import { toolFormModal } from "../../views/tool-modals.ts";
import { replyPrivately } from "../private-reply.ts";

type Choice = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<StaticSelectAction>>;

interface TicketRequest {
  ticketId: number;
  by: string;
}

export interface MoreVerbs {
  closeTicket: (request: TicketRequest & { outcome: "closed" | "spam" }) => Promise<CloseOutcome>;
  readTicketFacts: (request: TicketRequest & { needed: Role }) => Promise<TicketFactsOutcome>;
  readCandidates: (request: TicketRequest) => Promise<CandidatesOutcome>;
  readClassification: (request: TicketRequest) => Promise<ReadClassificationOutcome>;
  readTimeline: (request: TicketRequest) => Promise<TimelineOutcome>;
  readToolForm: (request: TicketRequest & { tool: string }) => Promise<ToolFormOutcome>;
  readSources: (request: TicketRequest) => Promise<SourcesOutcome>;
  proposeArticle: (request: TicketRequest) => Promise<ProposeOutcome>;
  readChoices: (request: TicketRequest) => Promise<ChooseIncidentOutcome>;
  ungroupTicket: (request: TicketRequest) => Promise<UngroupTicketOutcome>;
  /** So that the menu offers again what was chosen, whatever becomes of the window. */
  drawAgain: (ticketId: number) => Promise<void>;
  nameOf: (slack: string) => string;
  now: () => number;
}

/** Everything that is not worth a button of its own. Each choice asks first whether it may be made, then opens its window. */
export const onMore =
  (verbs: MoreVerbs) =>
  async (press: Choice): Promise<void> => {
    await press.ack();
    const { ticketId, choice } = decodeMoreRef(press.action.selected_option?.value);
    const request = { ticketId, by: press.body.user.id };
    const open = async (view: ModalView): Promise<void> => {
      await press.client.views.open({ trigger_id: press.body.trigger_id, view });
      await verbs.drawAgain(ticketId);
    };
    const say = async (text: string): Promise<void> => {
      await replyPrivately(press, text);
      await verbs.drawAgain(ticketId);
    };

    switch (choice) {
      case MORE.close: {
        const outcome = await verbs.closeTicket({ ...request, outcome: "closed" });
        if (outcome.kind !== "closed") await say(refusalNotice(outcome));
        return;
      }
      case MORE.reassign: {
        const outcome = await verbs.readCandidates(request);
        return outcome.kind === "candidates" ? open(reassignModal(outcome, verbs.nameOf)) : say(refusalNotice(outcome));
      }
      case MORE.reclassify: {
        const outcome = await verbs.readClassification(request);
        return outcome.kind === "classification" ? open(reclassifyModal(outcome)) : say(refusalNotice(outcome));
      }
      case MORE.spam:
      case MORE.snooze:
      case MORE.escalate:
      case MORE.openInGmail: {
        const needed = choice === MORE.openInGmail ? "viewer" : "agent";
        const facts = await verbs.readTicketFacts({ ...request, needed });
        if (facts.kind !== "facts") return say(refusalNotice(facts));
        if (choice === MORE.snooze) return open(snoozeModal(facts, { now: verbs.now(), timezone: facts.timezone }));
        if (choice === MORE.escalate) return open(escalateModal(facts));
        if (choice === MORE.spam) return open(spamModal(ticketId, choice));
        return say(`<${facts.gmailUrl}|Open ticket #${ticketId} in Gmail>`);
      }
      case MORE.timeline: {
        const outcome = await verbs.readTimeline(request);
        return say(outcome.kind === "timeline" ? timelineText(outcome) : refusalNotice(outcome));
      }
      case MORE.sources: {
        const outcome = await verbs.readSources(request);
        return replyPrivately(
          press,
          outcome.kind === "sources" ? sourcesText(ticketId, outcome.sources) : refusalNotice(outcome),
        );
      }
      case MORE.article: {
        const outcome = await verbs.proposeArticle(request);
        return say(proposeNotice(outcome));
      }
      case MORE.addToIncident: {
        const outcome = await verbs.readChoices(request);
        return outcome.kind === "choose" ? open(addWindow(outcome)) : say(incidentNotice(outcome));
      }
      case MORE.ungroup: {
        const notice = ungroupNotice(await verbs.ungroupTicket(request));
        return notice ? say(notice) : undefined;
      }
      default: {
        if (!choice.startsWith(MORE_TOOL)) break;
        const outcome = await verbs.readToolForm({ ...request, tool: choice.slice(MORE_TOOL.length) });
        return outcome.kind === "form" ? open(toolFormModal(outcome.form)) : say(refusalNotice(outcome));
      }
    }
    throw new MailroomError("payload_invalid", { detail: "an unknown choice of the More menu" });
  };
