import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  StaticSelectAction,
} from "@slack/bolt";
import type { HomeFilter } from "../../domain/home.ts";
import { NO_FILTER } from "../../domain/home.ts";
import { authorise, type Forbidden } from "../../domain/roles.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import type { HistoryOutcome, SaveSettings, SettingsOutcome } from "../../tickets/change-settings.ts";
import type { ReplayDeadOutcome } from "../../tickets/dead-letters.ts";
import type { ReadIntentOutcome } from "../../tickets/read-intent.ts";
import { refusalNotice } from "../../views/notices.ts";
import { historyModal, intentModal, noticesModal, onCallModal } from "../../views/settings-modals.ts";
import { settingsNotice } from "../../views/settings-notices.ts";
import { replyPrivately } from "../private-reply.ts";

type Press = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;
type Choose = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<StaticSelectAction>>;

export interface HomeVerbs {
  openHome: (user: string, view?: Record<string, string | number>) => Promise<void>;
  readFilter: (user: string) => Promise<HomeFilter>;
  currentSettings: () => { version: number; settings: Settings };
  saveSettings: SaveSettings;
  rollback: (request: { by: string; version: number }) => Promise<SettingsOutcome>;
  readHistory: (request: { by: string; limit: number }) => Promise<HistoryOutcome>;
  readIntent: (request: { by: string; intent: string }) => Promise<ReadIntentOutcome>;
  replayDeadLetter: (request: { by: string; jobId: number }) => Promise<ReplayDeadOutcome>;
  readMuted: (user: string) => Promise<string[]>;
}

export const onHomeRefresh =
  ({ openHome }: HomeVerbs) =>
  async ({ ack, body }: Press): Promise<void> => {
    await ack();
    await openHome(body.user.id);
  };

/** A new filter begins at the first page. */
export const onHomeFilter =
  ({ openHome, readFilter }: HomeVerbs, name: "mailbox" | "queue") =>
  async ({ ack, body, action }: Choose): Promise<void> => {
    await ack();
    const chosen = action.selected_option?.value ?? "all";
    const filter = await readFilter(body.user.id);
    await openHome(
      body.user.id,
      stored({
        ...NO_FILTER,
        mailbox: filter.mailbox,
        queue: filter.queue,
        [name]: chosen === "all" ? undefined : chosen,
      }),
    );
  };

export const onHomePage =
  ({ openHome, readFilter }: HomeVerbs) =>
  async ({ ack, body, action }: Press): Promise<void> => {
    await ack();
    const [name, page] = (action.value ?? "").split(":");
    if (name !== "minePage" && name !== "unclaimedPage" && name !== "intentPage") return;
    await openHome(
      body.user.id,
      stored({ ...(await readFilter(body.user.id)), [name]: Math.max(0, Number(page) || 0) }),
    );
  };

const stored = (filter: HomeFilter): Record<string, string | number> => ({
  ...filter,
  mailbox: filter.mailbox ?? "",
  queue: filter.queue ?? "",
});

export const onHomeMode =
  ({ saveSettings, openHome }: HomeVerbs) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const by = press.body.user.id;
    const choice = press.action.value ?? "";
    const outcome = await saveSettings({
      by,
      change: (settings) =>
        choice === "kill" || choice === "unkill"
          ? { ...settings, sending: { ...settings.sending, enabled: choice === "unkill" } }
          : { ...settings, mode: choice },
    });
    if (outcome.kind !== "saved") await replyPrivately(press, settingsNotice(outcome));
    await openHome(by);
  };

/** Windows that only admins get; the role is asked before anything is shown. */
const adminWindow = (verbs: HomeVerbs, press: Press): Promise<Forbidden | undefined> => {
  const may = authorise(verbs.currentSettings().settings, press.body.user.id, "admin");
  return Promise.resolve(may.kind === "forbidden" ? may : undefined);
};

export const onHomeIntent =
  (verbs: HomeVerbs) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const outcome = await verbs.readIntent({ by: press.body.user.id, intent: press.action.value ?? "" });
    if (outcome.kind !== "intent") return replyPrivately(press, refusalNotice(outcome));
    await press.client.views.open({
      trigger_id: press.body.trigger_id,
      view: intentModal({ ...outcome, notice: undefined }),
    });
  };

export const onHomeOnCall =
  (verbs: HomeVerbs) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const refused = await adminWindow(verbs, press);
    if (refused) return replyPrivately(press, refusalNotice(refused));
    const { settings, version } = verbs.currentSettings();
    await press.client.views.open({ trigger_id: press.body.trigger_id, view: onCallModal(settings.onCall, version) });
  };

export const onHomeHistory =
  (verbs: HomeVerbs) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const outcome = await verbs.readHistory({ by: press.body.user.id, limit: 40 });
    if (outcome.kind !== "history") return replyPrivately(press, refusalNotice(outcome));
    const { timezone } = verbs.currentSettings().settings.company;
    await press.client.views.open({ trigger_id: press.body.trigger_id, view: historyModal({ ...outcome, timezone }) });
  };

/** Pressed inside the history window, which then shows the new state of things. */
export const onRollback =
  (verbs: HomeVerbs) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const by = press.body.user.id;
    const outcome = await verbs.rollback({ by, version: Number(press.action.value) });
    if (outcome.kind !== "saved") return replyPrivately(press, settingsNotice(outcome));
    const history = await verbs.readHistory({ by, limit: 40 });
    const view = press.body.view;
    if (history.kind === "history" && view) {
      const { timezone } = verbs.currentSettings().settings.company;
      await press.client.views.update({ view_id: view.id, view: historyModal({ ...history, timezone }) });
    }
    await verbs.openHome(by);
  };

export const onHomeReplay =
  (verbs: HomeVerbs) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const outcome = await verbs.replayDeadLetter({ by: press.body.user.id, jobId: Number(press.action.value) });
    if (outcome.kind === "forbidden") return replyPrivately(press, refusalNotice(outcome));
    await verbs.openHome(press.body.user.id);
  };

export const onHomeNotices =
  (verbs: HomeVerbs) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const may = authorise(verbs.currentSettings().settings, press.body.user.id, "viewer");
    if (may.kind === "forbidden") return replyPrivately(press, refusalNotice(may));
    const mailboxes = verbs.currentSettings().settings.mailboxes.map((one) => one.address);
    await press.client.views.open({
      trigger_id: press.body.trigger_id,
      view: noticesModal(mailboxes, await verbs.readMuted(press.body.user.id)),
    });
  };
