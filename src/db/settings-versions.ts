import { parseSettings } from "../domain/settings/parse.ts";
import type { Settings } from "../domain/settings/settings.ts";
import type { Reader, Tx } from "./database.ts";
import { desc, eq } from "./drizzle.ts";
import { settingsVersions } from "./schema-desk.ts";

export interface SettingsVersion {
  version: number;
  settings: Settings;
  savedBy: string;
  savedAt: number;
  note: string;
}

export async function latestSettings(db: Reader): Promise<SettingsVersion | undefined> {
  const [row] = await db.select().from(settingsVersions).orderBy(desc(settingsVersions.version)).limit(1);
  return row && { ...row, settings: parseSettings(row.document) };
}

export async function getSettingsVersion(db: Reader, version: number): Promise<SettingsVersion | undefined> {
  const [row] = await db.select().from(settingsVersions).where(eq(settingsVersions.version, version));
  return row && { ...row, settings: parseSettings(row.document) };
}

/** Adds a version. Versions are never changed: a rollback is a new version that says the same as an old one. */
export async function addSettingsVersion(tx: Tx, next: SettingsVersion): Promise<void> {
  await tx.insert(settingsVersions).values({
    version: next.version,
    document: next.settings,
    savedBy: next.savedBy,
    savedAt: next.savedAt,
    note: next.note,
  });
}

export async function listSettingsVersions(db: Reader, limit: number) {
  const { version, savedBy, savedAt, note } = settingsVersions;
  return db.select({ version, savedBy, savedAt, note }).from(settingsVersions).orderBy(desc(version)).limit(limit);
}
