import type { Settings } from "../domain/settings/settings.ts";
import { said } from "./text.ts";

/** The settings in force on one screen. */
export function settingsText(settings: Settings, version: number): string {
  const names = (list: readonly string[], most = 12) =>
    `${list
      .slice(0, most)
      .map((one) => said(one, 60))
      .join(", ")}${list.length > most ? ` and ${list.length - most} more` : ""}`;
  const queues = Object.entries(settings.queues)
    .slice(0, 15)
    .map(
      ([name, queue]) =>
        `• ${said(name, 40)}: <#${queue.channel}>, answer in ${queue.sla?.firstResponse.normal ?? settings.sla.firstResponse.normal}`,
    );
  const postures = Object.entries(settings.intents)
    .slice(0, 20)
    .map(([name, intent]) => `${said(name, 40)} ${intent.posture}${intent.silent ? " (silent)" : ""}`);
  return [
    `*Settings version ${version}* · ${said(settings.company.name, 60)} · ${settings.mode}${settings.sending.enabled ? "" : " · 🛑 sending is switched off"}`,
    `Mailboxes: ${names(settings.mailboxes.map((one) => one.address))}`,
    `People: ${settings.people.length}, admins ${settings.people.filter((one) => one.roles.includes("admin")).length}`,
    `Queues:\n${queues.join("\n")}`,
    `Intents: ${postures.join(", ")}`,
    `Routing rules: ${settings.routing.length === 0 ? "none" : names(settings.routing.map((one) => one.name))}`,
  ].join("\n");
}
