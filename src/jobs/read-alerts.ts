import { openBrakes } from "../db/brakes.ts";
import { countDeadJobs, jobFigures, putOffFor } from "../db/desk-figures.ts";
import { listDeadJobs } from "../db/jobs.ts";
import { listMailboxes } from "../db/mailboxes.ts";
import { spendBetween } from "../db/model-calls.ts";
import type { Alert } from "../domain/alert.ts";
import { dayOf } from "../domain/days.ts";
import { FAILURES, type FailureCode } from "../domain/errors.ts";
import { isInForce } from "../tickets/brakes.ts";
import type { Desk } from "../tickets/desk.ts";
import type { DeskJobs } from "./desk-jobs.ts";
import { isUnwatched } from "./push.ts";

const SHOWN = 5;
/** Announcements that fail in passing are nobody's matter. */
const PATIENCE_MS = 30_000;
const UNWATCHED = "Gmail does not announce a mailbox's mail.";
/** Work that is due for this long is not being done. */
const BACKLOG_MS = 10 * 60_000;

/** A channel that is shut for longer is not being moved this moment. */
const SHUT_MS = 15 * 60_000;

const sayOf = (code: string | null): string => FAILURES[(code ?? "").split(":")[0] as FailureCode]?.say ?? "";

/** What operators should know of right now. `news` is when it last became worse: an old message does not tell of that. */
export async function readAlerts(desk: Desk & Pick<DeskJobs, "push">): Promise<Alert[]> {
  const { db, settings, now } = desk;
  const { settings: current } = settings.current();
  const found: Alert[] = [];
  const dead = await listDeadJobs(db.read, SHOWN);
  if (dead.length > 0) {
    const letters = dead.map((job) => ({ id: job.id, what: job.kind, why: sayOf(job.lastError), at: job.diedAt }));
    const total = await countDeadJobs(db.read);
    found.push({ cause: "dead-letters", type: "dead-letters", total, letters, news: dead[0]!.diedAt });
  }
  const addresses = new Set(current.mailboxes.map((one) => one.address));
  for (const box of await listMailboxes(db.read)) {
    if (!addresses.has(box.address) || box.disconnectedAt === null || box.pausedAt !== null) continue;
    const since = box.disconnectedAt;
    const why = sayOf(box.disconnectedReason);
    found.push({ cause: `mailbox:${box.id}`, type: "mailbox", address: box.address, why, since, news: since });
  }
  const { push } = desk;
  const unheard = push?.trouble();
  if (unheard && unheard.since <= now() - PATIENCE_MS)
    found.push({ cause: "push", type: "push", ...unheard, news: unheard.since });
  else if (push) {
    const boxes = await listMailboxes(db.read);
    const box = boxes.find((one) => addresses.has(one.address) && isUnwatched(one, now()));
    if (box) found.push({ cause: "push", type: "push", since: box.watchedAt!, why: UNWATCHED, news: 0 });
  }
  for (const brake of await openBrakes(db.read)) {
    if (!isInForce(brake, current)) continue;
    const { id, kind, subject, reason: why, pulledAt: since, wasOff } = brake;
    found.push({ cause: `brake:${id}`, type: "brake", id, kind, subject, why, since, wasOff, news: since });
  }
  const today = dayOf(now(), current.company.timezone);
  const spentUsd = await spendBetween(db.read, today.from, today.to);
  const capUsd = current.model.dailyCapUsd;
  if (spentUsd > 0 && spentUsd >= capUsd)
    found.push({ cause: "spend", type: "spend", spentUsd, capUsd, until: today.to, news: today.from });
  // While all is paused, work waits because somebody wants it to.
  const figures = current.mode === "paused" ? [] : await jobFigures(db.read, now());
  const scans = figures.find(({ kind }) => kind === "scan-again");
  const unscanned = scans ? scans.due + scans.waiting + scans.running : 0;
  if (unscanned > 0) found.push({ cause: "scanner", type: "scanner", waiting: unscanned, news: 0 });
  const shut = await putOffFor(db.read, "slack_channel_unreachable", now() - SHUT_MS);
  if (shut.oldestAt !== null && current.mode !== "paused")
    found.push({ cause: "channel", type: "channel", waiting: shut.waiting, since: shut.oldestAt, news: 0 });
  const oldestAt = Math.min(...figures.map((one) => one.oldestDueAt ?? Number.POSITIVE_INFINITY));
  if (oldestAt <= now() - BACKLOG_MS) {
    const waiting = figures.reduce((sum, one) => sum + one.due, 0);
    found.push({ cause: "backlog", type: "backlog", waiting, oldestAt, news: 0 });
  }
  return found;
}
