import { readFileSync } from "node:fs";
import type { Config } from "../config.ts";
import { MailroomError } from "../domain/errors.ts";
import { seedSettings } from "../domain/settings/seed.ts";
import type { Settings } from "../domain/settings/settings.ts";
import { noSeed } from "../tickets/settings-store.ts";

/** The settings file, for a desk that has no settings of its own yet. */
export function readSeed(config: Pick<Config, "SETTINGS_FILE">): Settings {
  if (!config.SETTINGS_FILE) return noSeed();
  let text: string;
  try {
    text = readFileSync(config.SETTINGS_FILE, "utf8");
  } catch (cause) {
    throw new MailroomError("config_invalid", {
      detail: `SETTINGS_FILE: ${config.SETTINGS_FILE} cannot be read`,
      cause,
    });
  }
  return seedSettings(text);
}
