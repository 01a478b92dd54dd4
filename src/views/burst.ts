import type { Button, KnownBlock, ModalView } from "@slack/types";
import type { Burst } from "../domain/burst.ts";
import { BURST_PAGE } from "../domain/burst.ts";
import type { TicketLine, TicketPage } from "../domain/home.ts";
import { BURST } from "./ids.ts";
import { burstRef, ticketRef } from "./references.ts";
import { label, mrkdwn, said } from "./text.ts";
import { atTimeWithCountdown } from "./time.ts";
import { PRIORITY } from "./words.ts";

interface Around {
  now: number;
  timezone: string;
}

/** Intents that are named; the rest are one figure. */
const NAMED = 5;

/** One message for all that wait in a channel for their cards. */
export function burstMessage(
  { waiting, byIntent, oldestAt, next }: Burst,
  channel: string,
  { now, timezone }: Around,
): { text: string; blocks: KnownBlock[] } {
  const title = `${waiting} more ${waiting === 1 ? "mail waits" : "mails wait"}`;
  const named = byIntent.slice(0, NAMED).map(({ intent, tickets }) => `${tickets} ${said(intent, 40)}`);
  const others = byIntent.slice(NAMED).reduce((sum, { tickets }) => sum + tickets, 0);
  const parts = [...named, ...(others > 0 ? [`${others} others`] : [])].join(", ");
  const due = next?.dueAt === undefined ? "" : `  ·  first due ${atTimeWithCountdown(next.dueAt, now, timezone)}`;
  return {
    text: `${title}: ${parts}`,
    blocks: [
      {
        type: "section",
        text: mrkdwn(
          `📚 *${title}* for their cards: ${parts}\nOldest from ${atTimeWithCountdown(oldestAt, now, timezone)}${due}`,
        ),
        accessory: {
          type: "button",
          action_id: BURST.show,
          text: label("Show"),
          value: burstRef(channel, 0),
          accessibility_label: label(`Show the ${waiting} mails that wait`, 75).text,
        },
      },
      {
        type: "context",
        elements: [
          mrkdwn(
            "More mail came than Slack lets us post at once. The cards follow, the most urgent first; urgent and high ones never wait here.",
          ),
        ],
      },
    ],
  };
}

/** What stays of it. */
export function burstOver(total: number): { text: string; blocks: KnownBlock[] } {
  const text = `✅ The burst is over: ${total} ${total === 1 ? "mail has its card" : "mails have their cards"}.`;
  return { text, blocks: [{ type: "context", elements: [mrkdwn(text)] }] };
}

/** The waiting tickets in a window, which only the one who asked sees. */
export function burstWindow(
  { channel, list, total }: { channel: string; list: TicketPage; total: number },
  around: Around,
): ModalView {
  return {
    type: "modal",
    callback_id: burstWindow.id,
    private_metadata: burstRef(channel, list.page),
    title: label("Waiting mail", 24),
    close: label("Close", 24),
    blocks:
      list.tickets.length === 0
        ? [
            {
              type: "section",
              text: mrkdwn(
                total > 0 ? "Nothing waits here any more: the cards are in the channel." : "Nothing waits here.",
              ),
            },
          ]
        : [
            {
              type: "section",
              text: mrkdwn(`*${list.total} waiting*, the most urgent first. Claiming or opening one brings its card.`),
            },
            ...list.tickets.flatMap((ticket) => ticketRows(ticket, around)),
            ...pager(channel, list),
          ],
  };
}

burstWindow.id = "burst.window";

function ticketRows(ticket: TicketLine, { now, timezone }: Around): KnownBlock[] {
  const { glyph, word } = PRIORITY[ticket.priority];
  const due = ticket.dueAt === undefined ? "" : ` · due ${atTimeWithCountdown(ticket.dueAt, now, timezone)}`;
  const button = (action_id: string, name: string): Button => ({
    type: "button",
    action_id,
    text: label(name),
    value: ticketRef(ticket.id),
    accessibility_label: label(`${name} ticket ${ticket.id}`).text,
  });
  return [
    {
      type: "section",
      text: mrkdwn(
        `${glyph} ${word} · *${said(ticket.intent, 40)}*${due}\n#${ticket.id} *${said(ticket.subject, 100)}* · ${said(ticket.sender, 60)}`,
      ),
    },
    {
      type: "actions",
      block_id: `waiting:${ticket.id}`,
      elements: [{ ...button(BURST.claim, "Claim"), style: "primary" }, button(BURST.open, "Open")],
    },
  ];
}

function pager(channel: string, { page, total }: TicketPage): KnownBlock[] {
  const pages = Math.ceil(total / BURST_PAGE);
  const to = (target: number, text: string): Button => ({
    type: "button",
    action_id: `${BURST.page}.${target}`,
    text: label(text),
    value: burstRef(channel, target),
  });
  const elements = [
    ...(page > 0 ? [to(page - 1, "← Earlier")] : []),
    ...(page < pages - 1 ? [to(page + 1, `Later → (${page + 1} of ${pages})`)] : []),
  ];
  return elements.length > 0 ? [{ type: "actions", block_id: `waiting-pages:${page}`, elements }] : [];
}
