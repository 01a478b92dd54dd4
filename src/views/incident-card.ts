import type { ActionsBlock, Button, KnownBlock, StaticSelect } from "@slack/types";
import { CARD_MEMBERS, type IncidentCard, LEFT_OUT, type MemberLine, type Part } from "../domain/incident.ts";
import { cardUrl } from "./card-url.ts";
import { INCIDENT } from "./ids.ts";
import { incidentMoreRef, incidentRef } from "./references.ts";
import { clip, label, mrkdwn, quoted, said, spoken } from "./text.ts";
import { atTime, atTimeWithCountdown, duration } from "./time.ts";
import { person } from "./words.ts";

export interface IncidentSurroundings {
  now: number;
  timezone: string;
  workspaceUrl: string;
}

/** Choices of an incident's More menu. */
export const INCIDENT_MORE = { describe: "describe", resolve: "resolve", ungroupAll: "ungroup-all" } as const;

/** The one message for all mails of an incident. */
export function incidentCard(card: IncidentCard, around: IncidentSurroundings): { text: string; blocks: KnownBlock[] } {
  return card.state === "open" ? openCard(card, around) : overCard(card, around);
}

const counted = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;

export const mailsOf = ({ mails, senders }: Pick<IncidentCard, "mails" | "senders">): string =>
  `${counted(mails, "mail")} from ${counted(senders, "customer")}`;

function openCard(card: IncidentCard, around: IncidentSurroundings) {
  const { now, timezone } = around;
  const whose = card.owner ? `✋ Claimed by ${person(card.owner)}` : "🆕 Nobody has it";
  const found = card.openedBy === "mailroom" ? "" : `  ·  opened by ${person(card.openedBy)}`;
  const clock = [
    ...(card.overdue > 0 ? [`⏰ *${counted(card.overdue, "answer")} overdue*`] : []),
    ...(card.nextDueAt === undefined
      ? []
      : [`🕐 next answer due ${atTimeWithCountdown(card.nextDueAt, now, timezone)}`]),
  ];
  const blocks: KnownBlock[] = [
    { type: "section", text: mrkdwn(`🧩 *Incident #${card.id}*  ·  ${whose}${found}`) },
    { type: "header", text: { ...label(card.title, 150), emoji: false } },
    {
      type: "section",
      text: mrkdwn(
        [
          `*${mailsOf(card)}* since ${atTime(card.firstAt, now, timezone)}  ·  ${trendWords(card)}`,
          ...(clock.length > 0 ? [clock.join("  ·  ")] : []),
        ].join("\n"),
      ),
    },
    ...bannerPart(card),
    { type: "section", text: mrkdwn(membersText(card, around)) },
    ...replyPart(card),
    buttons(card),
  ];
  return { text: `Incident ${card.id}: ${spoken(card.title, 100)}, ${mailsOf(card)}`, blocks };
}

function overCard(card: IncidentCard, { now, timezone }: IncidentSurroundings) {
  const who = card.resolvedBy ? ` by ${person(card.resolvedBy)}` : "";
  const took = card.resolvedAt === undefined ? "" : ` after ${duration(card.resolvedAt - card.firstAt)}`;
  const text = `✅ Incident #${card.id} resolved${who}${took}  ·  *${said(card.title, 120)}*\n${mailsOf(card)} since ${atTime(card.firstAt, now, timezone)}${sentWords(card)}`;
  const blocks: KnownBlock[] = [
    { type: "section", text: mrkdwn(text) },
    { type: "actions", block_id: `incident:${card.id}:over`, elements: [button(card, INCIDENT.show, "Show members")] },
  ];
  return { text: `Incident ${card.id} is resolved: ${spoken(card.title, 100)}`, blocks };
}

const sentWords = ({ reply }: IncidentCard): string =>
  reply && reply.sent + reply.going > 0
    ? `  ·  📤 ${counted(reply.sent, "answer")} sent${reply.going > 0 ? `, ${reply.going} on their way` : ""}`
    : "";

function trendWords({ lately, before }: IncidentCard): string {
  const arrow = lately > before ? "↗️ more" : lately < before ? "↘️ fewer" : "→ as many";
  return lately + before === 0
    ? "💤 none in the last half hour"
    : `${arrow}: ${lately} in the last 15 min, ${before} in the 15 before`;
}

function bannerPart({ banner }: IncidentCard): KnownBlock[] {
  const texts = Object.entries(banner ?? {});
  if (texts.length === 0) return [];
  const shown = texts.map(([language, text]) => quoted(`${texts.length > 1 ? `${language}: ` : ""}${text}`, 400));
  return [{ type: "section", text: mrkdwn(clip(`📣 *What drafts say of it*\n${shown.join("\n")}`, 2_800)) }];
}

