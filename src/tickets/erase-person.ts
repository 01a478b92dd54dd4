import { appendAudit } from "../db/audit.ts";
import type { Database, Reader, Tx } from "../db/database.ts";
import { planEffect } from "../db/effects.ts";
import { eraseMessages, eraseTicket, messageIdsOf } from "../db/erase.ts";
import { enqueue } from "../db/jobs.ts";
import {
  forgetSender,
  forgetTaught,
  isUnderWay,
  type Mentions,
  mentionsOf,
  type PersonRecords,
  postsOf,
  recordsOf,
} from "../db/person-search.ts";
import { forgetDeletedWords } from "../db/search.ts";
import { latestSettings } from "../db/settings-versions.ts";
import { getTicket } from "../db/tickets.ts";
import { JOB_PRIORITY } from "../domain/jobs.ts";
import type { Settings } from "../domain/settings/settings.ts";
import { redrawCard } from "./desk.ts";
import { finishTicket } from "./finish.ts";

/** What there is of one person, before anything is done. */
export interface FoundPerson extends PersonRecords {
  messages: number;
  /** Slack messages with words of theirs, beside the cards. */
  posts: number;
  /** Tickets of other people whose mail names the address: theirs to keep, and for a person to look at. Mail of no ticket goes, too. */
  mentions: Mentions;
  /** Settings that hold the address. */
  settings: string[];
}

export async function findPerson(db: Reader, address: string): Promise<FoundPerson> {
  const records = await recordsOf(db, address);
  const found: FoundPerson = {
    ...records,
    messages: records.loose.length,
    posts: 0,
    mentions: await mentionsOf(db, address, records),
    settings: [],
  };
  for (const id of records.tickets) {
    found.messages += (await messageIdsOf(db, id)).length;
    found.posts += (await postsOf(db, id)).length;
  }
  const current = await latestSettings(db);
  if (current) found.settings = settingsWith(current.settings, address);
  return found;
}

const settingsWith = (settings: Settings, address: string): string[] =>
  Object.entries(settings).flatMap(([key, value]) =>
    JSON.stringify(value).toLowerCase().includes(`"${address}"`) ? [key] : [],
  );

const BATCH = 10;

export interface Erased extends PersonRecords {
  /** Tickets with something under way: theirs is still to be done, and this asked for again. */
  left: number[];
}

/**
 * Takes out what one person wrote, their name and their address, here and in Slack, and mails of no ticket that name them. Ledger
 * and audit keep that something was there. Each step is safe to repeat: cut short, it is asked for again and goes on.
 */
export async function erasePerson(
  db: Database,
  address: string,
  by: string,
  now: () => number,
  { loose: naming }: Pick<Mentions, "loose"> = { loose: [] },
): Promise<Erased> {
  const records = await recordsOf(db.read, address);
  const left: number[] = [];
  for (const id of records.tickets) {
    if (!(await db.transaction((tx) => blankTicket(tx, id, by, now())))) {
      left.push(id);
      continue;
    }
    await eraseInParts(db, await messageIdsOf(db.read, id));
    // Last, because it is what they are found by.
    await db.transaction((tx) => forgetSender(tx, address, id, []));
  }
  await eraseInParts(db, [...records.loose, ...naming]);
  await db.transaction(async (tx) => {
    await forgetSender(tx, address, null, records.loose);
    await forgetTaught(tx, address);
    const details = { tickets: records.tickets.length - left.length, loose: records.loose.length + naming.length };
    await appendAudit(tx, { at: now(), actor: by, action: "person.erased", details });
  });
  await forgetDeletedWords(db);
  await db.emptyLog();
  return { ...records, left };
}

/** False where something is on its way out: once it stands somewhere, it can be taken out there. */
async function blankTicket(tx: Tx, id: number, by: string, now: number): Promise<boolean> {
  const ticket = await getTicket(tx, id);
  if (!ticket) return true;
  if (ticket.state === "sending" || (await isUnderWay(tx, id))) return false;
  const left = ticket.state === "done" ? ticket : await finishTicket(tx, ticket, "closed", "mailroom", now);
  for (const post of await postsOf(tx, id)) {
    const { id: effectId, planned } = await planEffect(
      tx,
      { kind: "slack.blank", idempotencyKey: `blank:${post.channel}:${post.ts}`, ticketId: id, request: post },
      now,
    );
    if (planned)
      await enqueue(
        tx,
        { kind: "run-effect", key: `effect:${effectId}`, payload: { effectId }, priority: JOB_PRIORITY.note },
        now,
      );
  }
  await eraseTicket(tx, id);
  await redrawCard(tx, left, now);
  await appendAudit(tx, { at: now, actor: by, action: "ticket.erased", ticketId: id });
  return true;
}

async function eraseInParts(db: Database, ids: readonly number[]): Promise<void> {
  for (let start = 0; start < ids.length; start += BATCH)
    await db.transaction((tx) => eraseMessages(tx, ids.slice(start, start + BATCH)));
}
