import type { Email } from "../domain/email.ts";
import type { Reader, Tx } from "./database.ts";
import { and, desc, eq, gte, inArray, lte, ne, or, sql } from "./drizzle.ts";
import { given, prepared, preparedFor, upTo } from "./prepared.ts";
import { messages, rawMessages } from "./schema-messages.ts";

type Row = typeof messages.$inferSelect;
export type StoredMessage = Omit<Row, "content"> & {
  /** Undefined once retention has emptied it. */
  email: Email | undefined;
};

const PURPOSE = "messages.content";
const RAW_PURPOSE = "raw_messages.content";

export interface NewMessage {
  mailboxId: number;
  providerId: string;
  providerThreadId: string;
  ticketId: number | null;
  direction: "in" | "out";
  receivedAt: number;
  email: Email;
  raw: Uint8Array;
}

const insertion = preparedFor((db, columns) =>
  db
    .insert(messages)
    .values(given(messages, columns))
    .onConflictDoUpdate({ target: [messages.mailboxId, messages.providerId], set: given(messages, columns) })
    .returning({ id: messages.id })
    .prepare(),
);

const rawInsertion = prepared((db) =>
  db
    .insert(rawMessages)
    .values(given(rawMessages, ["messageId", "content", "storedAt"]))
    .onConflictDoUpdate({ target: rawMessages.messageId, set: given(rawMessages, ["content", "storedAt"]) })
    .prepare(),
);

/** Stores a message and its raw bytes; stored again (a replay after a crash) it is updated in place. Returns its id. */
export async function storeMessage(tx: Tx, message: NewMessage, now: number): Promise<number> {
  const { email, raw, ...row } = message;
  const values = {
    ...row,
    rfcIdHash: rfcIdHash(tx, email.messageId),
    contentHash: contentHash(tx, email),
    senderHash: email.from ? senderHash(tx, email.from.address) : null,
    senderDomain: email.from?.address.split("@").at(-1) ?? null,
    machine: email.machine.kind,
    language: email.language,
    bounce: email.bounce ? { status: email.bounce.status, permanent: email.bounce.permanent } : null,
    content: tx.vault.seal(JSON.stringify(email), PURPOSE),
  };
  const [stored] = await insertion(tx, values).execute(values);
  const id = stored!.id;
  await rawInsertion(tx).execute({ messageId: id, content: tx.vault.seal(raw, RAW_PURPOSE), storedAt: now });
  return id;
}

const link = prepared((db) =>
  db
    .update(messages)
    .set(given(messages, ["ticketId"]))
    .where(eq(messages.id, sql.placeholder("id")))
    .prepare(),
);

export async function linkMessage(tx: Tx, messageId: number, ticketId: number): Promise<void> {
  await link(tx).execute({ id: messageId, ticketId });
}

export const rfcIdHash = (db: Reader, messageId: string | undefined): string | null =>
  messageId === undefined ? null : db.vault.hash(messageId, "message id");

export const senderHash = (db: Reader, address: string): string => db.vault.hash(address, "sender");

const contentHash = (db: Reader, email: Email): string =>
  db.vault.hash([email.from?.address, email.subject, email.text.replace(/\s+/g, " ").trim()].join("\n"), "content");

export const decodeEmail = (db: Reader, sealed: Buffer): Email =>
  JSON.parse(db.vault.open(sealed, PURPOSE).toString("utf8")) as Email;

function toMessage(db: Reader, { content, ...row }: Row): StoredMessage {
  return { ...row, email: content === null ? undefined : decodeEmail(db, content) };
}

const byId = prepared((db) =>
  db
    .select()
    .from(messages)
    .where(eq(messages.id, sql.placeholder("id")))
    .prepare(),
);

export async function getMessage(db: Reader, id: number): Promise<StoredMessage | undefined> {
  const [row] = await byId(db).execute({ id });
  return row && toMessage(db, row);
}

