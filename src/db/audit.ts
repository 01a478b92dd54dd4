import { createHash } from "node:crypto";
import type { Reader, Tx } from "./database.ts";
import { asc, desc, eq, gt, sql } from "./drizzle.ts";
import { given, prepared, upTo } from "./prepared.ts";
import { audit } from "./schema-desk.ts";

export interface AuditEntry {
  at: number;
  /** Slack member id, or `mailroom`. */
  actor: string;
  /** What happened, as `noun.verb`: `ticket.claimed`, `reply.sent`. */
  action: string;
  ticketId?: number;
  /** Ids, versions and codes; never mail content. */
  details?: Record<string, string | number | boolean | null>;
}

const BEGINNING = "0".repeat(64);

const newest = prepared((db) =>
  db.select({ hash: audit.hash }).from(audit).orderBy(desc(audit.seq)).limit(upTo(1)).prepare(),
);
const insertion = prepared((db) =>
  db
    .insert(audit)
    .values(given(audit, ["at", "actor", "action", "ticketId", "details", "previousHash", "hash"]))
    .prepare(),
);

export async function appendAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  const [last] = await newest(tx).execute();
  const previousHash = last?.hash ?? BEGINNING;
  const row = {
    at: entry.at,
    actor: entry.actor,
    action: entry.action,
    ticketId: entry.ticketId ?? null,
    details: entry.details ?? {},
  };
  await insertion(tx).execute({ ...row, previousHash, hash: hashOf(previousHash, row) });
}

type Hashed = Required<Pick<AuditEntry, "at" | "actor" | "action" | "details">> & { ticketId: number | null };

function hashOf(previousHash: string, row: Hashed): string {
  const details = Object.entries(row.details).sort(([a], [b]) => (a < b ? -1 : 1));
  const fields = [previousHash, row.at, row.actor, row.action, row.ticketId, details];
  return createHash("sha256").update(JSON.stringify(fields)).digest("hex");
}

/** The newest `limit` entries of a ticket, oldest first. */
export async function auditOfTicket(db: Reader, ticketId: number, limit: number) {
  const { at, actor, action, details } = audit;
  const rows = await db
    .select({ at, actor, action, details })
    .from(audit)
    .where(eq(audit.ticketId, ticketId))
    .orderBy(desc(audit.seq))
    .limit(limit);
  return rows.reverse();
}

const PAGE = 1_000;

export interface AuditProof {
  /** Rows that are as they were written. */
  rows: number;
  /** The hash of the last of them: it stands for all. */
  head: string;
  /** The first row that was changed, or that follows a missing one. */
  brokenAt: number | undefined;
  why?: string;
  /** Whether the hash that was asked for is among them. */
  holds: boolean;
}

/** Walks the whole chain. */
export async function verifyAudit(db: Reader, noted?: string): Promise<AuditProof> {
  let previousHash = BEGINNING;
  let rows = 0;
  let seen = 0;
  let holds = false;
  const broken = (brokenAt: number, why: string): AuditProof => ({ rows, head: previousHash, brokenAt, why, holds });
  for (;;) {
    const page = await db.select().from(audit).where(gt(audit.seq, seen)).orderBy(asc(audit.seq)).limit(PAGE);
    for (const row of page) {
      // Numbers are given in order and never reused, so a gap is a row that was taken out.
      if (row.seq !== seen + 1) return broken(row.seq, `${row.seq - seen - 1} rows before it are missing`);
      if (row.previousHash !== previousHash) return broken(row.seq, "it does not follow the row before it");
      if (row.hash !== hashOf(previousHash, row))
        return broken(row.seq, "it says something else than when it was written");
      previousHash = row.hash;
      holds ||= row.hash === noted;
      seen = row.seq;
      rows++;
    }
    if (page.length < PAGE) break;
  }
  // The number that SQLite gave last outlives the row.
  const given = (await db.all(sql`select seq from sqlite_sequence where name = 'audit'`)) as { seq: number }[];
  const missing = (given[0]?.seq ?? 0) - seen;
  if (missing > 0) return broken(seen + 1, `the newest ${missing} rows are missing`);
  return { rows, head: previousHash, brokenAt: undefined, holds };
}
