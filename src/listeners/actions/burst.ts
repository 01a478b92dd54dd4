import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from "@slack/bolt";
import type { ReadCardOutcome } from "../../tickets/card-data.ts";
import type { ClaimOutcome } from "../../tickets/claim.ts";
import type { ReadBurstOutcome } from "../../tickets/read-burst.ts";
import { burstWindow } from "../../views/burst.ts";
import { refusalNotice } from "../../views/notices.ts";
import { decodeBurstRef, decodeTicketRef } from "../../views/references.ts";
import { ticketWindow } from "../../views/ticket-window.ts";
import { replyPrivately } from "../private-reply.ts";

type Press = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;

export interface BurstVerbs {
  readBurstList: (request: { by: string; channel: string; page: number }) => Promise<ReadBurstOutcome>;
  wantCard: (request: { by: string; ticketId: number }) => Promise<void>;
  claimTicket: (request: { by: string; ticketId: number }) => Promise<ClaimOutcome>;
  readCard: (request: { by: string; ticketId: number }) => Promise<ReadCardOutcome>;
  now: () => number;
}

/** Show: the tickets that wait, in a window of one's own. */
export const onBurstShow =
  ({ readBurstList, now }: BurstVerbs) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const outcome = await readBurstList({ by: press.body.user.id, ...decodeBurstRef(press.action.value) });
    if (outcome.kind !== "burst") return replyPrivately(press, refusalNotice(outcome));
    const view = burstWindow(outcome, { now: now(), timezone: outcome.timezone });
    await press.client.views.open({ trigger_id: press.body.trigger_id, view });
  };

export const onBurstPage =
  (verbs: BurstVerbs) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    await redrawList(verbs, press, press.action.value);
  };

export const onBurstClaim =
  (verbs: BurstVerbs) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const outcome = await verbs.claimTicket({ ...decodeTicketRef(press.action.value), by: press.body.user.id });
    if (outcome.kind !== "claimed") await replyPrivately(press, refusalNotice(outcome));
    await redrawList(verbs, press, press.body.view?.private_metadata);
  };

/** Opens a ticket over the list; its card goes into the channel as well. */
export const onBurstOpen =
  ({ readCard, wantCard, now }: BurstVerbs) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const by = press.body.user.id;
    const { ticketId } = decodeTicketRef(press.action.value);
    const outcome = await readCard({ ticketId, by });
    if (outcome.kind !== "card") return replyPrivately(press, refusalNotice(outcome));
    await wantCard({ ticketId, by });
    await press.client.views.push({
      trigger_id: press.body.trigger_id,
      view: ticketWindow(outcome.card, { now: now(), timezone: outcome.timezone }),
    });
  };

/** The window may have been closed meanwhile. */
async function redrawList({ readBurstList, now }: BurstVerbs, press: Press, reference: string | undefined) {
  const { view, user } = press.body;
  if (view?.callback_id !== burstWindow.id) return;
  const outcome = await readBurstList({ by: user.id, ...decodeBurstRef(reference) });
  if (outcome.kind !== "burst") return;
  await press.client.views
    .update({ view_id: view.id, view: burstWindow(outcome, { now: now(), timezone: outcome.timezone }) })
    .catch(() => undefined);
}
