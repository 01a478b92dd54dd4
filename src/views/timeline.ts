import { clip, said } from "./text.ts";
import { atTime } from "./time.ts";
import { person } from "./words.ts";

interface Timeline {
  ticketId: number;
  entries: { at: number; actor: string; action: string; details: Record<string, string | number | boolean | null> }[];
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

export function timelineText({ ticketId, entries, timezone }: Timeline): string {
  const lines = entries.map(({ at, actor, action, details }) => {
    const words = ACTIONS[action] ?? said(action, 60);
    const shown = ["reason", "outcome", "from", "version"].flatMap((key) =>
      details[key] == null ? [] : [`${key} ${said(String(details[key]), 80)}`],
    );
    return `• ${atTime(at, 0, timezone)} ${person(actor)} ${words}${shown.length > 0 ? ` (${shown.join(", ")})` : ""}`;
  });
  return clip(`*Ticket #${ticketId}*\n${lines.join("\n") || "Nothing yet."}`, 3_900);
}
