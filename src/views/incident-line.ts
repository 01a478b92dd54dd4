import type { IncidentLine } from "../domain/incident.ts";
import { cardUrl } from "./card-url.ts";
import { said } from "./text.ts";
import { atTime } from "./time.ts";
import { person } from "./words.ts";

export function incidentsText(
  incidents: readonly IncidentLine[],
  { timezone, workspaceUrl }: { timezone: string; workspaceUrl: string },
): string {
  if (incidents.length === 0) return "No incident is open.";
  return incidents
    .slice(0, 20)
    .map((one) => incidentLineText(one, { timezone, workspaceUrl }))
    .join("\n");
}

export function incidentLineText(
  one: IncidentLine,
  { timezone, workspaceUrl }: { timezone: string; workspaceUrl: string },
): string {
  const url = cardUrl(one, workspaceUrl);
  const number = url ? `<${url}|Incident #${one.id}>` : `Incident #${one.id}`;
  const whose = one.owner ? person(one.owner) : "nobody has it";
  const late = one.overdue > 0 ? ` · ⏰ *${one.overdue} overdue*` : "";
  return `🧩 ${number} *${said(one.title, 100)}* · ${one.mails} mails from ${one.senders} customers since ${atTime(one.openedAt, 0, timezone)} · ${whose}${late}`;
}
