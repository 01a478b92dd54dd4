import type { KnownBlock } from "@slack/types";
import type { TicketEvent } from "../domain/ticket-event.ts";
import { whoMayAllow } from "./notices.ts";
import { clean, clip, mrkdwn, quoted, said, spoken } from "./text.ts";
import { atTime } from "./time.ts";
import { masked, person } from "./words.ts";

/** Somebody's name as the settings have it. */
export type NameOf = (slack: string) => string;

/**
 * One line of a ticket's thread. Whoever did something is named and not mentioned: they know. Mentioned is who should look:
 * whoever lost a ticket, or whose answer did not leave.
 */
export function eventLine(event: TicketEvent, nameOf: NameOf): string {
  const name = (slack: string) => (slack === "mailroom" ? "Mailroom" : said(nameOf(slack), 60));
  switch (event.type) {
    case "decided":
      return `🧭 *${said(event.intent, 60)}* → ${said(event.queue, 60)}, ${event.priority} priority. ${event.reasons
        .slice(0, 4)
        .map((one) => said(one, 150))
        .join("; ")}`;
    case "claimed":
      return `✋ ${name(event.by)} has it`;
    case "released":
      return `👐 ${name(event.by)} gave it back`;
    case "taken_over":
      return `✋ ${name(event.by)} took it over from ${person(event.from)}`;
    case "assigned":
      return `👉 ${event.by === "mailroom" ? "Given" : `${name(event.by)} gave it`} to ${name(event.to)}${event.reason ? `: ${said(event.reason, 200)}` : ""}`;
    case "snoozed":
      return `💤 ${name(event.by)} snoozed it ${event.until === undefined ? "until the customer writes" : `until ${atTime(event.until, 0, "UTC")}`}`;
    case "woken":
      return event.why === "reply" ? "⏰ Back from snooze: the customer wrote" : "⏰ Back from snooze";
    case "escalated":
      return `📣 ${name(event.by)} escalated it: ${said(event.reason)}`;
    case "reclassified":
      return `🧭 ${name(event.by)} says this is *${said(event.to, 60)}*, not ${said(event.from, 60)}; it is in ${said(event.queue, 60)} now`;
    case "noted":
      return `🗒️ ${name(event.by)}: ${said(event.note, 1_500)}`;
    case "due_soon":
      return `${event.rung >= 100 ? "⏰ *Overdue:* the answer was" : "⏳ The answer is"} due ${atTime(event.dueAt, 0, "UTC")}${event.mention ? ` ${event.mention}` : ""}`;
    case "idle":
      return `👐 Back in the pool: ${person(event.from)} had it for half an hour and nothing happened`;
    case "courtesy":
      return "🙂 The customer said thanks; nothing to do";
    case "edited":
      return `✏️ ${name(event.by)} wrote draft ${event.version}`;
    case "promise_held":
      return `✋ The answer of ${name(event.by)} makes a promise (${said(event.what, 200)}). ${whoMayAllow("it", event.mayAllow)}${event.ask ? ` ${person(event.ask)}, please look at it` : ""}`;
    case "allowed":
      return `🔓 ${name(event.by)} allows it once, as it stands (${said(event.what, 200)}), until ${atTime(event.until, 0, "UTC")}`;
    case "tool_asked":
      return `⚙️ ${name(event.by)} asked *${said(event.tool, 60)}* for this: ${said(event.what, 200)}`;
    case "tool_done":
      return `✅ *${said(event.tool, 60)}* has done it: ${said(event.what, 200)}. Our reference: ${said(event.reference, 80)}`;
    case "tool_failed":
      return `⚠️ *${said(event.tool, 60)}* has not done it (${said(event.what, 200)}): ${said(event.reason)} Our reference: ${said(event.reference, 80)}${lookAgain(event.by)}`;
    case "reply_sent":
      return event.byPerson
        ? `📤 Answer sent to ${event.recipients} ${event.recipients === 1 ? "person" : "people"}, approved by ${name(event.by)}`
        : `📤 Mailroom sent this answer by itself (${said(event.by, 100)})`;
    case "sending_soon":
      return `⏱️ Mailroom sends its draft ${atTime(event.at, 0, "UTC")} (${said(event.by, 100)}). Undo is on the card`;
    case "undone":
      return `↩️ ${name(event.by)} called the answer back; nothing was sent`;
    case "acknowledged":
      return "📨 The customer was told that their mail has arrived";
    case "reply_held":
      return `✋ Not sent: ${said(event.reason)}${lookAgain(event.by)}`;
    case "reply_failed":
      return `⚠️ The answer could not be sent: ${said(event.reason)}${lookAgain(event.by)}`;
    case "answered_elsewhere":
      return "📨 Somebody answered this from Gmail; the draft here is gone";
    case "bounced":
      return event.permanent
        ? `⚠️ The answer came back: it cannot be delivered${event.status ? ` (${said(event.status, 20)})` : ""}`
        : "⏳ The answer is delayed; the mail system goes on trying";
    case "auto_replied":
      return "🤖 An automatic reply came from the customer's side";
    case "malware_found":
      return `🦠 The virus scanner, which did not answer before, has found *malware* in ${event.files === 1 ? "a file" : `${event.files} files`} of this mail. Do not open ${event.files === 1 ? "it" : "them"}`;
    case "incident_joined":
      return `🧩 ${event.by === "mailroom" ? "Part" : `${name(event.by)} made it part`} of incident #${event.incidentId}`;
    case "incident_left":
      return `🧩 ${name(event.by)} took it out of incident #${event.incidentId}`;
    case "incident_over":
      return `🧩 ${name(event.by)} resolved incident #${event.incidentId}; this ticket is an ordinary one again`;
    case "closed":
      return `✅ Closed by ${name(event.by)}${event.outcome === "spam" ? " as spam" : ""}`;
    case "reopened":
      return event.by ? `↩️ ${name(event.by)} reopened it` : "↩️ The customer wrote again";
  }
}

