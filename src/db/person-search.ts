import type { Email } from "../domain/email.ts";
import type { Reader, Tx } from "./database.ts";
import { and, asc, eq, gt, inArray, isNotNull } from "./drizzle.ts";
import { decodeEmail, senderHash } from "./messages.ts";
import { corrections, effects, messages, tickets } from "./schema.ts";

/** Everything that is kept of one person who wrote to us. */
export interface PersonRecords {
  /** Conversations that they began or wrote in. */
  tickets: number[];
  /** Their mails that became no ticket. */
  loose: number[];
}

export async function recordsOf(db: Reader, address: string): Promise<PersonRecords> {
  const hash = senderHash(db, address);
  const own = await db
    .select({ id: messages.id, ticketId: messages.ticketId })
    .from(messages)
    .where(eq(messages.senderHash, hash));
  const opened = await db.select({ id: tickets.id }).from(tickets).where(eq(tickets.senderHash, hash));
  const ids = new Set([...own.flatMap((row) => row.ticketId ?? []), ...opened.map((row) => row.id)]);
  return {
    tickets: [...ids].sort((a, b) => a - b),
    loose: own.flatMap((row) => (row.ticketId === null ? [row.id] : [])),
  };
}

const PAGE = 200;

/** Tickets of others with mail that names the address somewhere: every mail is opened, because a hash finds only senders. */
export async function mentionsOf(db: Reader, address: string, except: readonly number[]): Promise<number[]> {
  const theirs = new Set(except);
  const found = new Set<number>();
  for (let after = 0; ; ) {
    const rows = await db
      .select({ id: messages.id, ticketId: messages.ticketId, content: messages.content })
      .from(messages)
      .where(and(gt(messages.id, after), isNotNull(messages.content)))
      .orderBy(asc(messages.id))
      .limit(PAGE);
    for (const { ticketId, content } of rows) {
      if (ticketId === null || theirs.has(ticketId) || found.has(ticketId)) continue;
      if (names(decodeEmail(db, content!), address)) found.add(ticketId);
    }
    if (rows.length < PAGE) return [...found].sort((a, b) => a - b);
    after = rows.at(-1)!.id;
  }
}

const names = (email: Email, address: string): boolean => JSON.stringify(email).toLowerCase().includes(address);

/** Takes out by what a person could be recognised: hashes, and the domain, which may be their own. */
export async function forgetSender(tx: Tx, address: string, ticketId: number | null, loose: readonly number[]) {
  const hash = senderHash(tx, address);
  const theirs =
    ticketId === null
      ? inArray(messages.id, [...loose])
      : and(eq(messages.ticketId, ticketId), eq(messages.senderHash, hash));
  const rows = await tx.select({ id: messages.id }).from(messages).where(theirs);
  for (const { id } of rows) {
    await tx
      .update(messages)
      .set({ senderHash: null, senderDomain: null, rfcIdHash: null, contentHash: `erased ${id}` })
      .where(eq(messages.id, id));
  }
  if (ticketId === null) return;
  await tx.update(tickets).set({ senderHash: null, senderDomain: null }).where(eq(tickets.id, ticketId));
}

/** What a person taught Mailroom about mail of this sender goes with the sender. */
export async function forgetTaught(tx: Tx, address: string): Promise<void> {
  await tx
    .update(corrections)
    .set({ appliesTo: null, scope: "this" })
    .where(eq(corrections.appliesTo, senderHash(tx, address)));
}

/** Where in Slack something of a ticket was written, beside its card. */
export async function postsOf(db: Reader, ticketId: number): Promise<{ channel: string; ts: string }[]> {
  const rows = await db
    .select({ receipt: effects.receipt })
    .from(effects)
    .where(
      and(
        eq(effects.ticketId, ticketId),
        eq(effects.state, "done"),
        inArray(effects.kind, ["slack.mail", "slack.note", "slack.direct"]),
      ),
    );
  return rows.flatMap(({ receipt }) =>
    receipt?.["channel"] && receipt["ts"] ? [{ channel: receipt["channel"], ts: receipt["ts"] }] : [],
  );
}
