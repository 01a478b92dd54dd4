import type { Reader, Tx } from "./database.ts";
import { and, count, eq, inArray, sql } from "./drizzle.ts";
import { type LedgerState, ledger } from "./schema.ts";

export type LedgerRow = typeof ledger.$inferSelect;

/** Enters messages that a mailbox shows. Returns the rows that are new; a message seen again changes nothing. */
export async function enterMessages(
  tx: Tx,
  mailboxId: number,
  providerIds: readonly string[],
  { origin, now }: { origin: LedgerRow["origin"]; now: number },
): Promise<LedgerRow[]> {
  const entered: LedgerRow[] = [];
  // SQLite takes 32,766 values a statement.
  for (let start = 0; start < providerIds.length; start += 500) {
    const values = providerIds
      .slice(start, start + 500)
      .map((providerId) => ({ mailboxId, providerId, origin, seenAt: now }));
    entered.push(...(await tx.insert(ledger).values(values).onConflictDoNothing().returning()));
  }
  return entered;
}

export async function getLedgerRow(db: Reader, id: number): Promise<LedgerRow | undefined> {
  const [row] = await db.select().from(ledger).where(eq(ledger.id, id));
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

export async function settleLedgerRow(tx: Tx, id: number, outcome: LedgerOutcome, now: number): Promise<void> {
  const { state, ...rest } = outcome;
  const blank = { reason: null, ticketId: null, messageId: null, duplicateOf: null };
  await tx
    .update(ledger)
    .set({ ...blank, ...rest, state, settledAt: now })
    .where(eq(ledger.id, id));
}

/** Mail that came back from spam, or a dead letter to be replayed: accounted for again later. Returns what was reopened. */
export async function reopenLedgerRows(
  tx: Tx,
  mailboxId: number,
  providerIds: readonly string[],
  { state, reason }: { state: LedgerState; reason?: string },
): Promise<LedgerRow[]> {
  if (providerIds.length === 0) return [];
  return tx
    .update(ledger)
    .set({ state: "pending", reason: null, settledAt: null })
    .where(
      and(
        eq(ledger.mailboxId, mailboxId),
        inArray(ledger.providerId, [...providerIds]),
        eq(ledger.state, state),
        reason === undefined ? undefined : eq(ledger.reason, reason),
      ),
    )
    .returning();
}

/** "412 received, 412 accounted for": all rows, and those with a final state. */
export async function accountOf(
  db: Reader,
  mailboxId?: number,
): Promise<{ received: number; accounted: number; failed: number }> {
  const [row] = await db
    .select({
      received: count(),
      accounted: sql<number>`coalesce(sum(${ledger.state} <> 'pending'), 0)`,
      failed: sql<number>`coalesce(sum(${ledger.state} = 'failed'), 0)`,
    })
    .from(ledger)
    .where(mailboxId === undefined ? undefined : eq(ledger.mailboxId, mailboxId));
  return row!;
}