/** Where retention has emptied the message meanwhile, it stays empty. */
export async function replaceAttachments(tx: Tx, id: number, attachments: Email["attachments"]): Promise<void> {
  const email = (await getMessage(tx, id))?.email;
  if (!email) return;
  const content = tx.vault.seal(JSON.stringify({ ...email, attachments }), PURPOSE);
  await tx.update(messages).set({ content }).where(eq(messages.id, id));
}

export async function rawOf(db: Reader, messageId: number): Promise<Uint8Array | undefined> {
  const [row] = await db.select().from(rawMessages).where(eq(rawMessages.messageId, messageId));
  return row && db.vault.open(row.content, RAW_PURPOSE);
}

const ofTicket = preparedFor((db, [limit]) =>
  db
    .select()
    .from(messages)
    .where(eq(messages.ticketId, sql.placeholder("ticketId")))
    .orderBy(desc(messages.receivedAt), desc(messages.id))
    .limit(upTo(Number(limit)))
    .prepare(),
);

/** Newest first. */
export async function messagesOfTicket(db: Reader, ticketId: number, limit: number): Promise<StoredMessage[]> {
  const rows = await ofTicket(db, { [limit]: true }).execute({ ticketId });
  return rows.map((row) => toMessage(db, row));
}

/** Messages whose Message-ID is among the given ones, in any mailbox, the newest first: how a reply finds its ticket. */
export async function messagesByRfcId(db: Reader, messageIds: readonly string[]) {
  if (messageIds.length === 0) return [];
  const slots: Record<string, string | null> = Object.fromEntries(
    messageIds.map((one, index) => [`id${index}`, db.vault.hash(one, "message id")]),
  );
  // As many as a power of two, so that there are few different statements.
  for (let count = messageIds.length; (count & (count - 1)) !== 0; count++) slots[`id${count}`] = null;
  return ofRfcIds(db, slots).execute(slots);
}

const ofRfcIds = preparedFor((db, slots) => {
  const { id, mailboxId, providerId, ticketId, direction, receivedAt } = messages;
  return db
    .select({ id, mailboxId, providerId, ticketId, direction, receivedAt })
    .from(messages)
    .where(
      inArray(
        messages.rfcIdHash,
        slots.map((slot) => sql.placeholder(slot)),
      ),
    )
    .orderBy(desc(receivedAt))
    .limit(upTo(20))
    .prepare();
});

const copies = prepared((db) => {
  const near = and(gte(messages.receivedAt, sql.placeholder("from")), lte(messages.receivedAt, sql.placeholder("to")));
  return db
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.contentHash, sql.placeholder("contentHash")),
        eq(messages.direction, "in"),
        or(
          ne(messages.providerId, sql.placeholder("providerId")),
          ne(messages.mailboxId, sql.placeholder("mailboxId")),
        ),
        // Without a Message-ID this compares with NULL, which is never true.
        or(near, eq(messages.rfcIdHash, sql.placeholder("rfcIdHash"))),
      ),
    )
    .limit(upTo(1))
    .prepare();
});

/**
 * The mail that this one is another copy of: the same sender, subject and text under the same Message-ID, or within the
 * window under whichever. A Message-ID alone proves nothing: anybody can write one that we have seen.
 */
export async function findCopy(
  db: Reader,
  email: Email,
  {
    receivedAt,
    withinMs,
    except,
  }: { receivedAt: number; withinMs: number; except: { mailboxId: number; providerId: string } },
): Promise<{ id: number } | undefined> {
  const [row] = await copies(db).execute({
    contentHash: contentHash(db, email),
    rfcIdHash: rfcIdHash(db, email.messageId),
    from: receivedAt - withinMs,
    to: receivedAt + withinMs,
    ...except,
  });
  return row;
}

export async function findMessageByProviderId(db: Reader, providerId: string): Promise<number | undefined> {
  const [row] = await db.select({ id: messages.id }).from(messages).where(eq(messages.providerId, providerId)).limit(1);
  return row?.id;
}

export async function newestInboundOf(db: Reader, ticketId: number): Promise<number | undefined> {
  const [row] = await db
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.ticketId, ticketId), eq(messages.direction, "in")))
    .orderBy(desc(messages.receivedAt))
    .limit(1);
  return row?.id;
}
