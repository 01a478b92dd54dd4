import { appendAudit } from "../db/audit.ts";
import {
  addSettingsVersion,
  getSettingsVersion,
  latestSettings,
  listSettingsVersions,
} from "../db/settings-versions.ts";
import { toFailure } from "../domain/errors.ts";
import { authorise, type Forbidden } from "../domain/roles.ts";
import { queueChannels } from "../domain/settings/channels.ts";
import { diffSettings, type SettingChange } from "../domain/settings/diff.ts";
import { parseSettings } from "../domain/settings/parse.ts";
import type { Settings } from "../domain/settings/settings.ts";
import type { Desk } from "./desk.ts";
import { refreshHomes } from "./homes.ts";

/** Whether we could and may post there, asked of Slack; undefined when so, else why not. */
export type ReachChannel = (channel: string, allowShared: boolean) => Promise<string | undefined>;

export type SettingsOutcome =
  | { kind: "saved"; version: number; changes: SettingChange[] }
  | { kind: "unchanged" }
  /** Somebody saved first: what they changed since the window was opened. */
  | { kind: "conflict"; version: number; savedBy: string; changes: SettingChange[] }
  | { kind: "invalid"; reason: string }
  | { kind: "no-version" }
  | Forbidden;

interface SaveRequest {
  by: string;
  /** The version that the person saw. Undefined: whatever is newest (a command that names its one change). */
  base?: number;
  /** Says what should be otherwise, on a copy. */
  change: (settings: Settings) => unknown;
  note?: string;
}

/** Saves a new version. What would break routing is refused with the reason; of two who save at once the second is shown the difference. */
export const changeSettings =
  ({ db, settings, now }: Desk, reach: ReachChannel) =>
  async ({ by, base, change, note }: SaveRequest): Promise<SettingsOutcome> => {
    await settings.reload();
    const seen = settings.current();
    const may = authorise(seen.settings, by, "admin");
    if (may.kind === "forbidden") return may;
    if (base !== undefined && base !== seen.version) {
      const theirs = await getSettingsVersion(db.read, base);
      return {
        kind: "conflict",
        version: seen.version,
        savedBy: seen.savedBy,
        changes: diffSettings(theirs?.settings ?? {}, seen.settings),
      };
    }

    let next: Settings;
    try {
      next = parseSettings(change(structuredClone(seen.settings)));
    } catch (error) {
      return { kind: "invalid", reason: toFailure(error).detail ?? "It does not fit." };
    }
    const changes = diffSettings(seen.settings, next);
    if (changes.length === 0) return { kind: "unchanged" };
    for (const [channel, allowShared] of newChannels(seen.settings, next)) {
      const why = await reach(channel, allowShared);
      if (why) return { kind: "invalid", reason: `Mailroom cannot post to <#${channel}>: ${why}` };
    }

    const version = seen.version + 1;
    const saved = await db.transaction(async (tx) => {
      // Between the look and here somebody may have been faster; version numbers are unique, so only one can be.
      if ((await latestSettings(tx))?.version !== seen.version) return false;
      const words =
        note ??
        changes
          .slice(0, 5)
          .map(({ key, before, after }) => `${key}: ${before ?? "–"} → ${after ?? "–"}`)
          .join("; ");
      await addSettingsVersion(tx, { version, settings: next, savedBy: by, savedAt: now(), note: words.slice(0, 500) });
      await appendAudit(tx, {
        at: now(),
        actor: by,
        action: "settings.saved",
        details: { version, changes: changes.length },
      });
      await refreshHomes(tx, now());
      return true;
    });
    await settings.reload();
    if (saved) return { kind: "saved", version, changes };
    const present = settings.current();
    return {
      kind: "conflict",
      version: present.version,
      savedBy: present.savedBy,
      changes: diffSettings(seen.settings, present.settings),
    };
  };

export type SaveSettings = ReturnType<typeof changeSettings>;

/** Goes back to an earlier version by saving it anew: nothing is ever taken out of the history. */
export const rollbackSettings =
  (desk: Desk, save: SaveSettings) =>
  async ({ by, version }: { by: string; version: number }): Promise<SettingsOutcome> => {
    const may = authorise(desk.settings.current().settings, by, "admin");
    if (may.kind === "forbidden") return may;
    const old = await getSettingsVersion(desk.db.read, version);
    if (!old) return { kind: "no-version" };
    return save({ by, change: () => old.settings, note: `Back to version ${version}` });
  };

export type HistoryOutcome =
  | {
      kind: "history";
      versions: { version: number; savedBy: string; savedAt: number; note: string }[];
      current: number;
    }
  | Forbidden;

export const readHistory =
  ({ db, settings }: Desk) =>
  async ({ by, limit }: { by: string; limit: number }): Promise<HistoryOutcome> => {
    const may = authorise(settings.current().settings, by, "admin");
    if (may.kind === "forbidden") return may;
    return {
      kind: "history",
      versions: await listSettingsVersions(db.read, limit),
      current: settings.current().version,
    };
  };

/** Channels that nobody has looked at, or that may no longer be another company's too. */
function newChannels(before: Settings, after: Settings): [channel: string, allowShared: boolean][] {
  const known = queueChannels(before);
  return [...queueChannels(after)].filter(
    ([channel, allowShared]) => !known.has(channel) || (known.get(channel) && !allowShared),
  );
}
