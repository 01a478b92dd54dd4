import { nearest } from "../../domain/nearest.ts";
import { POSTURES } from "../../domain/settings/intents.ts";
import type { KnowledgeCommand } from "./knowledge.ts";

/** `/triage …` as typed, understood; or what was wrong with it. */
export type TriageCommand =
  | { do: "help"; about: string | undefined }
  | { do: "status" | "mine" | "incidents" | "settings" | "history" | "dlq" | "eval" | "doctor"; page: number }
  | { do: "queue"; queue: string | undefined; page: number }
  | { do: "show"; ticketId: number }
  | { do: "search"; words: string; page: number }
  | { do: "replay"; of: { ticketId: number } | { gmailId: string } | { last: number } }
  | { do: "stats"; days: number }
  | { do: "digest"; days: 1 | 7 }
  | { do: "pause" | "resume"; mailbox: string | undefined }
  | { do: "posture"; intent: string; posture: string }
  | { do: "oncall"; user: string | undefined }
  | { do: "rollback"; version: number }
  | KnowledgeCommand
  | { do: "kb-add" }
  | { do: "wrong"; say: string };

export const COMMANDS: Readonly<Record<string, { usage: string; about: string; admin?: true }>> = {
  help: { usage: "help [command]", about: "this list, or one command in more words" },
  status: { usage: "status", about: "is everything running, and what waits" },
  mine: { usage: "mine", about: "your tickets by deadline" },
  incidents: { usage: "incidents", about: "what many customers write about at once, as far as it is open" },
  queue: { usage: "queue [name]", about: "open tickets of a queue, or of all" },
  show: { usage: "show 42", about: "one ticket, with its buttons" },
  search: { usage: "search refund kestrel", about: "tickets whose mail holds all the words" },
  replay: {
    usage: "replay 42 | GMAIL-ID | last 5",
    about: "read stored mail again with today's settings; sends nothing, shows what would differ",
  },
  stats: { usage: "stats [7d]", about: "volume, punctuality and cost" },
  pause: { usage: "pause [mailbox]", about: "stop reading and sending, for all or one mailbox", admin: true },
  resume: { usage: "resume [mailbox]", about: "go on where it stopped", admin: true },
  posture: {
    usage: "posture INTENT off|shadow|draft|auto",
    about: "what Mailroom may do by itself for an intent",
    admin: true,
  },
  oncall: { usage: "oncall @user | nobody", about: "who gets outages", admin: true },
  settings: { usage: "settings", about: "the settings in force, in short" },
  history: { usage: "history", about: "who changed which setting, and when", admin: true },
  rollback: { usage: "rollback 7", about: "go back to an earlier version of the settings", admin: true },
  kb: {
    usage: "kb [ARTICLE | add | remove ARTICLE]",
    about: "the articles that answers stand on, and questions that none answers",
  },
  dlq: { usage: "dlq", about: "work that was given up, to be replayed", admin: true },
  digest: { usage: "digest [day|week]", about: "the last day or week in a few lines and bars" },
  eval: { usage: "eval", about: "how often decisions stood, by intent", admin: true },
  doctor: { usage: "doctor", about: "check tokens, scopes, channels and mailboxes", admin: true },
};

const PAGE = /(?:^|\s)page\s+(\d{1,4})$/i;
const MOST_REPLAYED = 20;

