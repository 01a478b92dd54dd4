import type { Settings } from "./settings/settings.ts";

/** Why no mail may leave at all right now, in a sentence; undefined when it may. The sender asks this last of all. */
export function sendingHold(settings: Settings, { mailboxPaused }: { mailboxPaused: boolean }): string | undefined {
  if (!settings.sending.enabled) return "Sending is switched off for the whole desk.";
  if (settings.mode === "shadow") return "Mailroom is in shadow mode: it shows what it would do, and sends nothing.";
  if (settings.mode === "paused") return "Mailroom is paused.";
  if (mailboxPaused) return "This mailbox is paused.";
  return undefined;
}
