import type { FailureCode } from "../domain/errors.ts";
import type { Reader, Tx } from "./database.ts";
import { and, asc, eq, getTableColumns, inArray, isNull, sql } from "./drizzle.ts";
import { prepared } from "./prepared.ts";
import { mailboxes } from "./schema-mailboxes.ts";

export type Mailbox = Omit<typeof mailboxes.$inferSelect, "credential">;

const { credential: _sealed, ...COLUMNS } = getTableColumns(mailboxes);

/** Adds a row for every mailbox of the settings that has none yet. One that left the settings keeps its row and its history. */
export async function ensureMailboxes(tx: Tx, addresses: readonly string[]): Promise<void> {
  if (addresses.length === 0) return;
  await tx
    .insert(mailboxes)
    .values(addresses.map((address) => ({ address })))
    .onConflictDoNothing();
}

export async function listMailboxes(db: Reader): Promise<Mailbox[]> {
  return db.select(COLUMNS).from(mailboxes).orderBy(asc(mailboxes.id));
}

const byId = prepared((db) =>
  db
    .select(COLUMNS)
    .from(mailboxes)
    .where(eq(mailboxes.id, sql.placeholder("id")))
    .prepare(),
);

export async function getMailbox(db: Reader, id: number): Promise<Mailbox | undefined> {
  const [row] = await byId(db).execute({ id });
  return row;
}

export async function findMailboxes(db: Reader, addresses: readonly string[]): Promise<Mailbox[]> {
  return db
    .select()
    .from(mailboxes)
    .where(inArray(mailboxes.address, [...addresses]));
}

interface CursorMove {
  id: number;
  from: string | null;
  to: string;
  /** Everything accepted before this instant is in the ledger. */
  completeUntil: number;
  now: number;
}

/** Moves the cursor only from where the reader started, so that two readers cannot set it back. */
export async function moveCursor(tx: Tx, { id, from, to, completeUntil, now }: CursorMove): Promise<boolean> {
  const moved = await tx
    .update(mailboxes)
    .set({ cursor: to, completeUntil, syncedAt: now, disconnectedAt: null, disconnectedReason: null })
    .where(and(eq(mailboxes.id, id), from === null ? isNull(mailboxes.cursor) : eq(mailboxes.cursor, from)))
    .returning({ id: mailboxes.id });
  return moved.length > 0;
}

export async function markReconciled(tx: Tx, id: number, now: number): Promise<void> {
  await tx.update(mailboxes).set({ reconciledAt: now }).where(eq(mailboxes.id, id));
}

/** Gmail was asked to tell of changes; `until` is undefined when it would not, and then an earlier watch runs on. */
export async function recordWatch(tx: Tx, id: number, now: number, until: number | undefined): Promise<void> {
  await tx
    .update(mailboxes)
    .set({ watchedAt: now, ...(until !== undefined && { watchedUntil: until }) })
    .where(eq(mailboxes.id, id));
}

/** True when this is news: somebody should be told. The cursor is kept, because it may outlive the outage. */
export async function markDisconnected(tx: Tx, id: number, reason: FailureCode, now: number): Promise<boolean> {
  const rows = await tx
    .update(mailboxes)
    .set({ disconnectedAt: now, disconnectedReason: reason })
    .where(and(eq(mailboxes.id, id), isNull(mailboxes.disconnectedAt)))
    .returning({ id: mailboxes.id });
  return rows.length > 0;
}

export async function setMailboxPause(tx: Tx, id: number, pausedBy: string | null, now: number): Promise<boolean> {
  const rows = await tx
    .update(mailboxes)
    .set({ pausedBy, pausedAt: pausedBy === null ? null : now })
    .where(and(eq(mailboxes.id, id), pausedBy === null ? sql`paused_by is not null` : isNull(mailboxes.pausedBy)))
    .returning({ id: mailboxes.id });
  return rows.length > 0;
}

const CREDENTIAL = "mailboxes.credential";

export async function storeCredential(tx: Tx, address: string, refreshToken: string): Promise<void> {
  const credential = tx.vault.seal(refreshToken, CREDENTIAL);
  await tx
    .insert(mailboxes)
    .values({ address, credential })
    .onConflictDoUpdate({
      target: mailboxes.address,
      set: { credential, disconnectedAt: null, disconnectedReason: null },
    });
}

export async function forgetCredential(tx: Tx, address: string): Promise<void> {
  await tx.update(mailboxes).set({ credential: null }).where(eq(mailboxes.address, address));
}

const credentialOf = prepared((db) =>
  db
    .select({ credential: mailboxes.credential })
    .from(mailboxes)
    .where(eq(mailboxes.address, sql.placeholder("address")))
    .prepare(),
);

export async function storedCredential(db: Reader, address: string): Promise<string | undefined> {
  const [row] = await credentialOf(db).execute({ address });
  return row?.credential ? db.vault.open(row.credential, CREDENTIAL).toString("utf8") : undefined;
}
