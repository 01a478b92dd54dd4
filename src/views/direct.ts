import type { KnownBlock } from "@slack/types";
import type { Priority } from "../domain/decision.ts";
import type { ChannelNotice, DirectNotice } from "../domain/effects.ts";
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
        elements: [
          {
            type: "button",
            action_id: ACTION.open,
            text: label("Open"),
            value: ticketRef(ticket.id),
            accessibility_label: label(`Open ticket ${ticket.id}`).text,
          },
        ],
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

/** One line beside the cards. */
export function channelNoticeText(notice: ChannelNotice, ticket: NoticedTicket): Content {
  const what = `#${ticket.id} *${said(ticket.about?.subject ?? "", 150)}*${where(ticket)}`;
  const lead = notice.lead ? ` ${person(notice.lead)}` : "";
  const line =
    notice.type === "escalated"
      ? `📣 ${person(notice.by)} escalated ${what}: ${said(notice.reason, 200)}${lead}`
      : notice.rung > 100
        ? `🚨 Still no answer, a quarter of its time after it was due: ${what}${lead}`
        : `⏰ Overdue: ${what}${lead}`;
  return { text: line, blocks: [{ type: "section", text: mrkdwn(line) }] };
}
