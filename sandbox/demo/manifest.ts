import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { appFromManifest, type SlackOptions } from "../slack/index.ts";

const FILE = path.join(import.meta.dirname, "../../manifest.json");

interface Manifest {
  features?: {
    slash_commands?: { command: string; description?: string; usage_hint?: string }[];
    shortcuts?: { name: string; type: string; callback_id: string; description?: string }[];
  };
}

/** What Slack's menus say about the app besides its name. */
export interface AppWords {
  commands: { command: string; description: string; usageHint: string }[];
  shortcuts: { callbackId: string; name: string; description: string; type: "global" | "message" }[];
}

/** The app as its manifest asks Slack for it, so that the demo has the scopes and events that an installation has. */
export function installedApp(): { app: SlackOptions["app"] & object; words: AppWords } {
  if (!existsSync(FILE))
    return { app: { commands: [{ command: "/triage", shouldEscape: true }] }, words: { commands: [], shortcuts: [] } };
  const manifest = JSON.parse(readFileSync(FILE, "utf8")) as Manifest & Record<string, unknown>;
  const { slash_commands: commands = [], shortcuts = [] } = manifest.features ?? {};
  return {
    app: appFromManifest(manifest),
    words: {
      commands: commands.map(({ command, description = "", usage_hint = "" }) => ({
        command,
        description,
        usageHint: usage_hint,
      })),
      shortcuts: shortcuts.map(({ name, type, callback_id, description = "" }) => ({
        callbackId: callback_id,
        name,
        description,
        type: type === "message" ? "message" : "global",
      })),
    },
  };
}
