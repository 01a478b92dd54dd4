import type { ActionsBlock, Button, KnownBlock, StaticSelect } from "@slack/types";
import type { TicketCard } from "../domain/card.ts";
import { ACTION, MORE, MORE_TOOL } from "./ids.ts";
import { whoMayAllow } from "./notices.ts";
import { answerRef, cardBlockId, moreRef, takeOverRef, ticketRef } from "./references.ts";
import { clip, LIMIT, label, mrkdwn, plain, quoted, said, spoken } from "./text.ts";
import { atTime, atTimeWithCountdown, clockTime, duration } from "./time.ts";
import { engineWords, masked, outcomeWords, PRIORITY, person, stateWords } from "./words.ts";

export interface CardSurroundings {
  now: number;
  /** For readers whose client does not render Slack's dates, and for notifications. */
  timezone: string;
}

/** A space at which no line is broken. */
const GLUE = "\u00a0";

/** How much of a draft the card shows: enough to judge it on a phone. */
const DRAFT_PREVIEW = 900;

/** The one Slack message that shows a ticket. Its state decides what it says and which buttons it has; a done one shrinks to two lines. */
export function ticketCard(card: TicketCard, around: CardSurroundings, { whole = false } = {}): KnownBlock[] {
  if (card.state === "done") return doneCard(card, around);
  return card.incident?.open && !whole ? memberCard(card, around) : openCard(card, around);
}

function openCard(card: TicketCard, around: CardSurroundings): KnownBlock[] {
  return [
    { type: "section", text: mrkdwn(headline(card, around)) },
    { type: "section", text: plain([senderLine(card), ...acquaintance(card)].join(" · "), 500) },
    { type: "header", text: { ...plain(card.subject, LIMIT.header), emoji: false } },
    { type: "section", text: plain(sentence(masked(card.summary)), 600) },
    ...(card.fields.length > 0
      ? [
          {
            type: "section" as const,
            fields: card.fields.slice(0, 6).map((one) => plain(`${one.label}: ${one.value}`, 200)),
          },
        ]
      : []),
    ...attachmentLine(card),
    ...draftPart(card, around),
    ...lookUpLines(card),
    { type: "context", elements: [mrkdwn(contextLine(card))] },
    buttons(card, around),
  ];
}

/** A part of an incident: short, because the incident's card says what it is about. */
function memberCard(card: TicketCard, around: CardSurroundings): KnownBlock[] {
  const { id, title, banner, shared } = card.incident!;
  return [
    { type: "section", text: mrkdwn(headline(card, around)) },
    {
      type: "section",
      text: mrkdwn(
        `🧩 Part of *incident #${id}*: ${said(title, 120)}\n*${said(card.subject, 120)}*  ·  ${said(senderLine(card), 200)}  ·  #${card.id}`,
      ),
    },
    ...(banner ? [{ type: "context" as const, elements: [mrkdwn(`📣 ${said(banner, 300)}`)] }] : []),
    ...(shared ? draftPart(card, around) : []),
    buttons(card, around),
  ];
}

/** Mails begin in the small letters that follow a greeting; a summary begins a paragraph. */
const sentence = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

function doneCard(card: TicketCard, around: CardSurroundings): KnownBlock[] {
  const who = card.finishedBy ? ` by ${person(card.finishedBy)}` : "";
  const took = card.finishedAt === undefined ? "" : ` after ${duration(card.finishedAt - card.openedAt)}`;
  return [
    {
      type: "section",
      text: mrkdwn(
        `${outcomeWords(card.outcome)}${who}${took} · *${said(card.subject, 120)}*\n${said(senderLine(card), 200)} · #${card.id}`,
      ),
    },
    buttons(card, around),
  ];
}

/** Priority, intent and time, then the state in words. */
function headline(card: TicketCard, { now, timezone }: CardSurroundings): string {
  const priority = PRIORITY[card.priority];
  const parts = [`${priority.glyph} ${priority.word}`, `*${said(card.intent, 60)}*`];
  if (card.state === "snoozed" && card.snoozedUntil !== undefined)
    parts.push(`back ${atTime(card.snoozedUntil, now, timezone)}`);
  else if (card.state === "waiting" && card.answeredAt !== undefined)
    parts.push(`answered ${atTime(card.answeredAt, now, timezone)}`);
  else if (card.dueAt !== undefined)
    parts.push(`${clockWords(card.dueAt, card.halfAt, now)} ${atTimeWithCountdown(card.dueAt, now, timezone)}`);
  parts.push(stateWords(card));
  if (card.needsReview) parts.push("🔎 Needs review");
  return parts.join("  ·  ");
}

