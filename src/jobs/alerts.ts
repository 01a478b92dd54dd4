import { createHash } from "node:crypto";
import { type AlertRow, changeAlert, listAlerts, openAlert } from "../db/alerts.ts";
import { planEffect } from "../db/effects.ts";
import { enqueue } from "../db/jobs.ts";
import { toFailure } from "../domain/errors.ts";
import { JOB_PRIORITY } from "../domain/jobs.ts";
import { releaseMooted } from "../tickets/brakes.ts";
import { alertMessage, clearedAlert, overWords } from "../views/alert.ts";
import type { DeskJobs } from "./desk-jobs.ts";
import { NOTICE_MARKER } from "./effects/slack-direct.ts";
import { readAlerts } from "./read-alerts.ts";

/** One message a cause and hour; whatever changes meanwhile is written into the one that stands. */
const HOUR_MS = 60 * 60_000;

type Message = ReturnType<typeof alertMessage>;

/** Tells operators what is wrong, in one place: a message for each cause, edited as it changes and when it is over. */
export async function tellOperators(deps: DeskJobs): Promise<void> {
  const { db, now, settings } = deps;
  const { timezone } = settings.current().settings.company;
  await releaseMooted(deps);
  const rows = new Map((await listAlerts(db.read)).map((row) => [row.cause, row]));
  const present = await readAlerts(deps);
  for (const alert of present) {
    const row = rows.get(alert.cause);
    const hadItsHour = row !== undefined && now() - row.openedAt >= HOUR_MS;
    const news = row !== undefined && (row.clearedAt !== null || alert.news > row.openedAt);
    if (!row || (hadItsHour && news)) await postAnew(deps, alert.cause, (row?.generation ?? 0) + 1);
    else await show(deps, row, alertMessage(alert, timezone), null);
  }
  const wrong = new Set(present.map(({ cause }) => cause));
  for (const row of rows.values())
    if (!wrong.has(row.cause) && row.clearedAt === null)
      await show(deps, row, clearedAlert(overWords(row.cause), now() - row.openedAt), now());
}

async function postAnew({ db, now, settings }: DeskJobs, cause: string, generation: number): Promise<void> {
  const { alertsChannel, queues } = settings.current().settings;
  const request = { channel: alertsChannel ?? queues["triage"]!.channel, notice: { type: "alert", cause } };
  await db.transaction(async (tx) => {
    await openAlert(tx, cause, generation, now());
    const key = `alert:${cause}:${generation}:${now()}`;
    const { id } = await planEffect(tx, { kind: "slack.line", idempotencyKey: key, request }, now());
    const payload = { effectId: id };
    await enqueue(tx, { kind: "run-effect", key: `effect:${id}`, payload, priority: JOB_PRIORITY.card }, now());
  });
}

/** Writes into the message that stands what it should say now. One that was deleted in Slack is let be. */
async function show(
  { db, chat, log }: DeskJobs,
  row: AlertRow,
  message: Message,
  clearedAt: number | null,
): Promise<void> {
  const shown = createHash("sha256").update(JSON.stringify(message)).digest("base64");
  if (row.shown === shown && row.clearedAt === clearedAt) return;
  if (row.channel && row.ts && row.shown !== shown) {
    const marker = { type: NOTICE_MARKER, payload: { alert: row.cause } };
    try {
      await chat.update({ channel: row.channel, ts: row.ts }, { ...message, marker });
    } catch (error) {
      const { code } = toFailure(error);
      if (code !== "slack_message_gone") return log.warn({ code, cause: row.cause }, "an alert was not redrawn");
    }
  }
  await db.transaction((tx) => changeAlert(tx, row.cause, { shown, clearedAt }));
}
