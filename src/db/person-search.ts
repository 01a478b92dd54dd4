import { NOTHING_TO_SAY } from "../domain/effects.ts";
import type { Email } from "../domain/email.ts";
import type { Reader, Tx } from "./database.ts";
import { and, asc, eq, gt, inArray, isNotNull, or } from "./drizzle.ts";
import { decodeEmail, senderHash } from "./messages.ts";
import { corrections } from "./schema-decisions.ts";
import { lineTickets } from "./schema-lines.ts";
import { messages } from "./schema-messages.ts";
import { tickets } from "./schema-tickets.ts";
import { effects } from "./schema-work.ts";

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

export interface Mentions {
  /** Tickets of others. */
  tickets: number[];
  /** Mails of others that became no ticket, such as delivery reports. */
  loose: number[];
}

/** Mail of others that names the address somewhere: every mail is opened, because a hash finds only senders. */
export async function mentionsOf(db: Reader, address: string, except: PersonRecords): Promise<Mentions> {
  const theirs = new Set(except.tickets);
  const own = new Set(except.loose);
  const found = new Set<number>();
  const loose: number[] = [];
  for (let after = 0; ; ) {
    const rows = await db
      .select({ id: messages.id, ticketId: messages.ticketId, content: messages.content })
      .from(messages)
      .where(and(gt(messages.id, after), isNotNull(messages.content)))
      .orderBy(asc(messages.id))
      .limit(PAGE);
    for (const { id, ticketId, content } of rows) {
      const known = ticketId === null ? own.has(id) : theirs.has(ticketId) || found.has(ticketId);
      if (known || !names(decodeEmail(db, content!), address)) continue;
      if (ticketId === null) loose.push(id);
      else found.add(ticketId);
    }
    if (rows.length < PAGE) return { tickets: [...found].sort((a, b) => a - b), loose };
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

/** What a person taught Mailroom about mail of this sender goes with the sender; about a domain, with the last of it. */
export async function forgetTaught(tx: Tx, address: string): Promise<void> {
  const domain = address.split("@").at(-1)!;
  const [other] = await tx.select({ id: tickets.id }).from(tickets).where(eq(tickets.senderDomain, domain)).limit(1);
  const whose = [senderHash(tx, address), ...(other ? [] : [domain])];
  await tx.update(corrections).set({ appliesTo: null, scope: "this" }).where(inArray(corrections.appliesTo, whose));
}

/** What tells of a ticket in Slack beside its card: its own messages, and those that name it among others. */
const tellsOf = (db: Reader, ticketId: number) => {
  const shared = db.select({ id: lineTickets.effectId }).from(lineTickets).where(eq(lineTickets.ticketId, ticketId));
  return or(
    and(
      eq(effects.ticketId, ticketId),
      inArray(effects.kind, ["slack.mail", "slack.note", "slack.direct", "slack.line"]),
    ),
    inArray(effects.id, shared),
  );
};

/** Where in Slack something of a ticket was written, beside its card. */
export async function postsOf(db: Reader, ticketId: number): Promise<{ channel: string; ts: string }[]> {
  const rows = await db
    .select({ receipt: effects.receipt })
    .from(effects)
    .where(and(tellsOf(db, ticketId), eq(effects.state, "done")));
  return rows.flatMap(({ receipt }) =>
    receipt?.["channel"] && receipt["ts"] && receipt["ts"] !== NOTHING_TO_SAY
      ? [{ channel: receipt["channel"], ts: receipt["ts"] }]
      : [],
  );
}

/** Something of a ticket is being posted, sent or called at this moment: where it will stand is not known yet. */
export async function isUnderWay(db: Reader, ticketId: number): Promise<boolean> {
  const [row] = await db
    .select({ id: effects.id })
    .from(effects)
    .where(and(eq(effects.state, "attempting"), or(eq(effects.ticketId, ticketId), tellsOf(db, ticketId))))
    .limit(1);
  return row !== undefined;
}
