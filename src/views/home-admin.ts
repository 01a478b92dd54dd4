import type { KnownBlock } from "@slack/types";
import type { HomeAdmin, HomeData } from "../domain/home.ts";
import { HOME } from "./ids.ts";
import { jobWords } from "./job-words.ts";
import { label, mrkdwn, said } from "./text.ts";
import { atTime, span } from "./time.ts";
import { person } from "./words.ts";

/** What leads and admins see below their own work: intents, people, health. */
export function homeAdmin(admin: HomeAdmin, home: HomeData, now: number): KnownBlock[] {
  return [
    { type: "divider" },
    { type: "header", text: label("Intents") },
    ...admin.intents.map((intent): KnownBlock => {
      const percent = (share: number) => `${Math.round(share * 100)} %`;
      const right =
        intent.seen === 0
          ? "none in 30 days"
          : `${intent.seen} in 30 days, ${intent.corrected === 0 ? "none put right" : `${intent.corrected} put right (${percent(1 - Math.min(1, intent.corrected / intent.seen))} stood)`}`;
      const text = `*${said(intent.name, 60)}* · posture *${intent.posture}* · answer in ${intent.response} · to ${said(intent.queue, 40)}\nroute from ${percent(intent.route)}, draft ${percent(intent.draft)}, send ${percent(intent.send)} · ${right}`;
      return {
        type: "section",
        block_id: `intent:${intent.name.slice(0, 200)}`,
        text: mrkdwn(text),
        accessory: {
          type: "button",
          action_id: HOME.intent,
          text: label("Change"),
          value: intent.name.slice(0, 2000),
          accessibility_label: label(`Change ${intent.name}`, 75).text,
        },
      };
    }),
    ...(admin.intentPages > 1
      ? [
          {
            type: "actions" as const,
            block_id: `pager:intents:${home.filter.intentPage}`,
            elements: [
              {
                type: "button" as const,
                action_id: `${HOME.page}.intentPage.next`,
                text: label(
                  `More intents (${(home.filter.intentPage % admin.intentPages) + 1} of ${admin.intentPages})`,
                ),
                value: `intentPage:${(home.filter.intentPage + 1) % admin.intentPages}`,
              },
            ],
          },
        ]
      : []),
    { type: "header", text: label("People") },
    {
      type: "section",
      text: mrkdwn(peopleLines(admin)),
      accessory: {
        type: "button",
        action_id: HOME.onCall,
        text: label("On call"),
        value: "0",
        accessibility_label: "Change who is on call",
      },
    },
    { type: "header", text: label("Health") },
    { type: "section", text: mrkdwn(healthLines(admin, now)) },
    ...admin.deadLetters.map(
      (letter): KnownBlock => ({
        type: "section",
        block_id: `dead:${letter.id}`,
        text: mrkdwn(`☠️ ${jobWords(letter.what)}, given up ${span(letter.at - now)}: ${said(letter.why, 200)}`),
        accessory: {
          type: "button",
          action_id: HOME.replay,
          text: label("Replay"),
          value: String(letter.id),
          accessibility_label: label(`Replay ${jobWords(letter.what)} ${letter.id}`, 75).text,
        },
      }),
    ),
    {
      type: "context",
      elements: [
        mrkdwn(
          `Settings version ${admin.settingsVersion}, saved by ${person(admin.savedBy)} ${atTime(admin.savedAt, now, home.timezone)}`,
        ),
      ],
    },
  ];
}

const MOST_PEOPLE = 20;

function peopleLines({ people, onCall }: HomeAdmin): string {
  const lines = people.slice(0, MOST_PEOPLE).map((one) => {
    const state = one.barred ? `🚫 ${one.barred} in Slack` : one.working ? "at work" : "off";
    return `• ${person(one.slack)} · ${one.roles.join(", ")} · ${one.open} open · ${state}${onCall === one.slack ? " · 📟 on call" : ""}`;
  });
  const rest = people.length > MOST_PEOPLE ? [`…and ${people.length - MOST_PEOPLE} more`] : [];
  return [...lines, ...rest, ...(onCall ? [] : ["Nobody is on call for outages."])].join("\n");
}

function healthLines({ backlog, deadTotal }: HomeAdmin, now: number): string {
  const waiting = backlog
    .filter((row) => row.jobs > 0 && row.kind !== "draw-home")
    .map(
      (row) =>
        `${row.jobs} ${jobWords(row.kind, row.jobs)}${row.oldestAt === undefined ? "" : ` (oldest ${span(row.oldestAt - now)})`}`,
    );
  const lines = [waiting.length > 0 ? `In hand: ${waiting.join(", ")}` : "Nothing waits to be worked on."];
  lines.push(deadTotal > 0 ? `☠️ *${deadTotal} given up:* look at them and replay` : "No dead letters.");
  return lines.join("\n");
}
