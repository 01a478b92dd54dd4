import type { Forbidden } from "../../domain/roles.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import type { SaveSettings } from "../../tickets/change-settings.ts";
import type { ReadIntentOutcome } from "../../tickets/read-intent.ts";
import { intentModal, readIntent, readNotices, readOnCall } from "../../views/settings-modals.ts";
import { settingsNotice } from "../../views/settings-notices.ts";
import { refuseField, refuseInWindow, type Submit, submitted } from "../window.ts";

interface SettingsVerbs {
  saveSettings: SaveSettings;
  readIntent: (request: { by: string; intent: string }) => Promise<ReadIntentOutcome>;
  openHome: (user: string) => Promise<void>;
}

/** Two admins at once: the second is shown what the first saved, and saves again on top of it if they still want to. */
export const onIntentSaved =
  ({ saveSettings, readIntent: read, openHome }: SettingsVerbs) =>
  async (submit: Submit): Promise<void> => {
    const change = readIntent(submitted(submit));
    if ("errors" in change) return submit.ack({ response_action: "errors", errors: change.errors });
    const by = submit.body.user.id;
    const { name, base, posture, thresholds, queue, sla, acknowledge, silent } = change;
    const outcome = await saveSettings({
      by,
      base,
      change: (settings: Settings) => {
        const { queue: _queue, sla: _sla, ...rest } = settings.intents[name] ?? { description: name };
        const before = settings.intents[name]?.sla;
        // One span stands for all priorities; a finer promise that nobody touched stays as it is.
        const promised =
          sla === undefined
            ? {}
            : { sla: before?.normal === sla ? before : { urgent: sla, high: sla, normal: sla, low: sla } };
        return {
          ...settings,
          intents: {
            ...settings.intents,
            [name]: {
              ...rest,
              posture,
              thresholds,
              acknowledge,
              silent,
              ...(queue !== undefined && { queue }),
              ...promised,
            },
          },
        };
      },
    });
    if (outcome.kind === "conflict") {
      const now = await read({ by, intent: name });
      if (now.kind === "intent")
        return submit.ack({
          response_action: "update",
          view: intentModal({ ...now, notice: settingsNotice(outcome) }),
        });
    }
    if (outcome.kind === "saved" || outcome.kind === "unchanged") {
      await submit.ack();
      return openHome(by);
    }
    await refuseField(submit, "posture", settingsNotice(outcome));
  };

export const onOnCallSaved =
  ({ saveSettings, openHome }: SettingsVerbs) =>
  async (submit: Submit): Promise<void> => {
    const { base, who } = readOnCall(submitted(submit));
    const by = submit.body.user.id;
    const outcome = await saveSettings({
      by,
      base,
      change: ({ onCall: _before, ...rest }: Settings) => (who ? { ...rest, onCall: who } : rest),
    });
    if (outcome.kind !== "saved" && outcome.kind !== "unchanged")
      return refuseField(submit, "who", settingsNotice(outcome));
    await submit.ack();
    await openHome(by);
  };

export const onNoticesSaved =
  (saveMuted: (request: { by: string; muted: string[] }) => Promise<{ kind: "saved" } | Forbidden>) =>
  async (submit: Submit): Promise<void> => {
    const outcome = await saveMuted({ by: submit.body.user.id, muted: readNotices(submitted(submit)) });
    if (outcome.kind === "saved") return submit.ack();
    await refuseInWindow(submit, outcome, "muted");
  };
