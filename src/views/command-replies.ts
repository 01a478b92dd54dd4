import type { KnownBlock } from "@slack/types";
import type { HomeData, TicketLine } from "../domain/home.ts";
import type { Replayed } from "../domain/replay.ts";
import { cardUrl } from "./card-url.ts";
import { mailboxLine } from "./home.ts";
import { ACTION } from "./ids.ts";
import { jobWords } from "./job-words.ts";
import { replayRef } from "./references.ts";
import { clip, label, mrkdwn, said } from "./text.ts";
import { atTime, duration, span } from "./time.ts";
import { engineWords, PRIORITY, person, stateWords } from "./words.ts";

interface Reply {
  text: string;
  blocks: KnownBlock[];
}

export const saying = (text: string): Reply => ({
  text: clip(text, 3_900),
  blocks: [{ type: "section", text: mrkdwn(clip(text, 2_900)) }],
});

interface CommandHelp {
  usage: string;
  about: string;
  admin?: true;
}

export function helpText(commands: Readonly<Record<string, CommandHelp>>, about: string | undefined): string {
  const one = about === undefined ? undefined : commands[about];
  if (one)
    return `\`/triage ${one.usage}\`\n${one.about[0]!.toUpperCase()}${one.about.slice(1)}.${one.admin ? " For admins." : ""}`;
  const lines = Object.values(commands).map(
    ({ usage, about, admin }) => `• \`${usage}\`: ${about}${admin ? " _(admins)_" : ""}`,
  );
  return `*What you can ask with* \`/triage\`. Only you see the answers. Add \`page 2\` to a list for more.\n${lines.join("\n")}`;
}

