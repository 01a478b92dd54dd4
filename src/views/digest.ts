import type { KnownBlock } from "@slack/types";
import type { Digest } from "../domain/digest.ts";
import { mrkdwn, said } from "./text.ts";
import { duration } from "./time.ts";

const BAR = 16;

/** A day or a week in a few lines and bars. Each bar has its number beside it: nothing hangs on the picture. */
export function digestMessage(digest: Digest, timezone: string): { text: string; blocks: KnownBlock[] } {
  const name = digest.days === 1 ? "The last day" : "The last week";
  const share = (part: number, whole: number) => (whole === 0 ? "–" : `${Math.round((part / whole) * 100)} %`);
  const first = digest.medianFirstResponseMs === undefined ? "–" : duration(digest.medianFirstResponseMs);
  const figures = [
    `${digest.opened} tickets`,
    `answered in time: ${share(digest.inTime, digest.promised)}`,
    `first answer after ${first} (median)`,
    `sent as drafted: ${share(digest.unedited, digest.approved)} of ${digest.approved} answers`,
    `models: $${digest.costUsd.toFixed(2)}`,
  ];
  const weekday = new Intl.DateTimeFormat("en-GB", { timeZone: timezone, weekday: "short" });
  const days = bars(digest.byDay.map(({ at, tickets }) => ({ name: weekday.format(at), tickets })));
  const intents = bars(digest.byIntent);
  return {
    text: `${name}: ${figures.join(", ")}`,
    blocks: [
      { type: "section", text: mrkdwn(`*${name}*\n${figures.map((one) => `• ${one}`).join("\n")}`) },
      ...(intents ? [{ type: "section" as const, text: mrkdwn(`*By intent*\n${intents}`) }] : []),
      ...(days ? [{ type: "section" as const, text: mrkdwn(`*By day*\n${days}`) }] : []),
    ],
  };
}

function bars(rows: readonly { name: string; tickets: number }[]): string {
  const most = Math.max(...rows.map(({ tickets }) => tickets), 0);
  if (most === 0) return "";
  const width = Math.max(...rows.map(({ name }) => Math.min(name.length, 20)));
  return rows
    .map(({ name, tickets }) => {
      const bar = "█".repeat(Math.max(tickets > 0 ? 1 : 0, Math.round((tickets / most) * BAR)));
      return `\`${said(name, 20).padEnd(width)}\` ${bar} ${tickets}`;
    })
    .join("\n");
}
