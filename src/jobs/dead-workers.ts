import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import type { Database } from "../db/database.ts";
import { releaseLeases, workersHoldingLeases } from "../db/jobs.ts";

/** Names this process among all that ever held a lease: host, process and a random part, because process ids return. */
export const workerName = (): string => `${hostname()}:${process.pid}:${randomBytes(4).toString("hex")}`;

/**
 * Frees at once what processes of this host left behind when they died, instead of waiting for the leases to run out. What a
 * process died with is under suspicion: a mail that kills it every time is parked in the end.
 */
export async function releaseDeadWorkers(db: Database, self: string, now: number): Promise<number> {
  let freed = 0;
  for (const worker of await workersHoldingLeases(db.read)) {
    if (worker === self || !isDead(worker)) continue;
    freed += await db.transaction((tx) => releaseLeases(tx, worker, now));
  }
  return freed;
}

function isDead(worker: string): boolean {
  const [host, pid] = worker.split(":");
  if (host !== hostname()) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
