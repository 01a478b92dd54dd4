import { isHeld, releaseCard } from "../db/bursts.ts";
import type { Tx } from "../db/database.ts";
import { getDecision } from "../db/decisions.ts";
import { planEffect } from "../db/effects.ts";
import { changeMember, membershipOf } from "../db/incidents.ts";
import { enqueue } from "../db/jobs.ts";
import { loads } from "../db/people.ts";
import { dueSteps, fireStep, noteTold, type SlaStep } from "../db/sla-steps.ts";
import { getTicket, idleClaims, snoozesDue, type Ticket } from "../db/tickets.ts";
import { nextInRotation, rankPeople } from "../domain/assignment.ts";
import { workingMinutesBetween } from "../domain/calendar.ts";
import type { LineNotice } from "../domain/effects.ts";
import { JOB_PRIORITY } from "../domain/jobs.ts";
import { calendarOf } from "../domain/settings/calendars.ts";
import type { Settings } from "../domain/settings/settings.ts";
import { isMuted, tellPerson } from "../tickets/assign.ts";
import { changeTicket, redrawCard, tellThread } from "../tickets/desk.ts";
import { tickHomes } from "../tickets/homes.ts";
import { wakeTicket } from "../tickets/snooze.ts";
import { tellOperators } from "./alerts.ts";
import { adoptHeld } from "./burst.ts";
import type { DeskJobs } from "./desk-jobs.ts";
import { resumeIncidents } from "./incidents/draw-incident.ts";
import { planDigests } from "./plan-digests.ts";

/** What one sweep takes on; the rest is for the next, moments later. */
const BATCH = 200;
/** A claim that nothing follows for this long goes back to the pool. */
const IDLE_WORKING_MINUTES = 30;
/** Everything that falls due within this span is one line, not many. */
const GROUP_MS = 2 * 60_000;

/** What the clock brings. Every row is taken in its own transaction, so that one bad ticket holds up no other, and fires once. */
export async function sweep(deps: DeskJobs): Promise<void> {
  const { db, settings, now, log } = deps;
  await settings.reload();
  await db.transaction((tx) => tickHomes(tx, now()));
  // Trouble with telling of trouble must not stop the clocks.
  await tellOperators(deps).catch((error) => log.error({ err: error }, "operators could not be told"));
  await db.transaction((tx) => planDigests(tx, settings.current().settings, now()));
  await db.transaction((tx) => adoptHeld(deps, tx));
  await db.transaction((tx) => resumeIncidents(deps, tx));
  const { settings: current } = settings.current();
  if (current.mode === "paused") return;
  const each = async <T>(rows: readonly T[], work: (tx: Tx, row: T) => Promise<void>) => {
    for (const row of rows) {
      await db
        .transaction((tx) => work(tx, row))
        .catch((error) => log.error({ err: error }, "a sweep left a row for the next one"));
    }
  };
  await each(await dueSteps(db.read, now(), BATCH), (tx, step) => climb(tx, current, step, now()));
  await each(await snoozesDue(db.read, now(), BATCH), async (tx, id) => {
    const ticket = await getTicket(tx, id);
    if (ticket?.state === "snoozed" && ticket.snoozedUntil !== null && ticket.snoozedUntil <= now())
      await wakeTicket(tx, ticket, current, now());
  });
  await each(await idleClaims(db.read, now() - IDLE_WORKING_MINUTES * 60_000, BATCH), (tx, id) =>
    returnToPool(tx, current, id, now()),
  );
}

async function climb(tx: Tx, settings: Settings, step: SlaStep, now: number): Promise<void> {
  if (!(await fireStep(tx, step.id, now))) return;
  const ticket = await getTicket(tx, step.ticketId);
  if (!ticket?.dueAt || ticket.clockStartedAt !== step.clockStartedAt) return;
  const { rung } = step;
  if (rung === 50) return redrawCard(tx, ticket, now);
  if (rung === 75) return remind(tx, settings, ticket, step, now);
  if (ticket.cardTs === null) await bringCard(tx, ticket, now);
  const queue = settings.queues[ticket.queue];
  if (rung === 90) {
    const mention = queue?.ownerGroup
      ? `<!subteam^${queue.ownerGroup}>`
      : (queue?.owners ?? []).map((owner) => `<@${owner}>`).join(" ");
    await tellThread(
      tx,
      ticket,
      { type: "due_soon", rung, dueAt: ticket.dueAt, ...(mention && { mention }) },
      now,
      `${step.id}`,
    );
    return;
  }
  await redrawCard(tx, ticket, now);
  await tellThread(tx, ticket, { type: "due_soon", rung, dueAt: ticket.dueAt }, now, `${step.id}`);
  if (ticket.owner !== null && rung === 100) {
    await tellPerson(tx, ticket, {
      to: ticket.owner,
      notice: { type: "overdue", dueAt: ticket.dueAt },
      key: `overdue:${step.id}`,
      now,
      despiteMute: true,
    });
  }
  await escalationLine(tx, settings, ticket, now);
}

