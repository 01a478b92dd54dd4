import type { Button, KnownBlock } from "@slack/types";
import type { Alert } from "../domain/alert.ts";
import { ACTION, HOME } from "./ids.ts";
import { brakeRef } from "./references.ts";
import { label, mrkdwn, said } from "./text.ts";
import { atTime, duration } from "./time.ts";

interface Content {
  text: string;
  blocks: KnownBlock[];
}

/** What is wrong, in one line, and what to do about it in the next. */
export function alertMessage(alert: Alert, timezone: string): Content {
  const { title, next } = wordsOf(alert, timezone);
  return {
    text: title.replace(/[*`]/g, ""),
    blocks: [
      { type: "section", text: mrkdwn(`${title}\n*Next:* ${next}`) },
      ...(alert.type === "brake" ? [brakeButtons(alert)] : []),
      ...(alert.type === "dead-letters" ? alert.letters.map((letter) => letterRow(letter, timezone)) : []),
    ],
  };
}

function wordsOf(alert: Alert, timezone: string): { title: string; next: string } {
  switch (alert.type) {
    case "dead-letters":
      return {
        title: `☠️ *${alert.total} ${alert.total === 1 ? "piece" : "pieces"} of work given up*`,
        next: "see why below, mend it, and press *Replay*. Nothing is lost meanwhile; App Home has the rest.",
      };
    case "mailbox":
      return {
        title: `🔌 *${said(alert.address, 100)} is not being read* since ${atTime(alert.since, 0, timezone)}`,
        next: `${said(alert.why)} What arrives meanwhile is read afterwards.`,
      };
    case "push":
      return {
        title: `📡 *Gmail's announcements are not heard* since ${atTime(alert.since, 0, timezone)}: mail is found by polling, a little later`,
        next: `${said(alert.why)} \`npm run doctor\` says what to mend.`,
      };
    case "spend":
      return {
        title: `💸 *Today's model budget is spent:* $${alert.spentUsd.toFixed(2)} of $${alert.capUsd.toFixed(2)}`,
        next: `mail is read locally until ${atTime(alert.until, 0, timezone)}. Raise \`model.dailyCapUsd\` in the settings if that is too early.`,
      };
    case "brake": {
      const since = atTime(alert.since, 0, timezone);
      const why = said(alert.why, 600);
      return alert.kind === "posture"
        ? {
            title: `🛑 *“${said(alert.subject, 60)}” is no longer sent automatically* since ${since}: ${why}`,
            next: "read those answers, mend the article, template or threshold, then press *Put back*. Until then a draft waits for a person.",
          }
        : {
            title: `🛑 *Sending is switched off* since ${since}: ${why}`,
            next: `nothing leaves, approved or not. Look at what was found and at what has changed in the settings since the last drill, then press ${alert.wasOff ? "*Leave it so*: sending was off before, and stays off until an admin presses *Allow sending* in App Home" : "*Put back*"}.`,
          };
    }
    case "scanner":
      return {
        title: `🦠 *The virus scanner does not answer:* files of ${alert.waiting} ${alert.waiting === 1 ? "mail are" : "mails are"} not scanned yet`,
        next: "look whether clamd runs where `CLAMD_SOCKET` says, or run `npm run doctor`. Mail goes on; these files stay shut, their cards say so, and they are scanned when it is back.",
      };
    case "channel":
      return {
        title: `🚪 *A channel takes no messages:* ${alert.waiting} ${alert.waiting === 1 ? "message waits" : "messages wait"}, the oldest since ${atTime(alert.since, 0, timezone)}`,
        next: "invite the app to the queue's channel again, or give the queue another one in the settings; `npm run doctor` names the channel. What waits is posted then.",
      };
    case "backlog":
      return {
        title: `🐢 *${alert.waiting} pieces of work wait*, the oldest since ${atTime(alert.oldestAt, 0, timezone)}`,
        next: "look at `/triage status` and `npm run doctor`: a slow model, a rate limit of Slack's or Gmail's, or a stopped process.",
      };
  }
}

const brakeButtons = ({ id, kind, subject, wasOff }: Extract<Alert, { type: "brake" }>): KnownBlock => ({
  type: "actions",
  block_id: `brake:${id}`,
  elements: [
    ...(wasOff ? [] : [putBackButton(id, kind, subject)]),
    { type: "button", action_id: ACTION.brakeLeave, text: label("Leave it so"), value: brakeRef(id) },
  ],
});

const putBackButton = (id: number, kind: "posture" | "sending", subject: string): Button => ({
  type: "button",
  action_id: ACTION.brakePutBack,
  text: label("Put back"),
  value: brakeRef(id),
  confirm: {
    title: label("Put back?", 100),
    text: {
      type: "plain_text",
      text:
        kind === "posture"
          ? `Mailroom will answer “${said(subject, 60)}” by itself again.`
          : "Mail will leave again, unless another alert holds it.",
    },
    confirm: label("Put back", 30),
    deny: label("Not yet", 30),
  },
});

const letterRow = (letter: { id: number; what: string; why: string; at: number }, timezone: string): KnownBlock => ({
  type: "section",
  block_id: `dead:${letter.id}`,
  text: mrkdwn(`${said(letter.what, 40)}, ${atTime(letter.at, 0, timezone)}: ${said(letter.why, 200)}`),
  accessory: {
    type: "button",
    action_id: HOME.replay,
    text: label("Replay"),
    value: String(letter.id),
    accessibility_label: label(`Replay ${letter.what} ${letter.id}`, 75).text,
  },
});

/** What stays of an alert when its cause is gone. */
export function clearedAlert(title: string, lastedMs: number): Content {
  const text = `✅ Over after ${duration(lastedMs)}: ${title}`;
  return { text, blocks: [{ type: "context", elements: [mrkdwn(said(text, 500))] }] };
}

const CAUSES: Readonly<Record<string, string>> = {
  "dead-letters": "no work is given up any more",
  mailbox: "the mailbox is read again",
  push: "Gmail's announcements are heard again",
  brake: "a person has looked at it",
  spend: "the model budget is open again",
  scanner: "the virus scanner answers, and has looked at what waited",
  channel: "every channel takes messages again",
  backlog: "no work waits too long",
};
export const overWords = (cause: string): string => CAUSES[cause.split(":")[0]!] ?? "";