function senderLine({ sender }: TicketCard): string {
  const company = sender.name !== undefined && holds(sender.name, sender.company) ? undefined : sender.company;
  return [sender.name, company, sender.address, ...sender.badges].filter(Boolean).join(" · ");
}

/** A company that signs with its own name is named once. */
const holds = (name: string, company: string | undefined): boolean =>
  company !== undefined && ` ${name.toLowerCase()} `.includes(` ${company.toLowerCase()} `);

/** The clock turns at half of the time and at the end of it: a glyph and a word, for those who do not see the one. */
function clockWords(dueAt: number, halfAt: number | undefined, now: number): string {
  if (dueAt <= now) return "⏰ *overdue*, was due";
  return halfAt !== undefined && halfAt <= now ? "⏳ half the time is gone, due" : "🕐 due";
}

function acquaintance({ acquaintance }: TicketCard): string[] {
  if (!acquaintance) return [];
  const { mailsThisMonth, themselves, company } = acquaintance;
  const { open, newestOpen, past } = themselves;
  const openWords = (count: number, more: string, ids: number[]) =>
    `${upTo(count)} ${more}${ids.length > 0 ? `: ${ids.map((id) => `#${id}`).join(", ")}${count > ids.length ? `,${GLUE}…` : ""}` : ""}`;
  return [
    ...(mailsThisMonth > 1 ? [`${ordinal(mailsThisMonth)} mail this month`] : []),
    ...(open > 0 ? [openWords(open, "more open", newestOpen)] : []),
    ...(past > 0 ? [`${upTo(past)} earlier ${past === 1 ? "ticket" : "tickets"}`] : []),
    ...(mailsThisMonth <= 1 && open + past === 0 ? ["new to us"] : []),
    ...(company && company.open > 0
      ? [openWords(company.open, `open from others at ${company.domain}`, company.newestOpen)]
      : []),
    ...(company && company.open === 0 && company.past > 0
      ? [`${upTo(company.past)} earlier from others at ${company.domain}`]
      : []),
  ];
}

/** Nobody counts a sender beyond their newest hundred tickets; one of them may be the card's own. */
const COUNTED = 99;
const upTo = (count: number): string => (count >= COUNTED ? `${COUNTED} or more` : `${count}`);
const ordinal = (count: number): string => {
  if (count >= COUNTED) return `${COUNTED}th or later`;
  const tail = count % 100 > 10 && count % 100 < 14 ? "th" : (["th", "st", "nd", "rd"][count % 10] ?? "th");
  return `${count}${tail}`;
};

function attachmentLine({ attachments }: TicketCard): KnownBlock[] {
  if (attachments.length === 0) return [];
  const names = attachments.slice(0, 5).map(attachmentWords);
  const more = attachments.length > 5 ? ` and ${attachments.length - 5} more` : "";
  const scanned = attachments.every(({ scan }) => scan === "clean") ? "  ·  scanned, no malware found" : "";
  return [{ type: "context", elements: [mrkdwn(`📎 ${names.join(", ")}${more}${scanned}`)] }];
}

/** Without a scanner nothing is said of scanning. */
function attachmentWords({ name, danger, scan, scanNote }: TicketCard["attachments"][number]): string {
  const shown = said(name, 60);
  if (scan === "infected") return `🦠 ${shown} (*malware*: ${said(scanNote ?? "no name given", 60)}; do not open it)`;
  const unscanned =
    scanNote === undefined ? [] : [`${scan === "waiting" ? "not scanned yet" : "not scanned"}: ${said(scanNote, 80)}`];
  const words = [...(danger ? [said(danger, 80)] : []), ...unscanned];
  if (words.length === 0) return shown;
  return `${danger ? "⚠️" : "❔"} ${shown} (${words.join("; ")})`;
}