/** What stands on an incident's card, or waits in a burst, comes out now: the line is told under its own card. */
async function bringCard(tx: Tx, ticket: Ticket, now: number): Promise<void> {
  const membership = await membershipOf(tx, ticket.id);
  if (membership) await changeMember(tx, membership.member.id, { carded: true });
  if (isHeld(ticket)) await releaseCard(tx, ticket.id);
  await redrawCard(tx, ticket, now);
}

/** At three quarters of the time: the owner, or with nobody there whoever is next. */
async function remind(tx: Tx, settings: Settings, ticket: Ticket, step: SlaStep, now: number): Promise<void> {
  const user = ticket.owner ?? (await nextFor(tx, settings, ticket, now));
  if (user === undefined || (await isMuted(tx, ticket, user))) return;
  await noteTold(tx, step.id, user);
  await planLine(tx, now, `soon:${user}`, { channel: user, notice: (span) => ({ type: "due-soon", user, ...span }) });
}

async function nextFor(tx: Tx, settings: Settings, ticket: Ticket, now: number): Promise<string | undefined> {
  const decision = ticket.decisionId === null ? undefined : await getDecision(tx, ticket.decisionId);
  const wanted = {
    queue: ticket.queue,
    intent: ticket.intent,
    language: decision?.decision?.language ?? "unknown",
    at: now,
  };
  return nextInRotation(rankPeople(settings, wanted, await loads(tx)))?.person.slack;
}

/** One message for everything of the same two minutes: what it says is looked up at their end. */
async function planLine(
  tx: Tx,
  now: number,
  key: string,
  { channel, notice }: { channel: string; notice: (span: { from: number; to: number }) => LineNotice },
): Promise<void> {
  const from = Math.floor(now / GROUP_MS) * GROUP_MS;
  const to = from + GROUP_MS;
  const { id, planned } = await planEffect(
    tx,
    { kind: "slack.line", idempotencyKey: `${key}:${from}`, request: { channel, notice: notice({ from, to }) } },
    now,
  );
  if (planned)
    await enqueue(
      tx,
      { kind: "run-effect", key: `effect:${id}`, payload: { effectId: id }, runAt: to, priority: JOB_PRIORITY.card },
      now,
    );
}

/** The lead and the escalation channel learn of it in one line with everything else of the same two minutes. */
async function escalationLine(tx: Tx, settings: Settings, ticket: Ticket, now: number): Promise<void> {
  const queue = settings.queues[ticket.queue];
  const channel = queue?.escalationChannel ?? queue?.lead;
  if (!channel) return;
  const queues = Object.entries(settings.queues).flatMap(([name, one]) =>
    (one.escalationChannel ?? one.lead) === channel && one.lead === queue?.lead ? [name] : [],
  );
  const lead = queue?.escalationChannel ? queue.lead : undefined;
  await planLine(tx, now, `overdue:${channel}:${queue?.lead ?? ""}`, {
    channel,
    notice: (span) => ({ type: "overdue", queues, ...span, ...(lead && { lead }) }),
  });
}

async function returnToPool(tx: Tx, settings: Settings, ticketId: number, now: number): Promise<void> {
  const ticket = await getTicket(tx, ticketId);
  if (ticket?.state !== "claimed" || ticket.owner === null) return;
  const since = Math.max(ticket.ownedSince ?? 0, ticket.touchedAt ?? 0);
  if (workingMinutesBetween(since, now, calendarOf(settings, ticket.queue)) < IDLE_WORKING_MINUTES) return;
  await changeTicket(
    tx,
    ticket,
    { state: "new", owner: null, ownedSince: null },
    {
      by: "mailroom",
      action: "ticket.idle",
      details: { from: ticket.owner },
      event: { type: "idle", from: ticket.owner },
      now,
    },
  );
}
