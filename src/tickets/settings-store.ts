import { appendAudit } from "../db/audit.ts";
import type { Database } from "../db/database.ts";
import { ensureMailboxes } from "../db/mailboxes.ts";
import { addSettingsVersion, latestSettings, type SettingsVersion } from "../db/settings-versions.ts";
import { MailroomError } from "../domain/errors.ts";
import type { Settings } from "../domain/settings/settings.ts";

/** The settings in force. `current` is asked for at each use, never kept: a save takes effect at once. */
export interface SettingsStore {
  current(): SettingsVersion;
  /** Takes up what another process has saved. */
  reload(): Promise<void>;
}

/** Loads the newest version, or writes version 1 from the seed when there is none yet. */
export async function openSettings(db: Database, seed: () => Settings, now: () => number): Promise<SettingsStore> {
  let current = await latestSettings(db.read);
  if (!current) {
    const first: SettingsVersion = {
      version: 1,
      settings: seed(),
      savedBy: "mailroom",
      savedAt: now(),
      note: "From the settings file",
    };
    await db.transaction(async (tx) => {
      await addSettingsVersion(tx, first);
      await appendAudit(tx, { at: now(), actor: "mailroom", action: "settings.seeded", details: { version: 1 } });
    });
    current = first;
  }
  const known = (settings: Settings) =>
    db.transaction((tx) =>
      ensureMailboxes(
        tx,
        settings.mailboxes.map((mailbox) => mailbox.address),
      ),
    );
  await known(current.settings);
  let latest = current;
  return {
    current: () => latest,
    async reload() {
      const stored = await latestSettings(db.read);
      if (!stored || stored.version === latest.version) return;
      await known(stored.settings);
      latest = stored;
    },
  };
}

/** For a start without any settings: says where they come from. */
export function noSeed(): never {
  throw new MailroomError("settings_invalid", {
    detail: "there are none yet: set SETTINGS_FILE to a YAML file with mailboxes, queues and people",
  });
}
