import { correctionCounts, decisionCounts } from "../db/decision-counts.ts";
import { countJobs, listDeadJobs } from "../db/jobs.ts";
import { accountOf } from "../db/ledger.ts";
import { listMailboxes } from "../db/mailboxes.ts";
import { spendBetween } from "../db/model-calls.ts";
import { barredPeople, getPerson, loads } from "../db/people.ts";
import { countTickets, listTickets } from "../db/ticket-lists.ts";
import { isOpenAt } from "../domain/calendar.ts";
import { dayOf } from "../domain/days.ts";
import { FAILURES, type FailureCode } from "../domain/errors.ts";
import { HOME_PAGE, type HomeAdmin, type HomeData, type HomeFilter, INTENT_PAGE, NO_FILTER } from "../domain/home.ts";
import { personOf } from "../domain/roles.ts";
import { personCalendarOf } from "../domain/settings/calendars.ts";
import type { Desk } from "./desk.ts";
import { incidentLines } from "./incidents/read-incident.ts";

export interface HomeSurroundings {
  /** What reads the mail: a model's name, or the local engine. */
  engine: string;
  workspaceUrl: string;
}

/** Figures about decisions look this far back. */
const EVIDENCE_MS = 30 * 24 * 60 * 60_000;
const DEAD_SHOWN = 5;

/** Everything that a person's Home shows; undefined for somebody who is not of this desk. */
export const readHome =
  ({ db, settings, now }: Desk, around: HomeSurroundings) =>
  async (user: string): Promise<HomeData | undefined> => {
    const { settings: current } = settings.current();
    const person = personOf(current, user);
    if (!person) return undefined;
    const filter = filterOf((await getPerson(db.read, user))?.homeView);
    const boxes = await listMailboxes(db.read);
    const mailboxId = boxes.find((one) => one.address === filter.mailbox)?.id;
    const narrowed = {
      ...(mailboxId !== undefined && { mailboxId }),
      ...(filter.queue !== undefined && { queue: filter.queue }),
    };
    const { timezone } = current.company;
    const today = dayOf(now(), timezone);
    const account = await accountOf(db.read);
    const configured = new Set(current.mailboxes.map((one) => one.address));
    return {
      viewer: { slack: user, roles: person.roles, name: person.name },
      filter,
      status: {
        mode: current.mode,
        sending: current.sending.enabled,
        mailboxes: boxes
          .filter((one) => configured.has(one.address))
          .map((one) => ({
            address: one.address,
            syncedAt: one.syncedAt ?? undefined,
            pausedBy: one.pausedBy ?? undefined,
            disconnected:
              one.disconnectedReason === null ? undefined : FAILURES[one.disconnectedReason as FailureCode]?.say,
          })),
        ...account,
        spentTodayUsd: await spendBetween(db.read, today.from, today.to),
        dailyCapUsd: current.model.dailyCapUsd,
        engine: around.engine,
      },
      incidents: await incidentLines(db.read, now()),
      mine: await listTickets(
        db.read,
        { states: ["claimed", "sending"], owner: user, ...narrowed },
        { page: filter.minePage, size: HOME_PAGE },
      ),
      unclaimed: await listTickets(
        db.read,
        { states: ["new"], ...narrowed },
        { page: filter.unclaimedPage, size: HOME_PAGE },
      ),
      counts: {
        waiting: await countTickets(db.read, { states: ["waiting"], ...narrowed }),
        snoozed: await countTickets(db.read, { states: ["snoozed"], ...narrowed }),
        breachToday: await countTickets(
          db.read,
          { states: ["new", "claimed"], ...narrowed },
          { from: now(), before: today.to },
        ),
        overdue: await countTickets(db.read, { states: ["new", "claimed"], ...narrowed }, { before: now() }),
      },
      admin: person.roles.includes("admin") ? await readAdmin({ db, settings, now }, filter) : undefined,
      mailboxes: current.mailboxes.map((one) => one.address),
      queues: Object.keys(current.queues),
      timezone,
      workspaceUrl: around.workspaceUrl,
    };
  };

async function readAdmin({ db, settings, now }: Desk, filter: HomeFilter): Promise<HomeAdmin> {
  const { settings: current, version, savedBy, savedAt } = settings.current();
  const loadOf = await loads(db.read);
  const barred = await barredPeople(db.read);
  const dead = await listDeadJobs(db.read, 100);
  const seen = await decisionCounts(db.read, now() - EVIDENCE_MS);
  const corrected = await correctionCounts(db.read, now() - EVIDENCE_MS);
  const names = Object.keys(current.intents);
  const first = Math.min(filter.intentPage, Math.ceil(names.length / INTENT_PAGE) - 1) * INTENT_PAGE;
  return {
    intents: names.slice(first, first + INTENT_PAGE).map((name) => {
      const intent = current.intents[name]!;
      const { route, draft, send } = intent.thresholds;
      const queue = intent.queue ?? (name in current.queues ? name : "triage");
      const sla = current.queues[queue]?.sla ?? current.sla;
      const response = (intent.sla ?? sla.firstResponse)[intent.priority];
      return {
        name,
        posture: intent.posture,
        route,
        draft,
        send,
        response,
        queue,
        seen: seen.get(name) ?? 0,
        corrected: corrected.get(name) ?? 0,
      };
    }),
    intentPages: Math.ceil(names.length / INTENT_PAGE),
    people: current.people.map((one) => ({
      slack: one.slack,
      roles: one.roles,
      open: loadOf(one.slack).openTickets,
      working: isOpenAt(now(), personCalendarOf(current, one)),
      barred: barred.get(one.slack),
    })),
    onCall: current.onCall,
    backlog: (await countJobs(db.read))
      .filter((row) => row.state === "live")
      .map(({ kind, jobs, oldestAt }) => ({ kind, jobs, oldestAt: oldestAt ?? undefined })),
    deadLetters: dead.slice(0, DEAD_SHOWN).map((job) => {
      const code = (job.lastError ?? "").split(":")[0] as FailureCode;
      return { id: job.id, what: job.kind, why: FAILURES[code]?.say ?? job.lastError ?? "", at: job.diedAt };
    }),
    deadTotal: dead.length,
    settingsVersion: version,
    savedBy,
    savedAt,
  };
}

/** A stored view is an old release's words: what does not fit is left at its default. */
function filterOf(stored: Record<string, string | number> | null | undefined): HomeFilter {
  const text = (key: string) =>
    typeof stored?.[key] === "string" && stored[key] !== "" ? (stored[key] as string) : undefined;
  const page = (key: string) => (typeof stored?.[key] === "number" ? Math.max(0, stored[key] as number) : 0);
  if (!stored) return NO_FILTER;
  return {
    mailbox: text("mailbox"),
    queue: text("queue"),
    minePage: page("minePage"),
    unclaimedPage: page("unclaimedPage"),
    intentPage: page("intentPage"),
  };
}

export const readFilter =
  ({ db }: Desk) =>
  async (user: string): Promise<HomeFilter> =>
    filterOf((await getPerson(db.read, user))?.homeView);
