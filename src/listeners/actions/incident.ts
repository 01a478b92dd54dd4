import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  StaticSelectAction,
} from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { MailroomError } from "../../domain/errors.ts";
import type { ReadCardOutcome } from "../../tickets/card-data.ts";
import type { AddOutcome, ChooseIncidentOutcome } from "../../tickets/incidents/add-to-incident.ts";
import type { ApproveAllOutcome, ReadApprovalOutcome } from "../../tickets/incidents/approve-all.ts";
import type {
  cardMember,
  claimIncident,
  describeIncident,
  resolveIncident,
  ungroup,
  ungroupTicket,
  writeReply,
} from "../../tickets/incidents/change-incident.ts";
import type { listIncidents, ReadMembersOutcome, ReadWindowOutcome } from "../../tickets/incidents/read-incident.ts";
import { approvalWindow } from "../../views/incident-approval.ts";
import { INCIDENT_MORE } from "../../views/incident-card.ts";
import { incidentNotice, ungroupNotice } from "../../views/incident-notices.ts";
import {
  describeWindow,
  membersWindow,
  replyWindow,
  resolveWindow,
  ungroupAllWindow,
} from "../../views/incident-windows.ts";
import { refusalNotice } from "../../views/notices.ts";
import { decodeIncidentMoreRef, decodeIncidentRef } from "../../views/references.ts";
import { ticketWindow } from "../../views/ticket-window.ts";
import { replyPrivately } from "../private-reply.ts";

type Press = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;
type Choice = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<StaticSelectAction>>;

interface Request {
  by: string;
  incidentId: number;
}

export interface IncidentVerbs {
  claimIncident: ReturnType<typeof claimIncident>;
  describeIncident: ReturnType<typeof describeIncident>;
  ungroup: ReturnType<typeof ungroup>;
  ungroupTicket: ReturnType<typeof ungroupTicket>;
  writeReply: ReturnType<typeof writeReply>;
  resolveIncident: ReturnType<typeof resolveIncident>;
  cardMember: ReturnType<typeof cardMember>;
  listIncidents: ReturnType<typeof listIncidents>;
  readIncident: (request: Request) => Promise<ReadWindowOutcome>;
  readMembers: (request: Request & { page: number }) => Promise<ReadMembersOutcome>;
  readApproval: (request: Request) => Promise<ReadApprovalOutcome>;
  approveForAll: (request: Request & { replyId: number; shown: readonly number[] }) => Promise<ApproveAllOutcome>;
  readChoices: (request: { by: string; ticketId: number }) => Promise<ChooseIncidentOutcome>;
  addToIncident: (request: { by: string; ticketId: number; incidentId: number | "new" }) => Promise<AddOutcome>;
  readCard: (request: { by: string; ticketId: number }) => Promise<ReadCardOutcome>;
  now: () => number;
  workspaceUrl: string;
}

const asked = (press: Press): Request & { page: number; ticketId: number } => ({
  ...decodeIncidentRef(press.action.value),
  by: press.body.user.id,
});

export const onIncidentClaim =
  ({ claimIncident: claim }: IncidentVerbs, release: boolean) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const { by, incidentId } = asked(press);
    const outcome = await claim({ by, incidentId, release });
    if (outcome.kind !== "claimed" && outcome.kind !== "released") await replyPrivately(press, incidentNotice(outcome));
  };

export const onIncidentWrite =
  ({ readIncident }: IncidentVerbs) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const outcome = await readIncident(asked(press));
    if (outcome.kind !== "window") return replyPrivately(press, incidentNotice(outcome));
    await press.client.views.open({ trigger_id: press.body.trigger_id, view: replyWindow(outcome) });
  };

export const onIncidentApprove =
  ({ readApproval }: IncidentVerbs) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const outcome = await readApproval(asked(press));
    if (outcome.kind !== "approval") return replyPrivately(press, incidentNotice(outcome));
    await press.client.views.open({ trigger_id: press.body.trigger_id, view: approvalWindow(outcome) });
  };

/** Everything that is not worth a button of its own. */
export const onIncidentMore =
  ({ readIncident }: IncidentVerbs) =>
  async (press: Choice): Promise<void> => {
    await press.ack();
    const { incidentId, choice } = decodeIncidentMoreRef(press.action.selected_option?.value);
    const outcome = await readIncident({ incidentId, by: press.body.user.id });
    if (outcome.kind !== "window") return replyPrivately(press, incidentNotice(outcome));
    const windows: Readonly<Record<string, (about: Extract<ReadWindowOutcome, { kind: "window" }>) => ModalView>> = {
      [INCIDENT_MORE.describe]: describeWindow,
      [INCIDENT_MORE.resolve]: resolveWindow,
      [INCIDENT_MORE.ungroupAll]: ungroupAllWindow,
    };
    const view = windows[choice]?.(outcome);
    if (!view) throw new MailroomError("payload_invalid", { detail: "an unknown choice of an incident's menu" });
    await press.client.views.open({ trigger_id: press.body.trigger_id, view });
  };

export const onIncidentShow =
  ({ readMembers, now, workspaceUrl }: IncidentVerbs) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const outcome = await readMembers(asked(press));
    if (outcome.kind !== "members") return replyPrivately(press, incidentNotice(outcome));
    const view = membersWindow(outcome, { now: now(), timezone: outcome.timezone, workspaceUrl });
    await press.client.views.open({ trigger_id: press.body.trigger_id, view });
  };

export const onIncidentPage =
  (verbs: IncidentVerbs) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    await redrawList(verbs, press);
  };

export const onMemberUngroup =
  (verbs: IncidentVerbs) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const outcome = await verbs.ungroup(asked(press));
    const notice = ungroupNotice(outcome);
    if (notice) await replyPrivately(press, notice);
    await redrawList(verbs, press);
  };

/** Opens a ticket over the list; it has a card in the channel from then on. */
export const onMemberOpen =
  ({ readCard, cardMember: card, now }: IncidentVerbs) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const request = asked(press);
    const outcome = await readCard(request);
    if (outcome.kind !== "card") return replyPrivately(press, refusalNotice(outcome));
    await card(request);
    await press.client.views.push({
      trigger_id: press.body.trigger_id,
      view: ticketWindow(outcome.card, { now: now(), timezone: outcome.timezone }),
    });
  };

/** The window may have been closed meanwhile. */
async function redrawList({ readMembers, now, workspaceUrl }: IncidentVerbs, press: Press): Promise<void> {
  const { view } = press.body;
  if (view?.callback_id !== membersWindow.id) return;
  const outcome = await readMembers(asked(press));
  if (outcome.kind !== "members") return;
  await press.client.views
    .update({
      view_id: view.id,
      view: membersWindow(outcome, { now: now(), timezone: outcome.timezone, workspaceUrl }),
    })
    .catch(() => undefined);
}