/** Whoever approved it; a policy cannot look again. */
const lookAgain = (by: string): string => (/^[UW][A-Z0-9]+$/.test(by) ? ` ${person(by)}, please look again` : "");

interface Content {
  text: string;
  blocks: KnownBlock[];
}

export function eventNote(event: TicketEvent, nameOf: NameOf): Content {
  const line = eventLine(event, nameOf);
  return { text: line, blocks: [{ type: "context", elements: [mrkdwn(clip(line, 2_000))] }] };
}

export interface MailNote {
  from: string;
  /** Masked already. */
  text: string;
  attachments: string[];
  /** How many lines of quoted history were folded away. */
  foldedLines: number;
  sensitive: boolean;
}

/** A passage that a draft stands on. */
export interface SourceNote {
  title: string;
  quote: string;
  /** Of what another system of the company answered. */
  lookedUpAt?: number | undefined;
}

const TOP_SOURCES = 3;

/** Articles are Markdown; Slack would show its marks, or take some of them for its own. */
const sourceLine = ({ title, quote, lookedUpAt }: SourceNote): string =>
  `${lookedUpAt === undefined ? "📚" : "🔎"} *${said(title, 100)}*${lookedUpAt === undefined ? "" : `, looked up ${atTime(lookedUpAt, 0, "UTC")}`}: ${said(rowsAsLines(quote).replace(/\*\*|__|`/g, ""), 900)}`;

/** Slack has no tables: a row is its cells one after another. */
const rowsAsLines = (quote: string): string =>
  quote
    .split("\n")
    .filter((line) => !/^\s*\|[\s:|-]+\|\s*$/.test(line))
    .map((line) =>
      /^\s*\|.*\|\s*$/.test(line)
        ? `${line
            .trim()
            .slice(1, -1)
            .split("|")
            .map((cell) => cell.trim())
            .join(", ")};`
        : line,
    )
    .join("\n");

/** All that an answer stands on, for whoever asks. */
export const sourcesText = (ticketId: number, sources: readonly SourceNote[]): string =>
  sources.length === 0
    ? `The answer on ticket #${ticketId} stands on no article.`
    : clip(`*What the answer on ticket #${ticketId} stands on*\n${sources.map(sourceLine).join("\n")}`, 3_900);

const MAIL_TEXT = 2_800;

/** The newest mail of a customer, as the thread shows it: what they wrote, without what they quoted; then what was made of it. */
export function mailNote(
  { from, text, attachments, foldedLines, sensitive }: MailNote,
  decided: TicketEvent | undefined,
  nameOf: NameOf,
  sources: readonly SourceNote[] = [],
): Content {
  const body = masked(clean(text)) || "(no text)";
  const extras = [
    ...(body.length > MAIL_TEXT / 1.2 ? ["shortened"] : []),
    ...(foldedLines > 0 ? [`${foldedLines} quoted ${foldedLines === 1 ? "line" : "lines"} folded away`] : []),
    ...(attachments.length > 0
      ? [
          `📎 ${attachments
            .slice(0, 10)
            .map((one) => said(one, 60))
            .join(", ")}`,
        ]
      : []),
  ];
  const context = (line: string): KnownBlock => ({ type: "context", elements: [mrkdwn(clip(line, 2_000))] });
  return {
    text: sensitive ? "A new mail in this conversation" : `${spoken(from, 80)} wrote: ${spoken(masked(text), 200)}`,
    blocks: [
      { type: "section", text: mrkdwn(`*${said(from, 80)}* wrote:\n${quoted(body, MAIL_TEXT)}`) },
      ...(extras.length > 0 ? [context(extras.join("  ·  "))] : []),
      ...(decided ? [context(eventLine(decided, nameOf))] : []),
      ...sources.slice(0, TOP_SOURCES).map((source) => context(sourceLine(source))),
    ],
  };
}
