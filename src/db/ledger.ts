import type { Reader, Tx } from "./database.ts";
import { and, eq, inArray, lt, sql } from "./drizzle.ts";
import { given, prepared } from "./prepared.ts";
import { type LedgerState, ledger, ledgerTotals } from "./schema-messages.ts";

export type LedgerRow = typeof ledger.$inferSelect;

/** Enters messages that a mailbox shows. Returns the rows that are new; a message seen again changes nothing. */
export async function enterMessages(
  tx: Tx,
  mailboxId: number,
  providerIds: readonly string[],
  { origin, now }: { origin: LedgerRow["origin"]; now: number },
): Promise<LedgerRow[]> {
  const entered: LedgerRow[] = [];
  for (const some of inParts(providerIds)) {
    const values = some.map((providerId) => ({ mailboxId, providerId, origin, seenAt: now }));
    entered.push(...(await tx.insert(ledger).values(values).onConflictDoNothing().returning()));
  }
  await addToTotal(tx, mailboxId, "pending", entered.length);
  return entered;
}

/** Which of these messages are in the ledger. */
export async function knownTo(db: Reader, mailboxId: number, providerIds: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>();
  for (const some of inParts(providerIds)) {
    const rows = await db
      .select({ id: ledger.providerId })
      .from(ledger)
      .where(and(eq(ledger.mailboxId, mailboxId), inArray(ledger.providerId, some)));
    for (const { id } of rows) known.add(id);
  }
  return known;
}

/** Messages that were seen before the instant and still have no final state. */
export async function pendingSince(
  db: Reader,
  mailboxId: number,
  before: number,
): Promise<Pick<LedgerRow, "id" | "origin">[]> {
  return db
    .select({ id: ledger.id, origin: ledger.origin })
    .from(ledger)
    .where(and(eq(ledger.state, "pending"), eq(ledger.mailboxId, mailboxId), lt(ledger.seenAt, before)));
}

/** A listing may be long, and SQLite takes 32,766 values a statement. */
function* inParts(ids: readonly string[]): Generator<string[]> {
  for (let start = 0; start < ids.length; start += PART) yield ids.slice(start, start + PART);
}
const PART = 500;

/** Kept beside the rows, because counting a year of mail each time somebody opens their Home is too slow. */
async function addToTotal(tx: Tx, mailboxId: number, state: LedgerState, by: number): Promise<void> {
  if (by === 0) return;
  await addUp(tx).execute({ mailboxId, state, total: by });
}

const addUp = prepared((db) =>
  db
    .insert(ledgerTotals)
    .values(given(ledgerTotals, ["mailboxId", "state", "total"]))
    .onConflictDoUpdate({
      target: [ledgerTotals.mailboxId, ledgerTotals.state],
      set: { total: sql`${ledgerTotals.total} + excluded.total` },
    })
    .prepare(),
);

const byId = prepared((db) =>
  db
    .select()
    .from(ledger)
    .where(eq(ledger.id, sql.placeholder("id")))
    .prepare(),
);

export async function getLedgerRow(db: Reader, id: number): Promise<LedgerRow | undefined> {
  const [row] = await byId(db).execute({ id });
  return row;
}

export async function findLedgerRow(db: Reader, mailboxId: number, providerId: string): Promise<LedgerRow | undefined> {
  const [row] = await db
    .select()
    .from(ledger)
    .where(and(eq(ledger.mailboxId, mailboxId), eq(ledger.providerId, providerId)));
  return row;
}

export type LedgerOutcome =
  | { state: "ticket"; ticketId: number; messageId: number }
  | { state: "ignored"; reason: string; messageId?: number }
  | { state: "duplicate"; duplicateOf: number; ticketId?: number; messageId?: number }
  | { state: "failed"; reason: string };

const settle = prepared((db) =>
  db
    .update(ledger)
    .set(given(ledger, ["reason", "ticketId", "messageId", "duplicateOf", "state", "settledAt"]))
    .where(eq(ledger.id, sql.placeholder("id")))
    .prepare(),
);

export async function settleLedgerRow(tx: Tx, id: number, outcome: LedgerOutcome, now: number): Promise<void> {
  const before = await getLedgerRow(tx, id);
  if (!before) return;
  const { state, ...rest } = outcome;
  const blank = { reason: null, ticketId: null, messageId: null, duplicateOf: null };
  await settle(tx).execute({ id, ...blank, ...rest, state, settledAt: now });
  if (before.state === state) return;
  await addToTotal(tx, before.mailboxId, before.state, -1);
  await addToTotal(tx, before.mailboxId, state, 1);
}

/** Mail that came back from spam, or a dead letter to be replayed: accounted for again later. Returns what was reopened. */
export async function reopenLedgerRows(
  tx: Tx,
  mailboxId: number,
  providerIds: readonly string[],
  { state, reason }: { state: LedgerState; reason?: string },
): Promise<LedgerRow[]> {
  const reopened: LedgerRow[] = [];
  for (const some of inParts(providerIds)) {
    const rows = await tx
      .update(ledger)
      .set({ state: "pending", reason: null, settledAt: null })
      .where(
        and(
          eq(ledger.mailboxId, mailboxId),
          inArray(ledger.providerId, some),
          eq(ledger.state, state),
          reason === undefined ? undefined : eq(ledger.reason, reason),
        ),
      )
      .returning();
    reopened.push(...rows);
  }
  await addToTotal(tx, mailboxId, state, -reopened.length);
  await addToTotal(tx, mailboxId, "pending", reopened.length);
  return reopened;
}

/** A message that was given up, to be worked on again. */
export async function reopenLedgerRow(tx: Tx, id: number): Promise<void> {
  const [row] = await tx
    .update(ledger)
    .set({ state: "pending", reason: null, settledAt: null })
    .where(and(eq(ledger.id, id), eq(ledger.state, "failed")))
    .returning();
  if (!row) return;
  await addToTotal(tx, row.mailboxId, "failed", -1);
  await addToTotal(tx, row.mailboxId, "pending", 1);
}

/** "412 received, 412 accounted for": all messages, and those with a final state. */
export async function accountOf(
  db: Reader,
  mailboxId?: number,
): Promise<{ received: number; accounted: number; failed: number }> {
  const rows = await db
    .select()
    .from(ledgerTotals)
    .where(mailboxId === undefined ? undefined : eq(ledgerTotals.mailboxId, mailboxId));
  const sum = (wanted: (state: LedgerState) => boolean) =>
    rows.reduce((total, row) => total + (wanted(row.state) ? row.total : 0), 0);
  return {
    received: sum(() => true),
    accounted: sum((state) => state !== "pending"),
    failed: sum((state) => state === "failed"),
  };
}
