import type { Tx } from "../db/database.ts";
import { planEffect } from "../db/effects.ts";
import { enqueue } from "../db/jobs.ts";
import { atLocalTime, weekdayOf } from "../domain/days.ts";
import { JOB_PRIORITY } from "../domain/jobs.ts";
import type { Settings } from "../domain/settings/settings.ts";

/** A digest that was due longer ago is old news: the desk stood still then. */
const LATE_MS = 6 * 60 * 60_000;

/** Asks for the digests whose time has come, each once: its key is the day. */
export async function planDigests(tx: Tx, settings: Settings, now: number): Promise<void> {
  const { digest, company, alertsChannel, queues } = settings;
  const channel = digest.channel ?? alertsChannel ?? queues["triage"]!.channel;
  const wanted = [
    { days: 1, time: digest.daily },
    { days: 7, time: weekdayOf(now, company.timezone) === 1 ? digest.weekly : undefined },
  ];
  for (const { days, time } of wanted) {
    if (time === undefined) continue;
    const to = atLocalTime(now, company.timezone, 0, time);
    if (now < to || now - to > LATE_MS) continue;
    const request = { channel, notice: { type: "digest", days, to } };
    const effect = { kind: "slack.line", idempotencyKey: `digest:${days}:${to}`, request } as const;
    const { id, planned } = await planEffect(tx, effect, now);
    const payload = { effectId: id };
    if (planned)
      await enqueue(tx, { kind: "run-effect", key: `effect:${id}`, payload, priority: JOB_PRIORITY.note }, now);
  }
}
