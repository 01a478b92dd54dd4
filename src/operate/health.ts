import type { Database } from "../db/database.ts";
import { countDeadJobs, oldestDueJob } from "../db/desk-figures.ts";
import { findMailboxes, type Mailbox } from "../db/mailboxes.ts";
import { FAILURES, type FailureCode, toFailure } from "../domain/errors.ts";
import type { SettingsStore } from "../tickets/settings-store.ts";

export interface SocketHealth {
  connected: boolean;
  /** Why not, where Slack said so. */
  code?: FailureCode;
}

export interface HealthDeps {
  db: Database;
  settings: SettingsStore;
  now: () => number;
  pollSeconds: number;
  socket: () => SocketHealth;
}

/** `warn` is for a person to look at and takes nothing from service. */
type Verdict = "ok" | "warn" | "fail";
interface HealthCheck {
  check: string;
  status: Verdict;
  /** A figure, where there is one: seconds, or how many. */
  value?: number;
  /** Why it is not `ok`. */
  reason?: string;
}

export interface Health {
  status: "ready" | "not ready";
  reasons: string[];
  checks: HealthCheck[];
}

/** A few polls may fail in passing; after this many the mailbox counts as unread. */
const POLLS_MISSED = 5;
const POLLS_MISSED_AT_LEAST_MS = 2 * 60_000;
/** Work that is due starts at once; what has waited this long says that nothing takes it. */
const STUCK_MS = 5 * 60_000;
const WRITE_PATIENCE_MS = 3_000;

/** Whether the desk can do its work now, and if not, why not. */
export async function readHealth(deps: HealthDeps): Promise<Health> {
  const checks = [
    socketCheck(deps.socket()),
    await writeCheck(deps.db),
    ...(await known("mailboxes", mailboxChecks(deps))),
    ...(await known("oldest due job", jobCheck(deps))),
    ...(await known("dead letters", deadLetterCheck(deps))),
  ];
  const failed = checks.filter((one) => one.status === "fail");
  return {
    status: failed.length === 0 ? "ready" : "not ready",
    reasons: failed.map((one) => `${one.check}: ${one.reason}`),
    checks,
  };
}

/** What cannot be read is not in order; the other checks are told all the same. */
const known = async (check: string, found: Promise<HealthCheck | HealthCheck[]>): Promise<HealthCheck[]> => {
  try {
    return [await found].flat();
  } catch {
    return [{ check, status: "fail", reason: "The database could not be read." }];
  }
};

function socketCheck({ connected, code }: SocketHealth): HealthCheck {
  const check = "Slack socket";
  if (connected) return { check, status: "ok" };
  return { check, status: "fail", reason: code ? FAILURES[code].say : "It is not connected yet." };
}

async function writeCheck(db: Database): Promise<HealthCheck> {
  const check = "database";
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, WRITE_PATIENCE_MS, `It did not take a write within ${WRITE_PATIENCE_MS / 1_000} s.`);
  });
  const write = db.tryWriting().then(
    () => undefined,
    (error) => {
      const failure = toFailure(error);
      return failure.code === "internal" ? "It cannot be written: is the disk full?" : FAILURES[failure.code].say;
    },
  );
  try {
    const reason = await Promise.race([write, late]);
    return reason === undefined ? { check, status: "ok" } : { check, status: "fail", reason };
  } finally {
    clearTimeout(timer);
  }
}

async function mailboxChecks({ db, settings, now, pollSeconds }: HealthDeps): Promise<HealthCheck[]> {
  const { mode, mailboxes } = settings.current().settings;
  const rows = await findMailboxes(
    db.read,
    mailboxes.map(({ address }) => address),
  );
  const patienceMs = Math.max(POLLS_MISSED_AT_LEAST_MS, POLLS_MISSED * pollSeconds * 1_000);
  return rows.map((row) => ({ check: `mailbox ${row.address}`, ...mailboxState(row, mode, now(), patienceMs) }));
}

function mailboxState(
  { syncedAt, pausedAt, disconnectedAt, disconnectedReason }: Mailbox,
  mode: string,
  now: number,
  patienceMs: number,
): Omit<HealthCheck, "check"> {
  const value = syncedAt === null ? {} : { value: Math.max(0, Math.round((now - syncedAt) / 1_000)) };
  if (mode === "paused") return { status: "warn", ...value, reason: "The desk is paused." };
  if (pausedAt !== null) return { status: "warn", ...value, reason: "It is paused." };
  if (disconnectedAt !== null) {
    const code = disconnectedReason as FailureCode | null;
    return { status: "fail", ...value, reason: code && code in FAILURES ? FAILURES[code].say : "It is disconnected." };
  }
  if (syncedAt === null) return { status: "fail", reason: "It has not been read yet." };
  if (now - syncedAt <= patienceMs) return { status: "ok", ...value };
  return { status: "fail", ...value, reason: `It was last read ${value.value} s ago.` };
}

async function jobCheck({ db, now }: HealthDeps): Promise<HealthCheck> {
  const check = "oldest due job";
  const dueAt = await oldestDueJob(db.read, now());
  const value = dueAt === undefined ? 0 : Math.max(0, Math.round((now() - dueAt) / 1_000));
  return value * 1_000 <= STUCK_MS
    ? { check, status: "ok", value }
    : { check, status: "fail", value, reason: `Work has been due for ${value} s and nothing takes it.` };
}

async function deadLetterCheck({ db }: HealthDeps): Promise<HealthCheck> {
  const check = "dead letters";
  const value = await countDeadJobs(db.read);
  return value === 0
    ? { check, status: "ok", value }
    : { check, status: "warn", value, reason: "App Home shows them, with Replay." };
}