function membersText(card: IncidentCard, around: IncidentSurroundings): string {
  const more = card.mails - card.members.length;
  const lines = card.members.slice(0, CARD_MEMBERS).map((member) => `• ${memberText(member, around)}`);
  return [...lines, ...(more > 0 ? [`…and ${more} more: press *Show members*`] : [])].join("\n") || "No mail is in it.";
}

export function memberText(member: MemberLine, { now, timezone, workspaceUrl }: IncidentSurroundings): string {
  const link = cardUrl(member, workspaceUrl);
  const number = link ? `<${link}|#${member.id}>` : `#${member.id}`;
  const open = member.state === "new" || member.state === "claimed";
  const due =
    member.dueAt === undefined || !open
      ? ""
      : ` · ${member.dueAt < now ? "⏰ was due" : "due"} ${atTime(member.dueAt, now, timezone)}`;
  const owner = member.owner && open ? ` · ${person(member.owner)}` : "";
  const part = member.part ? ` · ${partWords(member.part)}` : open ? "" : ` · ${STATE_WORDS[member.state]}`;
  return `${number} *${said(member.subject, 70)}* · ${said(member.sender, 40)}${due}${owner}${part}`;
}

const STATE_WORDS: Readonly<Record<MemberLine["state"], string>> = {
  new: "🆕 new",
  claimed: "✋ claimed",
  sending: "📤 on its way",
  waiting: "💬 answered",
  snoozed: "💤 snoozed",
  done: "✅ done",
};

function partWords(part: Part): string {
  switch (part.kind) {
    case "preparing":
      return "⏳ draft follows";
    case "ready":
      return "📝 ready";
    case "going":
      return "📤 on its way";
    case "sent":
      return "✅ answered";
    case "left-out":
      return `✋ left out: ${LEFT_OUT[part.why]}`;
  }
}

const NAMED = 6;

function replyPart({ reply, sendingOff }: IncidentCard): KnownBlock[] {
  if (!reply) return [];
  const counts = [
    ...(reply.preparing > 0 ? [`⏳ ${reply.preparing} being made ready`] : []),
    ...(reply.ready > 0 ? [`📝 ready for ${reply.ready}`] : []),
    ...(reply.going > 0 ? [`📤 ${reply.going} on their way`] : []),
    ...(reply.sent > 0 ? [`✅ ${reply.sent} sent`] : []),
  ];
  const out = reply.leftOut.slice(0, NAMED).map(({ ticketId, why }) => `#${ticketId} (${LEFT_OUT[why]})`);
  const rest = reply.leftOut.length - out.length;
  const leftOut =
    out.length > 0
      ? `\n✋ *Left out:* ${out.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}. Each waits for its own answer`
      : "";
  const title = reply.final ? "Final answer" : "Answer";
  return [
    {
      type: "section",
      text: mrkdwn(`✉️ *${title} to all, written by ${person(reply.by)}:* ${counts.join("  ·  ")}${leftOut}`),
    },
    ...(sendingOff && reply.ready > 0
      ? [{ type: "context" as const, elements: [mrkdwn(`✋ *Nothing can be sent:* ${said(sendingOff)}`)] }]
      : []),
  ];
}

function button(card: IncidentCard, action_id: string, text: string, extra: Partial<Button> = {}): Button {
  return {
    type: "button",
    action_id,
    text: label(text),
    value: incidentRef(card.id),
    accessibility_label: label(`${text}: incident ${card.id}`).text,
    ...extra,
  };
}

function buttons(card: IncidentCard): ActionsBlock {
  const { reply } = card;
  const ready = reply && !card.sendingOff ? reply.ready : 0;
  const primary = { style: "primary" as const };
  const choice = (value: string, text: string) => ({ text: label(text), value: incidentMoreRef(card.id, value) });
  const more: StaticSelect = {
    type: "static_select",
    action_id: INCIDENT.more,
    placeholder: label("More"),
    options: [
      choice(INCIDENT_MORE.describe, "Title & banner"),
      choice(INCIDENT_MORE.resolve, "Resolve"),
      choice(INCIDENT_MORE.ungroupAll, "Ungroup all"),
    ],
  };
  return {
    type: "actions",
    // Another id when something else can be pressed: Slack forgets what was chosen in the menu.
    block_id: `incident:${card.id}:${card.mails}:${ready}:${card.owner ?? ""}`.slice(0, 255),
    elements: [
      ...(ready > 0 ? [button(card, INCIDENT.approve, `Approve for all (${ready})`, primary)] : []),
      card.owner === undefined
        ? button(card, INCIDENT.claim, "Claim", ready > 0 ? {} : primary)
        : button(card, INCIDENT.release, "Release"),
      button(card, INCIDENT.write, reply ? "Write it anew" : "Write one answer"),
      button(card, INCIDENT.show, "Show members"),
      more,
    ],
  };
}
