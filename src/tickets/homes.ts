import type { Tx } from "../db/database.ts";
import { enqueue } from "../db/jobs.ts";
import { recentViewers, savePerson } from "../db/people.ts";
import { JOB_PRIORITY } from "../domain/jobs.ts";
import type { Desk } from "./desk.ts";

/** Somebody who opened their Home within this time is probably still looking. */
const LOOKING_MS = 10 * 60_000;
/** Changes that come close together are drawn together. */
const GATHER_MS = 1_500;
/** Times left grow shorter by themselves; nobody needs that to the second. */
const TICK_MS = 60_000;

const requestHome = (tx: Tx, user: string, runAt: number, priority: number): Promise<void> =>
  enqueue(tx, { kind: "draw-home", key: `home:${user}`, payload: { user }, runAt, priority }, runAt);

/** Somebody opened their Home, or chose something in it: drawn at once, and kept true while they look. */
export const openHome =
  ({ db, now }: Desk) =>
  async (user: string, view?: Record<string, string | number>): Promise<void> =>
    db.transaction(async (tx) => {
      await savePerson(tx, user, { homeSeenAt: now(), ...(view && { homeView: view }) });
      await requestHome(tx, user, now(), JOB_PRIORITY.redraw);
    });

/** Something changed: the Homes of those who are looking follow. */
export async function refreshHomes(tx: Tx, now: number): Promise<void> {
  for (const user of await recentViewers(tx, now - LOOKING_MS))
    await requestHome(tx, user, now + GATHER_MS, JOB_PRIORITY.idle);
}

/** The slow tick: on the minute, so that asking often is asking once. */
export async function tickHomes(tx: Tx, now: number): Promise<void> {
  const at = Math.ceil((now + 1) / TICK_MS) * TICK_MS;
  for (const user of await recentViewers(tx, now - LOOKING_MS)) await requestHome(tx, user, at, JOB_PRIORITY.idle);
}