function draftPart(card: TicketCard, around: CardSurroundings): KnownBlock[] {
  const { draft, noDraft, sendingOff, state } = card;
  if (state === "waiting" || state === "snoozed") return [];
  if (!draft) return noDraft ? [{ type: "context", elements: [mrkdwn(`📝 ${said(noDraft)}`)] }] : [];
  const title =
    state === "sending"
      ? card.undoUntil === undefined
        ? "*On its way*"
        : `*Mailroom sends this at* ${atTime(card.undoUntil, around.now, around.timezone)} unless somebody presses Undo`
      : draft.recipients > 1
        ? `*Draft answer* to ${draft.recipients} people`
        : "*Draft answer*";
  const allowing = draft.mayAllow ? [whoMayAllow("it", draft.mayAllow)] : [];
  const objections = [...draft.holds.map(({ reason }) => reason), ...(sendingOff ? [sendingOff] : [])];
  return [
    { type: "section", text: mrkdwn(`${title}\n${quoted(clip(draft.body, DRAFT_PREVIEW), 2_700)}`) },
    ...(objections.length > 0
      ? [
          {
            type: "context" as const,
            elements: [
              mrkdwn(`✋ *Cannot be sent as it is:* ${[...objections.map((one) => said(one)), ...allowing].join(" ")}`),
            ],
          },
        ]
      : []),
    ...(draft.allowed
      ? [
          {
            type: "context" as const,
            elements: [
              mrkdwn(
                `🔓 *Allowed* by ${person(draft.allowed.by)}: ${said(draft.allowed.what, 200)}, once, until ${atTime(draft.allowed.until, around.now, around.timezone)}`,
              ),
            ],
          },
        ]
      : []),
    ...(draft.warnings.length > 0
      ? [
          {
            type: "context" as const,
            elements: [mrkdwn(`⚠️ *Look again:* ${draft.warnings.map(({ reason }) => said(reason)).join(" ")}`)],
          },
        ]
      : []),
  ];
}

const MOST_LOOK_UPS = 4;

/** What was looked up elsewhere and is not in the answer, for whoever answers. */
const lookUpLines = ({ lookUps = [], state }: TicketCard): KnownBlock[] =>
  lookUps.length === 0 || (state !== "new" && state !== "claimed")
    ? []
    : [
        {
          type: "context",
          elements: [
            mrkdwn(
              lookUps
                .slice(0, MOST_LOOK_UPS)
                .map((one) => `🔎 ${said(one, 400)}`)
                .join("\n"),
            ),
          ],
        },
      ];

function contextLine(card: TicketCard): string {
  const sure = card.decidedBy === "person" ? "decided by a person" : `${Math.round(card.confidence * 100)} % sure`;
  const parts = [
    `#${card.id}`,
    said(card.mailbox, 80),
    card.decidedBy === "person" ? sure : `${sure} (${engineWords(card.engine)})`,
    ...(card.why.length > 0
      ? [
          `Why: ${card.why
            .slice(0, 3)
            .map((one) => said(one, 120))
            .join("; ")}`,
        ]
      : []),
    ...(card.sources.length > 0
      ? [
          `Sources: ${card.sources
            .slice(0, 3)
            .map((one) => said(one, 60))
            .join(", ")}`,
        ]
      : []),
    `<${card.gmailUrl}|Open${GLUE}in${GLUE}Gmail>`,
  ];
  return parts.join("  ·  ");
}

