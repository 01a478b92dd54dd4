import type { ActionsBlock, Button, HomeView, KnownBlock, SectionBlock, StaticSelect } from "@slack/types";
import type { HomeData, TicketLine, TicketPage } from "../domain/home.ts";
import { cardUrl } from "./card-url.ts";
import { homeAdmin } from "./home-admin.ts";
import { ACTION, HOME } from "./ids.ts";
import { incidentLineText } from "./incident-line.ts";
import { ticketRef } from "./references.ts";
import { label, mrkdwn, said } from "./text.ts";
import { atTime, atTimeWithCountdown, span } from "./time.ts";
import { PRIORITY, stateWords } from "./words.ts";

/** Slack's App Home: at most 100 blocks. The parts add up to fewer whatever they hold; a test checks the extremes. */
export function homeView(home: HomeData, now: number): HomeView {
  const may = rightsOf(home);
  return {
    type: "home",
    blocks: [
      ...statusPart(home, now, may.admin),
      ...incidentsPart(home),
      ...filterPart(home),
      { type: "divider" },
      ...listPart("Needs you", home.mine, home, now, {
        empty: "Nothing is yours right now.",
        page: "minePage",
        claim: false,
      }),
      ...listPart("Unclaimed, due next", home.unclaimed, home, now, {
        empty: "Nobody is waiting for somebody to take them.",
        page: "unclaimedPage",
        claim: may.agent,
      }),
      { type: "section", text: mrkdwn(countsLine(home)) },
      ...(home.admin ? homeAdmin(home.admin, home, now) : []),
      {
        type: "context",
        elements: [mrkdwn(`Updated ${atTime(now, now, home.timezone)} · \`/triage help\` says what else there is`)],
      },
    ],
  };
}

/** For somebody who is not of this desk. */
export const strangerHome = (): HomeView => ({
  type: "home",
  blocks: [
    {
      type: "section",
      text: mrkdwn(
        "This is the triage desk of a shared inbox. You are not on its list of people; ask one of its admins to add you.",
      ),
    },
  ],
});

const rightsOf = ({ viewer }: HomeData) => ({
  admin: viewer.roles.includes("admin"),
  agent: viewer.roles.some((role) => role !== "viewer"),
});

function statusPart({ status }: HomeData, now: number, admin: boolean): KnownBlock[] {
  const mode = {
    live: "🟢 *Live*",
    shadow: "👥 *Shadow:* everything is shown, nothing is sent",
    paused: "⏸️ *Paused:* nothing is read, nothing is sent",
  }[status.mode];
  const off = status.sending ? "" : "  ·  🛑 *Sending is switched off*";
  const account = `${status.received} received, ${status.accounted} accounted for${status.failed > 0 ? `, ⚠️ ${status.failed} failed` : ""}`;
  const spend =
    status.dailyCapUsd > 0
      ? `  ·  $${status.spentTodayUsd.toFixed(2)} of $${status.dailyCapUsd.toFixed(2)} spent today`
      : "";
  const boxes = status.mailboxes.slice(0, 10).map((box) => mailboxLine(box, now));
  const rest = status.mailboxes.length > 10 ? [`…and ${status.mailboxes.length - 10} more`] : [];
  const text = mrkdwn(
    `${mode}${off}\n${account}${spend}\nRead by: ${said(status.engine, 80)}\n${[...boxes, ...rest].join("\n")}`,
  );
  const section: SectionBlock = { type: "section", text };
  if (!admin) return [section];
  return [
    section,
    {
      type: "actions",
      block_id: `mode:${status.mode}:${status.sending}`,
      elements: [
        ...(status.mode === "paused"
          ? [modeButton("live", "Resume", { style: "primary" })]
          : [modeButton("paused", "Pause")]),
        ...(status.mode === "live"
          ? [modeButton("shadow", "Go to shadow")]
          : status.mode === "shadow"
            ? [modeButton("live", "Go live", { style: "primary" })]
            : []),
        status.sending
          ? modeButton("kill", "Stop all sending", { style: "danger" })
          : modeButton("unkill", "Allow sending"),
        { type: "button", action_id: HOME.history, text: label("Settings history"), value: "0" },
        { type: "button", action_id: HOME.notices, text: label("My notices"), value: "0" },
      ],
    },
  ];
}

export function mailboxLine(box: HomeData["status"]["mailboxes"][number], now: number): string {
  const state = box.disconnected
    ? `🔌 disconnected: ${said(box.disconnected, 150)}`
    : box.pausedBy
      ? "⏸️ paused"
      : box.syncedAt === undefined
        ? "not read yet"
        : `read ${now - box.syncedAt < 60_000 ? "just now" : span(box.syncedAt - now)}`;
  return `• ${said(box.address, 80)}: ${state}`;
}

/** The action id has to be unique in its block, so the choice is part of it. */
const modeButton = (choice: string, text: string, extra: Partial<Button> = {}): Button => ({
  type: "button",
  action_id: `${HOME.mode}.${choice}`,
  text: label(text),
  value: choice,
  ...extra,
});

const MOST_INCIDENTS = 5;

