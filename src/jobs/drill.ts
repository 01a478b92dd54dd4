import { appendAudit } from "../db/audit.ts";
import { addDrill, lastDrill } from "../db/drills.ts";
import { recordModelCalls } from "../db/model-calls.ts";
import { minuteOfDay } from "../domain/days.ts";
import type { Settings } from "../domain/settings/settings.ts";
import { readAttacks } from "../pipeline/red-team/attack.ts";
import { type Minds, type RehearsalTools, turn } from "../pipeline/red-team/rehearse.ts";
import { rehearseApart } from "../pipeline/red-team/rehearse-apart.ts";
import { rehearseLive } from "../pipeline/red-team/rehearse-live.ts";
import { pullBrake } from "../tickets/brakes.ts";
import type { DeskJobs } from "./desk-jobs.ts";

const HOUR_MS = 60 * 60_000;
const PERIOD_MS = { day: 23 * HOUR_MS, week: 7 * 24 * HOUR_MS - HOUR_MS, never: Number.POSITIVE_INFINITY } as const;
/** At night where there is one to wait for; a desk that is off at night does it when this late. */
const NIGHT_ENDS = 5 * 60;
const LATE_MS = 12 * HOUR_MS;

/** Whether it is time for a drill: the first one soon after the start, later ones at night. */
export function isDrillDue({ sending, company }: Settings, lastAt: number | undefined, now: number): boolean {
  const period = PERIOD_MS[sending.drill.every];
  if (period === Number.POSITIVE_INFINITY) return false;
  if (lastAt === undefined) return true;
  const overdueMs = now - lastAt - period;
  return overdueMs >= LATE_MS || (overdueMs >= 0 && minuteOfDay(now, company.timezone) < NIGHT_ENDS);
}

/** What a drill needs besides the desk. The guards are tried in a process of its own; the live model is asked from here. */
export interface DrillTools {
  now: () => number;
  readLocally: RehearsalTools["readLocally"];
  live?: Minds;
  /** Guards that are left out, to see that it is found out. */
  without?: readonly string[];
  /** Ends a drill that is under way. */
  signal?: AbortSignal;
}

/**
 * Tries some of the attacks on the settings in force. Whatever gets through stops all sending until a person has looked: a guard that misses a
 * known attack will miss others.
 */
export async function drill({ db, settings, now, rehearsal, log }: DeskJobs): Promise<void> {
  if (!rehearsal) return;
  await settings.reload();
  const { settings: current, version } = settings.current();
  const last = await lastDrill(db.read);
  if (!isDrillDue(current, last?.at, now())) return;
  const { attacks, live, maxUsd } = current.sending.drill;
  const first = last?.next ?? 0;
  const { items, next } = turn(readAttacks(), first, attacks);
  const scope = { settings: current, settingsVersion: version };
  const { without, signal } = rehearsal;
  const found = await rehearseApart(items, scope, { now: now(), without, signal });
  const read =
    rehearsal.live &&
    (await rehearseLive(items, { ...scope, live, maxUsd }, rehearsal, rehearsal.live, (steps) =>
      db.transaction((tx) => recordModelCalls(tx, "check", null, steps, now())),
    ));
  const all = [
    ...found.map((one) => ({ ...one, live: false })),
    ...(read?.found ?? []).map((one) => ({ ...one, live: true })),
  ];
  const through = all.map(({ attack, live: byLive }) => ({ attack: attack.id, guard: attack.guard, live: byLive }));
  const { tried: triedLive = 0, costUsd = 0 } = read ?? {};
  const tried = items.length;
  await db.transaction(async (tx) => {
    const id = await addDrill(tx, {
      at: now(),
      settingsVersion: version,
      first,
      next,
      tried,
      triedLive,
      costUsd,
      through,
    });
    await appendAudit(tx, {
      at: now(),
      actor: "mailroom",
      action: "drill.done",
      details: { drillId: id, version, tried, triedLive, through: through.length },
    });
    const [worst] = all;
    if (!worst) return;
    const more = new Set(through.map(({ attack }) => attack)).size - 1;
    const reason = `in a drill the attack ${worst.attack.id} (${worst.attack.tries}) got past the guard "${worst.attack.guard}"${worst.live ? " with the live model" : ""}${more > 0 ? `, and ${more} more` : ""}`;
    await pullBrake(tx, { kind: "sending", subject: `drill ${id}`, reason }, now());
  });
  await settings.reload();
  log.info({ tried, triedLive, through: through.length, costUsd }, "attacks were rehearsed");
}
