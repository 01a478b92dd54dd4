import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from "@slack/bolt";
import type { ApplyReplayOutcome } from "../../tickets/apply-replay.ts";
import type { ReadCardOutcome } from "../../tickets/card-data.ts";
import { refusalNotice } from "../../views/notices.ts";
import { decodeReplayRef, decodeTicketRef } from "../../views/references.ts";
import { ticketWindow } from "../../views/ticket-window.ts";
import { replyPrivately } from "../private-reply.ts";

type Press = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;
type ReadCard = (request: { ticketId: number; by: string }) => Promise<ReadCardOutcome>;

/** Opens a ticket in a window of its own, from App Home or a direct message. */
export const onShow =
  (readCard: ReadCard, now: () => number) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const { ticketId } = decodeTicketRef(press.action.value);
    const outcome = await readCard({ ticketId, by: press.body.user.id });
    if (outcome.kind !== "card") return replyPrivately(press, refusalNotice(outcome));
    await press.client.views.open({
      trigger_id: press.body.trigger_id,
      view: ticketWindow(outcome.card, { now: now(), timezone: outcome.timezone }),
    });
  };

/** A press inside such a window shows its effect there too. The window may have been closed meanwhile. */
export async function redrawWindow(press: Press, readCard: ReadCard, now: () => number): Promise<void> {
  const { view, user } = press.body;
  if (view?.callback_id !== ticketWindow.id) return;
  const { ticketId } = decodeTicketRef(press.action.value);
  const outcome = await readCard({ ticketId, by: user.id });
  if (outcome.kind !== "card") return;
  await press.client.views
    .update({ view_id: view.id, view: ticketWindow(outcome.card, { now: now(), timezone: outcome.timezone }) })
    .catch(() => undefined);
}

export const onApplyReplay =
  (applyReplay: (request: { by: string; ticketId: number; decisionId: number }) => Promise<ApplyReplayOutcome>) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const { ticketId, decisionId } = decodeReplayRef(press.action.value);
    const outcome = await applyReplay({ by: press.body.user.id, ticketId, decisionId });
    await replyPrivately(
      press,
      outcome.kind === "applied" ? `Ticket #${ticketId} has the new reading now.` : refusalNotice(outcome),
    );
  };