function incidentsPart({ incidents, timezone, workspaceUrl }: HomeData): KnownBlock[] {
  if (incidents.length === 0) return [];
  const lines = incidents.slice(0, MOST_INCIDENTS).map((one) => incidentLineText(one, { timezone, workspaceUrl }));
  const more = incidents.length - lines.length;
  const rest = more > 0 ? [`…and ${more} more: \`/triage incidents\``] : [];
  return [{ type: "section", text: mrkdwn([...lines, ...rest].join("\n")) }];
}

function filterPart({ filter, mailboxes, queues }: HomeData): KnownBlock[] {
  const select = (
    actionId: string,
    all: string,
    names: readonly string[],
    chosen: string | undefined,
  ): StaticSelect => {
    // Slack takes a hundred options, and two names that look alike after 75 characters are still two.
    const options = ["", ...names.slice(0, 98)].map((name) => ({
      text: label(name === "" ? all : name, 75),
      value: name === "" ? "all" : name.slice(0, 150),
    }));
    const initial = options.find((option) => option.value === chosen) ?? options[0]!;
    return { type: "static_select", action_id: actionId, placeholder: label(all), options, initial_option: initial };
  };
  const elements = [
    ...(mailboxes.length > 1 ? [select(HOME.filterMailbox, "All mailboxes", mailboxes, filter.mailbox)] : []),
    ...(queues.length > 1 ? [select(HOME.filterQueue, "All queues", queues, filter.queue)] : []),
    { type: "button" as const, action_id: HOME.refresh, text: label("Refresh"), value: "0" },
  ];
  const block: ActionsBlock = {
    type: "actions",
    block_id: `filter:${(filter.mailbox ?? "").slice(0, 100)}:${(filter.queue ?? "").slice(0, 100)}`,
    elements,
  };
  return [block];
}

interface ListOptions {
  empty: string;
  page: "minePage" | "unclaimedPage";
  claim: boolean;
}

function listPart(
  title: string,
  list: TicketPage,
  home: HomeData,
  now: number,
  { empty, page, claim }: ListOptions,
): KnownBlock[] {
  const size = Math.max(1, list.tickets.length);
  const pages = Math.max(1, Math.ceil(list.total / Math.max(size, 8)));
  return [
    { type: "header", text: label(`${title}${list.total > 0 ? ` (${list.total})` : ""}`, 150) },
    ...(list.tickets.length === 0
      ? [{ type: "section" as const, text: mrkdwn(empty) }]
      : list.tickets.map((ticket) => ticketRow(ticket, home, now, { page, claim }))),
    ...(list.total > list.tickets.length ? [pager(page, list.page, pages)] : []),
  ];
}

function pager(name: string, page: number, pages: number): ActionsBlock {
  const to = (target: number, text: string): Button => ({
    type: "button",
    action_id: `${HOME.page}.${name}.${target}`,
    text: label(text),
    value: `${name}:${target}`,
  });
  const next =
    page < pages - 1
      ? [to(page + 1, `Due later → (page ${page + 1} of ${pages})`)]
      : page !== 1
        ? [to(0, "Back to the first")]
        : [];
  return {
    type: "actions",
    block_id: `pager:${name}:${page}`,
    elements: [...(page > 0 ? [to(page - 1, "← Due earlier")] : []), ...next],
  };
}

function ticketRow(
  ticket: TicketLine,
  home: HomeData,
  now: number,
  { page, claim }: Pick<ListOptions, "page" | "claim">,
): SectionBlock {
  const { glyph, word } = PRIORITY[ticket.priority];
  const due =
    ticket.dueAt === undefined
      ? stateWords({ state: ticket.state, owner: undefined })
      : `${ticket.dueAt < now ? "⏰ was due" : "due"} ${atTimeWithCountdown(ticket.dueAt, now, home.timezone)}`;
  const waits = ticket.hasDraft && page === "minePage" ? "  ·  📝 draft waits for you" : "";
  const link = cardUrl(ticket, home.workspaceUrl);
  const title = link ? `<${link}|#${ticket.id}>` : `#${ticket.id}`;
  const text = `${glyph} ${word} · *${said(ticket.intent, 40)}* · ${due}${waits}\n${title} *${said(ticket.subject, 100)}* · ${said(ticket.sender, 60)} · ${said(ticket.queue, 40)}`;
  const button: Button = claim
    ? {
        type: "button",
        action_id: ACTION.claim,
        text: label("Claim"),
        value: ticketRef(ticket.id),
        accessibility_label: label(`Claim ticket ${ticket.id}`).text,
      }
    : {
        type: "button",
        action_id: ACTION.show,
        text: label("Open"),
        value: ticketRef(ticket.id),
        accessibility_label: label(`Open ticket ${ticket.id}`).text,
      };
  // A ticket that changes hands between the two readings stands in both lists.
  const block_id = `row:${page === "minePage" ? "m" : "u"}:${ticket.id}`;
  return { type: "section", block_id, text: mrkdwn(text), accessory: button };
}

function countsLine({ counts }: HomeData): string {
  const parts = [
    `💬 ${counts.waiting} waiting for customers`,
    `💤 ${counts.snoozed} snoozed`,
    `⏳ ${counts.breachToday} due before the day ends`,
  ];
  if (counts.overdue > 0) parts.push(`⏰ *${counts.overdue} overdue*`);
  return parts.join("  ·  ");
}