export function parseTriage(text: string): TriageCommand {
  const paged = PAGE.exec(text);
  const page = paged ? Math.max(0, Number(paged[1]) - 1) : 0;
  const [first = "help", ...rest] = text
    .replace(PAGE, "")
    .replace("--send-nothing", "")
    .trim()
    .split(/\s+/)
    .filter(Boolean);
  const name = first.toLowerCase();
  const argument = rest.join(" ");
  switch (name) {
    case "help":
      return { do: "help", about: rest[0]?.toLowerCase() };
    case "status":
    case "mine":
    case "incidents":
    case "settings":
    case "history":
    case "dlq":
    case "eval":
    case "doctor":
      return { do: name, page };
    case "digest":
      if (rest[0] !== undefined && !/^(day|week)$/i.test(rest[0])) return usage("digest", "Say day or week");
      return { do: "digest", days: rest[0]?.toLowerCase() === "week" ? 7 : 1 };
    case "queue":
      return { do: "queue", queue: rest[0]?.toLowerCase(), page };
    case "show": {
      const ticketId = ticketNumber(rest[0]);
      return ticketId === undefined ? usage("show", "Say which ticket") : { do: "show", ticketId };
    }
    case "search":
      return argument === "" ? usage("search", "Say what to look for") : { do: "search", words: argument, page };
    case "replay":
      return parseReplay(rest);
    case "stats": {
      const days = Number(/^(\d{1,3})d?$/.exec(rest[0] ?? "7")?.[1]);
      return days >= 1 && days <= 366 ? { do: "stats", days } : usage("stats", "Say how many days, from 1 to 366");
    }
    case "pause":
    case "resume":
      return { do: name, mailbox: rest[0] === undefined ? undefined : mailtoless(rest[0]) };
    case "posture": {
      const [intent, posture] = [rest[0]?.toLowerCase(), rest[1]?.toLowerCase()];
      if (!intent || !posture || !(POSTURES as readonly string[]).includes(posture))
        return usage("posture", `Say an intent and one of ${POSTURES.join(", ")}`);
      return { do: "posture", intent, posture };
    }
    case "oncall": {
      const user = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>$/.exec(rest[0] ?? "")?.[1];
      // Nobody is named, never meant: a bare word must not take the person on call away.
      if (!user && rest[0]?.toLowerCase() !== "nobody") return usage("oncall", "Name a person with @, or nobody");
      return { do: "oncall", user };
    }
    case "kb":
      if (/^add$/i.test(argument)) return { do: "kb-add" };
      if (/^remove$/i.test(rest[0] ?? ""))
        return { do: "kb", about: rest.slice(1).join(" ") || undefined, remove: true };
      return { do: "kb", about: argument || undefined };
    case "rollback": {
      const version = Number(/^v?(\d{1,9})$/i.exec(rest[0] ?? "")?.[1]);
      return version >= 1
        ? { do: "rollback", version }
        : usage("rollback", "Say which version; `/triage history` lists them");
    }
    default: {
      const meant = nearest(name, Object.keys(COMMANDS));
      return {
        do: "wrong",
        say: `There is no command \`${first.slice(0, 40)}\`.${meant ? ` Did you mean \`/triage ${meant}\`?` : ""} \`/triage help\` lists what there is.`,
      };
    }
  }
}

const usage = (name: string, say: string): TriageCommand => ({
  do: "wrong",
  say: `${say}: \`/triage ${COMMANDS[name]!.usage}\``,
});

const ticketNumber = (text: string | undefined): number | undefined => {
  const number = Number(/^#?(\d{1,12})$/.exec(text ?? "")?.[1]);
  return number >= 1 ? number : undefined;
};

/** With escaping on, Slack turns an address into `<mailto:a@b|a@b>`. */
const mailtoless = (text: string): string => /^<mailto:([^|>]+)/.exec(text)?.[1] ?? text;

function parseReplay([first, second]: string[]): TriageCommand {
  if (first?.toLowerCase() === "last") {
    const last = Number(second);
    return last >= 1 && last <= MOST_REPLAYED
      ? { do: "replay", of: { last } }
      : usage("replay", `Say how many, from 1 to ${MOST_REPLAYED}`);
  }
  const ticketId = ticketNumber(first);
  // Sixteen digits are a Gmail id that happens to hold no letter.
  if (ticketId !== undefined && first!.replace("#", "").length < 13) return { do: "replay", of: { ticketId } };
  if (first && /^[\w-]{10,64}$/.test(first)) return { do: "replay", of: { gmailId: first } };
  return usage("replay", "Say which mail");
}
