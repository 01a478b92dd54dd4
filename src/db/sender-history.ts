import type { SenderPast } from "../domain/sender.ts";
import type { Reader } from "./database.ts";
import { and, desc, eq, gte, type SQL, sql } from "./drizzle.ts";
import { prepared, upTo } from "./prepared.ts";
import { messages } from "./schema-messages.ts";
import { tickets } from "./schema-tickets.ts";

/** Whoever has written more often is known well enough: no sender, however busy, makes a card slow. */
const HISTORY_LIMIT = 100;
const SHOWN = 3;

/** The newest tickets of somebody; the limit comes before every filter, so that it bounds the rows that are read. */
const newestWhere = (theirs: SQL) =>
  prepared((db) => {
    const { id, state, outcome, senderHash } = tickets;
    return db
      .select({ id, state, outcome, senderHash })
      .from(tickets)
      .where(theirs)
      .orderBy(desc(tickets.openedAt))
      .limit(upTo(HISTORY_LIMIT))
      .prepare();
  });
const newestOfSender = newestWhere(eq(tickets.senderHash, sql.placeholder("whose")));
const newestOfDomain = newestWhere(eq(tickets.senderDomain, sql.placeholder("whose")));

async function newestOf(
  db: Reader,
  theirs: typeof newestOfSender,
  whose: string,
  except: number | undefined,
  notSender?: string,
): Promise<SenderPast> {
  const newest = await theirs(db).execute({ whose });
  const rows = newest.filter((row) => row.id !== except && (row.senderHash === null || row.senderHash !== notSender));
  const open = rows.filter((row) => row.state !== "done");
  // What was spam or settled without anybody is no acquaintance.
  const past = rows.filter((row) => row.outcome !== null && row.outcome !== "spam" && row.outcome !== "silent");
  return { open: open.length, newestOpen: open.slice(0, SHOWN).map((row) => row.id), past: past.length };
}

/** Open and earlier tickets of a sender beside the given one: whom we deal with. */
export const countTicketsOf = (db: Reader, senderHash: string | null, except?: number): Promise<SenderPast> =>
  senderHash === null
    ? Promise.resolve({ open: 0, newestOpen: [], past: 0 })
    : newestOf(db, newestOfSender, senderHash, except);

/** The same for everybody else at their company. */
export const countTicketsAt = (
  db: Reader,
  domain: string,
  { notSender, except }: { notSender: string; except: number },
): Promise<SenderPast> => newestOf(db, newestOfDomain, domain, except, notSender);

/** Mails of a sender since the instant, up to the limit. */
export async function countMailsOf(db: Reader, senderHash: string, since: number): Promise<number> {
  const rows = await mailsOf(db).execute({ senderHash, since });
  return rows.length;
}

const mailsOf = prepared((db) =>
  db
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.senderHash, sql.placeholder("senderHash")),
        gte(messages.receivedAt, sql.placeholder("since")),
        eq(messages.direction, "in"),
      ),
    )
    .limit(upTo(HISTORY_LIMIT))
    .prepare(),
);
