import { clip, said } from "./text.ts";
import { atTime } from "./time.ts";
import { named, person } from "./words.ts";

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
  "ticket.by-hand": "wrote it down",
  "ticket.mail-added": "added a mail",
  "ticket.claimed": "claimed it",
  "ticket.released": "gave it back",
  "ticket.taken-over": "took it over",
  "ticket.assigned": "assigned it",
  "ticket.idle": "gave it back to everybody: nothing had followed the claim",
  "ticket.snoozed": "snoozed it",
  "ticket.woken": "brought it back",
  "ticket.escalated": "escalated it",
  "ticket.reclassified": "re-classified it",
  "ticket.replayed": "applied a new reading",
  "ticket.noted": "noted something in the thread",
  "ticket.sending": "set an answer on its way",
  "ticket.acknowledged": "told the customer that their mail has arrived",
  "ticket.courtesy": "took in a mail that only says thanks",
  "ticket.answered-elsewhere": "saw an answer sent from Gmail",
  "ticket.bounced": "saw an answer come back",
  "ticket.auto-replied": "saw an automatic reply",
  "ticket.closed": "closed it",
  "ticket.reopened": "reopened it",
  "ticket.erased": "erased what it held",
  "answer.edited": "wrote a draft",
  "answer.shared": "made an answer ready for the incident",
  "answer.found_fine": "found the sent answer fine",
  "answer.found_wrong": "found the sent answer wrong",
  "promise.allowed": "allowed a promise",
  "tool.asked": "asked another system to do something",
  "tool.done": "had it done in another system",
  "tool.failed": "could not have it done in another system",
  "reply.approved": "approved the answer",
  "reply.sent": "sent the answer",
  "reply.undone": "called the answer back",
  "reply.held": "held the answer back",
  "reply.failed": "could not send the answer",
  "incident.joined": "made it part of an incident",
  "incident.left": "took it out of its incident",
  "incident.left-out": "left it out of the incident's answer",
  "malware.found": "found malware in a file",
};

/** What a person may have named or caused, in words; the rest of the details is for the log. */
const DETAILS: Readonly<Record<string, string>> = { reason: "", from: "from ", to: "to ", version: "version " };

export function timelineText({ ticketId, entries, authorship, timezone }: Timeline): string {
  const lines = entries.map(({ at, actor, action, details }) => {
    const words = ACTIONS[action] ?? said(action.replace(/^.*\./, "").replace(/[-_]/g, " "), 60);
    const shown = Object.entries(DETAILS).flatMap(([key, before]) =>
      details[key] == null ? [] : [`${before}${named(said(String(details[key]), 80))}`],
    );
    if (details["outcome"] === "spam") shown.push("as spam");
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
