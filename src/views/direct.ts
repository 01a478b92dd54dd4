import type { Button, KnownBlock } from "@slack/types";
import type { Priority } from "../domain/decision.ts";
import type { DirectNotice } from "../domain/effects.ts";
import type { TicketSummary } from "../domain/ticket.ts";
import { ACTION } from "./ids.ts";
import { ticketRef } from "./references.ts";
import { label, mrkdwn, said, spoken } from "./text.ts";
import { atTime } from "./time.ts";
import { PRIORITY, person } from "./words.ts";

/** What of a ticket a notice shows; masked already. */
interface NoticedTicket {
  id: number;
  intent: string;
  priority: Priority;
  about: TicketSummary | undefined;
  cardChannel: string | null;
  cardTs: string | null;
}

interface Content {
  text: string;
  blocks: KnownBlock[];
}

/** A direct message: one sentence, the ticket it is about, and a way to it. */
export function directNotice(
  notice: DirectNotice,
  ticket: NoticedTicket,
  { now, timezone }: { now: number; timezone: string },
): Content {
  const lead = directLead(notice, now, timezone);
  const subject = ticket.about?.subject ?? "";
  return {
    text: `${lead} Ticket ${ticket.id}: ${spoken(subject, 120)}`,
    blocks: [
      {
        type: "section",
        text: mrkdwn(
          `${lead}\n${PRIORITY[ticket.priority].glyph} *${said(ticket.intent, 60)}* · *${said(subject, 200)}* · #${ticket.id}${where(ticket)}`,
        ),
      },
      {
        type: "actions",
        elements: [openButton(ticket.id)],
      },
    ],
  };
}

function directLead(notice: DirectNotice, now: number, timezone: string): string {
  switch (notice.type) {
    case "assigned":
      return notice.by === "mailroom"
        ? `👉 This is yours now: ${said(notice.reason, 150)}.`
        : `👉 ${person(notice.by)} gave you this${notice.reason ? `: ${said(notice.reason, 200)}` : "."}`;
    case "due-soon":
      return notice.yours
        ? `⏳ Yours, and due ${atTime(notice.dueAt, now, timezone)}.`
        : `⏳ Nobody has this, and it is due ${atTime(notice.dueAt, now, timezone)}. You are next.`;
    case "overdue":
      return `⏰ Overdue since ${atTime(notice.dueAt, now, timezone)}.`;
    case "back":
      return notice.why === "reply" ? "📬 The customer wrote again." : "⏰ Back from snooze.";
    case "escalated":
      return `📣 ${person(notice.by)} escalated this to you: ${said(notice.reason, 200)}`;
  }
}

const where = ({ cardChannel }: NoticedTicket): string => (cardChannel ? ` · <#${cardChannel}>` : "");

/** Several tickets that one person should look at soon, in one message; a single one gets its notice. */
export function dueSoonNotice(
  tickets: readonly { ticket: NoticedTicket; dueAt: number; yours: boolean }[],
  around: { now: number; timezone: string },
): Content {
  const [first] = tickets;
  if (tickets.length === 1)
    return directNotice({ type: "due-soon", dueAt: first!.dueAt, yours: first!.yours }, first!.ticket, around);
  const shown = tickets.slice(0, MOST_IN_LINE);
  const rest = tickets.length - shown.length;
  return {
    text: `${tickets.length} tickets are due soon`,
    blocks: [
      { type: "section", text: mrkdwn(`⏳ *${tickets.length} tickets are due soon.*`) },
      ...shown.map(
        ({ ticket, dueAt, yours }): KnownBlock => ({
          type: "section",
          block_id: `soon:${ticket.id}`,
          text: mrkdwn(
            `${inLine(ticket)}\n${yours ? "Yours" : "Nobody has it, and you are next"}, due ${atTime(dueAt, around.now, around.timezone)}`,
          ),
          accessory: openButton(ticket.id),
        }),
      ),
      ...(rest > 0 ? [{ type: "context" as const, elements: [mrkdwn(`…and ${rest} more in App Home`)] }] : []),
    ],
  };
}

const openButton = (ticketId: number): Button => ({
  type: "button",
  action_id: ACTION.show,
  text: label("Open"),
  value: ticketRef(ticketId),
  accessibility_label: label(`Open ticket ${ticketId}`).text,
});

/** One line beside the cards. */
export function escalatedLine(
  notice: { by: string; reason: string; lead?: string | undefined },
  ticket: NoticedTicket,
  byName: string,
): Content {
  const line = `📣 ${said(byName, 60)} escalated ${inLine(ticket)}: ${said(notice.reason, 200)}${notice.lead ? ` ${person(notice.lead)}` : ""}`;
  return { text: line, blocks: [{ type: "section", text: mrkdwn(line) }] };
}

/** For operators: nothing to do now, something to look into. */
export function straysLine({ mailbox, strays }: { mailbox: string; strays: number }): Content {
  const what = strays === 1 ? "1 mail that its history" : `${strays} mails that its history`;
  const line = `🔎 ${said(mailbox, 120)} held ${what} never showed. ${strays === 1 ? "It is" : "They are"} being worked on now.`;
  return { text: line, blocks: [{ type: "section", text: mrkdwn(line) }] };
}

const MOST_IN_LINE = 8;

/** Everything that fell due in the same two minutes, in one message. */
export function overdueLine(
  tickets: readonly { ticket: NoticedTicket; rung: number }[],
  lead: string | undefined,
): Content {
  const worst = tickets.some(({ rung }) => rung > 100);
  const head = `${worst ? "🚨 *Still no answer*" : "⏰ *Overdue*"}${tickets.length > 1 ? `: ${tickets.length} tickets` : ""}${lead ? ` ${person(lead)}` : ""}`;
  const lines = tickets
    .slice(0, MOST_IN_LINE)
    .map(({ ticket, rung }) => `• ${rung > 100 ? "a quarter past its time: " : ""}${inLine(ticket)}`);
  const rest = tickets.length > MOST_IN_LINE ? [`…and ${tickets.length - MOST_IN_LINE} more`] : [];
  return {
    text: `${tickets.length} ${tickets.length === 1 ? "ticket is" : "tickets are"} overdue`,
    blocks: [{ type: "section", text: mrkdwn([head, ...lines, ...rest].join("\n")) }],
  };
}

const inLine = (ticket: NoticedTicket): string =>
  `#${ticket.id} *${said(ticket.about?.subject ?? "", 120)}*${where(ticket)}`;
