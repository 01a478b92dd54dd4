import type { AllMiddlewareArgs, GlobalShortcut, MessageShortcut, SlackShortcutMiddlewareArgs } from "@slack/bolt";
import type { Forbidden } from "../../domain/roles.ts";
import { authorise } from "../../domain/roles.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import type { ReadClassificationOutcome } from "../../tickets/reclassify.ts";
import { newTicketModal, readNewTicket } from "../../views/new-ticket-modal.ts";
import { refusalNotice } from "../../views/notices.ts";
import { numberOnCard } from "../../views/references.ts";
import { reclassifyModal } from "../../views/ticket-modals.ts";
import { replyPrivately } from "../private-reply.ts";
import { refuseField, refuseInWindow, type Submit, submitted } from "../window.ts";

type OnMessage = AllMiddlewareArgs & SlackShortcutMiddlewareArgs<MessageShortcut>;
type Global = AllMiddlewareArgs & SlackShortcutMiddlewareArgs<GlobalShortcut>;

interface ShortcutVerbs {
  /** The ticket that a message in a channel belongs to: its card, or anything in its thread. */
  ticketAt: (place: { channel: string; ts: string; drawnFor?: number }) => Promise<number | undefined>;
  readClassification: (request: { ticketId: number; by: string }) => Promise<ReadClassificationOutcome>;
}

interface Pressed {
  thread_ts?: string;
  bot_id?: string;
  blocks?: { block_id?: string }[];
}

/** Offered on every message of the workspace, so most of them are not ours. */
export const onReclassifyShortcut =
  ({ ticketAt, readClassification }: ShortcutVerbs) =>
  async (shortcut: OnMessage): Promise<void> => {
    await shortcut.ack();
    const { channel, message, user, trigger_id } = shortcut.shortcut;
    const { thread_ts, bot_id, blocks } = message as Pressed;
    const drawnFor = bot_id !== undefined && bot_id === shortcut.context.botId ? numberOnCard(blocks) : undefined;
    const ticketId = await ticketAt({
      channel: channel.id,
      ts: thread_ts ?? message.ts,
      ...(drawnFor !== undefined && { drawnFor }),
    });
    if (ticketId === undefined)
      return replyPrivately(shortcut, "This message is no ticket's card and stands in no ticket's thread.");
    const outcome = await readClassification({ ticketId, by: user.id });
    if (outcome.kind !== "classification") return replyPrivately(shortcut, refusalNotice(outcome));
    await shortcut.client.views.open({ trigger_id, view: reclassifyModal(outcome) });
  };

export const onNewTicketShortcut =
  ({ currentSettings }: { currentSettings: () => { settings: Settings } }) =>
  async (shortcut: Global): Promise<void> => {
    await shortcut.ack();
    const { settings } = currentSettings();
    const may = authorise(settings, shortcut.shortcut.user.id, "agent");
    if (may.kind === "forbidden") return replyPrivately(shortcut, refusalNotice(may));
    await shortcut.client.views.open({
      trigger_id: shortcut.shortcut.trigger_id,
      view: newTicketModal(settings.mailboxes.map((one) => one.address)),
    });
  };

type OpenByHand = (request: {
  by: string;
  mailbox: string;
  from: string;
  subject: string;
  text: string;
}) => Promise<{ kind: "opened"; ticketId: number } | { kind: "no-mailbox" } | Forbidden>;

/** Reading it may take a model a while, so the window closes first and the person hears afterwards. */
export const onNewTicketSubmitted =
  (openTicketByHand: OpenByHand, { currentSettings }: { currentSettings: () => { settings: Settings } }) =>
  async (submit: Submit): Promise<void> => {
    const read = readNewTicket(submitted(submit));
    if ("errors" in read) return refuseField(submit, "from", read.errors!.from);
    const by = submit.body.user.id;
    const may = authorise(currentSettings().settings, by, "agent");
    if (may.kind === "forbidden") return refuseInWindow(submit, may);
    await submit.ack();
    const outcome = await openTicketByHand({ ...read, by });
    if (outcome.kind === "opened")
      return replyPrivately(submit, `Ticket #${outcome.ticketId} is open; its card follows.`);
    await replyPrivately(
      submit,
      outcome.kind === "no-mailbox" ? "That mailbox is not one of this desk's any more." : refusalNotice(outcome),
    );
  };
