import { clip, said } from "./text.ts";
import { atTime } from "./time.ts";
import { person } from "./words.ts";

interface Timeline {
  ticketId: number;
  entries: { at: number; actor: string; action: string; details: Record<string, string | number | boolean | null> }[];
  authorship: {
    read: { engine: string; promptVersion: string | undefined; settingsVersion: number } | undefined;
    draft: { source: "model" | "template" | "person"; promptVersion: string | undefined } | undefined;
  };
  timezone: string;
}

const ACTIONS: Readonly<Record<string, string>> = {
  "ticket.opened": "opened it",
  "ticket.mail-added": "added a mail",
  "ticket.claimed": "claimed it",
  "ticket.released": "released it",
  "ticket.taken-over": "took it over",
  "ticket.sending": "set an answer on its way",
  "ticket.closed": "closed it",
  "ticket.reopened": "reopened it",
  "answer.edited": "wrote a draft",
  "reply.approved": "approved the answer",
  "reply.sent": "sent the answer",
  "reply.held": "held the answer back",
  "reply.failed": "could not send the answer",
};

export function timelineText({ ticketId, entries, authorship, timezone }: Timeline): string {
  const lines = entries.map(({ at, actor, action, details }) => {
    const words = ACTIONS[action] ?? said(action, 60);
    const shown = ["reason", "outcome", "from", "version"].flatMap((key) =>
      details[key] == null ? [] : [`${key} ${said(String(details[key]), 80)}`],
    );
    return `• ${atTime(at, 0, timezone)} ${person(actor)} ${words}${shown.length > 0 ? ` (${shown.join(", ")})` : ""}`;
  });
  const head = [`*Ticket #${ticketId}*`, ...authorshipLine(authorship)].join("\n");
  return clip(`${head}\n${lines.join("\n") || "Nothing yet."}`, 3_900);
}

/** With which prompt a mistake was made, for whoever wants to mend it. */
function authorshipLine({ read, draft }: Timeline["authorship"]): string[] {
  const prompt = (version: string | undefined) => (version ? `, prompt \`${said(version, 40)}\`` : "");
  const parts = [
    ...(read
      ? [`Read by ${said(read.engine, 60)}${prompt(read.promptVersion)}, settings ${read.settingsVersion}`]
      : []),
    ...(draft ? [`Draft from a ${draft.source}${prompt(draft.promptVersion)}`] : []),
  ];
  return parts.length > 0 ? [parts.join(" · ")] : [];
}