function buttons(card: TicketCard, { now }: Pick<CardSurroundings, "now">): ActionsBlock {
  const reference = ticketRef(card.id);
  const button = (actionId: string, text: string, extra: Partial<Button> = {}): Button => ({
    type: "button",
    action_id: actionId,
    text: label(text),
    value: reference,
    accessibility_label: `${text}: ticket ${card.id}`,
    ...extra,
  });
  const approve = (primary: boolean): Button[] =>
    card.draft && card.draft.holds.length === 0 && !card.sendingOff
      ? [
          button(ACTION.approve, "Approve & send", {
            value: answerRef(card.id, card.draft.id, card.draft.seal),
            ...(primary && { style: "primary" as const }),
          }),
        ]
      : card.draft?.mayAllow?.length
        ? [button(ACTION.allow, "Allow…", { value: answerRef(card.id, card.draft.id, card.draft.seal) })]
        : [];
  const edit = button(ACTION.edit, card.draft ? "Edit" : "Write answer");
  const byState: Record<TicketCard["state"], (Button | StaticSelect)[]> = {
    new: [button(ACTION.claim, "Claim", { style: "primary" }), ...approve(false), edit, more(card)],
    claimed: [
      ...approve(true),
      edit,
      button(ACTION.release, "Release"),
      button(ACTION.takeOver, "Take over", { value: takeOverRef(card.id, card.owner) }),
      more(card),
    ],
    sending: [...(card.undoUntil === undefined ? [] : [button(ACTION.undo, "Undo", { style: "primary" })]), more(card)],
    waiting: [button(ACTION.reopen, "Reopen"), more(card)],
    snoozed: [button(ACTION.reopen, "Reopen"), more(card)],
    done: [button(ACTION.reopen, "Reopen")],
  };
  // A new block id with every drawing resets the menu: Slack goes on showing what was chosen last, and takes it only once.
  return { type: "actions", block_id: cardBlockId(card.id, now), elements: byState[card.state] };
}

/** More would hide the rest of the menu. */
const MOST_TOOLS = 8;

function more(card: TicketCard): StaticSelect {
  const choice = (value: string, text: string) => ({ text: label(text), value: moreRef(card.id, value) });
  const work = [choice(MORE.reassign, "Reassign"), choice(MORE.snooze, "Snooze"), choice(MORE.escalate, "Escalate")];
  const always = [
    choice(MORE.reclassify, "Re-classify"),
    choice(MORE.openInGmail, "Open in Gmail"),
    choice(MORE.timeline, "Timeline"),
    ...(card.sources.length > 0 ? [choice(MORE.sources, "Sources")] : []),
    card.incident?.open ? choice(MORE.ungroup, "Ungroup") : choice(MORE.addToIncident, "Add to incident"),
  ];
  // What stood on no article, and was answered all the same, may make one.
  const learns = card.sources.length === 0 ? [choice(MORE.article, "Make an article")] : [];
  const elsewhere = (card.tools ?? [])
    .slice(0, MOST_TOOLS)
    .map(({ name, description }) => choice(`${MORE_TOOL}${name}`, `${description}…`));
  const ends = [choice(MORE.close, "Close"), choice(MORE.spam, "Spam")];
  const byState: Record<TicketCard["state"], (typeof work)[number][]> = {
    new: [...work, ...elsewhere, ...ends, ...always],
    claimed: [...work, ...elsewhere, ...ends, ...always],
    sending: always.slice(1),
    waiting: [...elsewhere, ...ends, ...always, ...learns],
    snoozed: [...work.slice(0, 1), ...work.slice(2), ...ends, ...always],
    done: always,
  };
  return { type: "static_select", action_id: ACTION.more, placeholder: label("More"), options: byState[card.state] };
}

/** What a phone shows on its lock screen and a screen reader says: a whole sentence. Mailboxes marked sensitive keep mail text out of it. */
export function cardText(card: TicketCard, { now, timezone }: CardSurroundings): string {
  const from = card.sensitive ? "" : ` from ${spoken(card.sender.name ?? card.sender.address, 60)}`;
  const subject = card.sensitive ? "" : `: ${spoken(card.subject, 100)}`;
  if (card.state === "done") return `${outcomeWords(card.outcome)}: ticket ${card.id}${from}${subject}`;
  const word = card.dueAt !== undefined && card.dueAt <= now ? "overdue since" : "due";
  const due = card.dueAt === undefined ? "" : `, ${word} ${clockTime(card.dueAt, now, timezone)}`;
  return `${PRIORITY[card.priority].word} ${spoken(card.intent, 60)}${from}${due}${subject}`;
}

/** What stays where a card was before its ticket went to another channel. */
export function movedCard(card: TicketCard, channel: string): { text: string; blocks: KnownBlock[] } {
  const text = `➡️ Ticket #${card.id} moved to <#${channel}>`;
  return { text, blocks: [{ type: "context", elements: [mrkdwn(text)] }] };
}