export function ticketList(
  title: string,
  { tickets, total, page }: { tickets: readonly TicketLine[]; total: number; page: number },
  around: { now: number; timezone: string; workspaceUrl: string; pageSize: number; again: string },
): string {
  if (tickets.length === 0)
    return total === 0 ? `${title}: nothing.` : `${title}: nothing on this page; there are ${total}.`;
  const lines = tickets.map((ticket) => {
    const link = cardUrl(ticket, around.workspaceUrl);
    const due =
      ticket.dueAt === undefined
        ? stateWords({ state: ticket.state, owner: undefined })
        : `${ticket.dueAt < around.now ? "⏰ was due" : "due"} ${atTime(ticket.dueAt, around.now, around.timezone)}`;
    const owner = ticket.owner ? ` · ${person(ticket.owner)}` : "";
    return `${PRIORITY[ticket.priority].glyph} ${link ? `<${link}|#${ticket.id}>` : `#${ticket.id}`} *${said(ticket.subject, 80)}* · ${said(ticket.sender, 40)} · ${said(ticket.intent, 30)} · ${due}${owner}`;
  });
  const pages = Math.ceil(total / around.pageSize);
  const foot =
    pages > 1
      ? `\nPage ${page + 1} of ${pages}${page + 1 < pages ? `: \`/triage ${said(around.again, 100)} page ${page + 2}\`` : ""}`
      : "";
  return `*${title}* (${total})\n${lines.join("\n")}${foot}`;
}

export function statusText({ status, counts, unclaimed, mine }: HomeData, now: number): string {
  const mode = { live: "🟢 Live", shadow: "👥 Shadow: nothing is sent", paused: "⏸️ Paused" }[status.mode];
  return [
    `*${mode}*${status.sending ? "" : " · 🛑 sending is switched off"} · read by ${said(status.engine, 60)}`,
    `${status.received} received, ${status.accounted} accounted for${status.failed > 0 ? `, ⚠️ ${status.failed} failed (\`/triage dlq\`)` : ""}`,
    `${unclaimed.total} unclaimed, ${mine.total} yours, ${counts.waiting} waiting for customers, ${counts.snoozed} snoozed, ${counts.overdue} overdue, ${counts.breachToday} due today`,
    `$${status.spentTodayUsd.toFixed(2)} of $${status.dailyCapUsd.toFixed(2)} spent today`,
    ...status.mailboxes.map((box) => mailboxLine(box, now)),
  ].join("\n");
}

export interface Stats {
  days: number;
  opened: number;
  answered: number;
  closed: number;
  inTime: number;
  firstResponseMs: number | undefined;
  corrected: number;
  costUsd: number;
  /** Answers that left without a person, and what was found in those that were read again. */
  review: { automatic: number; chosen: number; fine: number; wrong: number; serious: number };
}

export function statsText(stats: Stats): string {
  const share = (part: number, whole: number) => (whole === 0 ? "–" : `${Math.round((part / whole) * 100)} %`);
  return [
    `*The last ${stats.days} ${stats.days === 1 ? "day" : "days"}*`,
    `• ${stats.opened} ${stats.opened === 1 ? "ticket" : "tickets"}, ${stats.answered} answered, ${stats.closed} closed`,
    stats.answered === 0 || stats.firstResponseMs === undefined
      ? "• nothing was answered yet"
      : `• in time: ${share(stats.inTime, stats.answered)} of answers; first answer after ${duration(stats.firstResponseMs)} on average`,
    `• put right by people: ${stats.corrected} (${share(stats.corrected, stats.opened)})`,
    ...reviewLine(stats.review),
    `• models: $${stats.costUsd.toFixed(2)}${stats.costUsd > 0 && stats.opened > 0 ? `, $${(stats.costUsd / stats.opened).toFixed(4)} a ticket` : ""}`,
  ].join("\n");
}

function reviewLine({ automatic, chosen, fine, wrong, serious }: Stats["review"]): string[] {
  if (automatic + chosen === 0) return [];
  const open = chosen - fine - wrong;
  const found = `${fine} fine, ${wrong} wrong${serious > 0 ? ` (${serious} seriously)` : ""}${open > 0 ? `, ${open} not read yet` : ""}`;
  return [`• sent automatically: ${automatic}; read again afterwards: ${chosen} answers, ${found}`];
}

/** What a replay would change, with a button for each ticket that it would. */
export function replayReply(replays: readonly Replayed[]): Reply {
  const blocks: KnownBlock[] = [
    { type: "section", text: mrkdwn("*Read again with today's settings.* Nothing was sent, nothing is changed yet.") },
  ];
  // A message holds some 12,000 characters in all, escaped.
  const room = Math.floor(9_000 / Math.max(1, Math.min(20, replays.length)));
  for (const replay of replays.slice(0, 20)) {
    const title = replay.ticketId === undefined ? "A mail without a ticket" : `Ticket #${replay.ticketId}`;
    const lines = replay.changes
      .slice(0, 12)
      .map(({ field, before, after }) => `• ${said(field, 40)}: ${said(before, 80)} → *${said(after, 80)}*`);
    const text = `*${title}* (${engineWords(replay.engine)})\n${lines.join("\n") || "Nothing differs."}`;
    blocks.push({
      type: "section",
      block_id: `replay:${replay.messageId}:${replay.decisionId}`,
      text: mrkdwn(clip(text, Math.min(2_000, room))),
      ...(replay.ticketId !== undefined &&
        replay.changes.length > 0 && {
          accessory: {
            type: "button" as const,
            action_id: ACTION.replayApply,
            text: label("Apply"),
            value: replayRef(replay.ticketId, replay.decisionId),
            accessibility_label: `Apply to ticket ${replay.ticketId}`,
          },
        }),
    });
  }
  const differ = replays.filter((one) => one.changes.length > 0).length;
  return { text: `${replays.length} read again, ${differ} would differ. Nothing was sent.`, blocks };
}

export function evalText(rows: readonly { intent: string; seen: number; corrected: number }[]): string {
  const judged = rows.filter((row) => row.seen > 0);
  if (judged.length === 0) return "No decisions in the last 30 days yet.";
  const lines = judged.map(
    ({ intent, seen, corrected }) =>
      `• ${said(intent, 40)}: ${seen} decided, ${corrected === 0 ? "none put right" : `${corrected} put right (${Math.round(Math.min(1, corrected / seen) * 100)} %)`}`,
  );
  return `*The last 30 days, by intent*\n${lines.join("\n")}\nNot put right is not yet looked at: an intent's window in App Home says what people went over.`;
}

export const deadLettersText = (
  letters: readonly { id: number; what: string; why: string; at: number }[],
  now: number,
): string =>
  letters.length === 0
    ? "No dead letters."
    : `*Given up* (replay them from App Home)\n${letters.map((one) => `• ${jobWords(one.what)} ${span(one.at - now)}: ${said(one.why, 200)}`).join("\n")}`;
