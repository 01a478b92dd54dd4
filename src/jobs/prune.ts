import { appendAudit } from "../db/audit.ts";
import { eraseMessages, eraseRaw, eraseTicket, messageIdsOf } from "../db/erase.ts";
import { emptyIncidents } from "../db/incidents.ts";
import { BEGINNING, contentBefore, type Place, rawStoredBefore, ticketOverSince } from "../db/kept-too-long.ts";
import { listMailboxes, type Mailbox } from "../db/mailboxes.ts";
import { forgetSketches } from "../db/sketches.ts";
import { forgetEvents } from "../db/slack-events.ts";
import { retentionOf } from "../domain/settings/retention.ts";
import type { DeskJobs } from "./desk-jobs.ts";

/** Rows looked at in one go, by the reader; and rows changed in one transaction, so that no writer waits for long. */
const PAGE = 500;
const BATCH = 10;
/** Of raw mail also by size: overwriting it costs what writing it does. */
const BATCH_BYTES = 2 * 1024 * 1024;
/** What is ordinary is learned from two weeks. */
const SKETCHES_MS = 14 * 24 * 60 * 60_000;
const EVENTS_MS = 3 * 24 * 60 * 60_000;

type Pruning = Pick<DeskJobs, "db" | "settings" | "now" | "log">;

/** Takes out what has been kept long enough. Rows, ledger and audit stay; whatever dies in between is taken out next time. */
export async function prune(deps: Pruning): Promise<void> {
  const { db, settings, now, log } = deps;
  await settings.reload();
  const startedAt = now();
  const raw = await pruneRaw(deps);
  const done = { raw, messages: 0, tickets: 0, slackEvents: 0 };
  for (const mailbox of await listMailboxes(db.read)) {
    const pruned = await pruneContent(deps, mailbox);
    done.messages += pruned.messages;
    done.tickets += pruned.tickets;
  }
  for (let gone = BATCH; gone === BATCH; done.slackEvents += gone) {
    gone = await db.transaction((tx) => forgetEvents(tx, now() - EVENTS_MS, BATCH));
    await breathe();
  }
  await pruneIncidents(deps);
  if (done.raw + done.messages > 0) {
    const { raw: rawMails, messages, tickets } = done;
    await db.transaction((tx) =>
      appendAudit(tx, {
        at: now(),
        actor: "mailroom",
        action: "content.pruned",
        details: { rawMails, messages, tickets },
      }),
    );
  }
  log.info({ ...done, tookMs: now() - startedAt }, "what was kept long enough has been taken out");
}

/** What mails are compared by, and the words of incidents that are long over. */
async function pruneIncidents({ db, settings, now }: Pruning): Promise<void> {
  const overBefore = now() - retentionOf(settings.current().settings, "").contentMs;
  for (let gone = BATCH; gone === BATCH; ) {
    gone = await db.transaction((tx) => forgetSketches(tx, now() - SKETCHES_MS, BATCH));
    await breathe();
  }
  for (let gone = BATCH; gone === BATCH; ) {
    gone = await db.transaction((tx) => emptyIncidents(tx, overBefore, BATCH));
    await breathe();
  }
}

async function pruneRaw({ db, settings, now }: Pruning): Promise<number> {
  const mailboxes = await listMailboxes(db.read);
  const { settings: current } = settings.current();
  const before = new Map(mailboxes.map(({ id, address }) => [id, now() - retentionOf(current, address).rawMs]));
  let removed = 0;
  for await (const page of pages((from) => rawStoredBefore(db.read, Math.max(0, ...before.values()), from, PAGE))) {
    const due = page.filter(({ at, mailboxId }) => at < before.get(mailboxId)!);
    for (const batch of batches(due, ({ bytes }) => bytes)) {
      await db.transaction((tx) =>
        eraseRaw(
          tx,
          batch.map((one) => one.id),
        ),
      );
      removed += batch.length;
      await breathe();
    }
  }
  return removed;
}

async function pruneContent({ db, settings, now }: Pruning, mailbox: Mailbox) {
  const before = now() - retentionOf(settings.current().settings, mailbox.address).contentMs;
  const tickets = new Set<number>();
  let messages = 0;
  for await (const page of pages((from) => contentBefore(db.read, mailbox.id, before, from, PAGE))) {
    const ended: number[] = [];
    for (const id of new Set(page.flatMap(({ ticketId }) => ticketId ?? []))) {
      if (tickets.has(id) || ((await ticketOverSince(db.read, id)) ?? before) >= before) continue;
      tickets.add(id);
      ended.push(id);
    }
    // Its messages last: they are what the next run would find it by.
    const ofTickets: number[] = [];
    for (const id of ended) {
      await db.transaction((tx) => eraseTicket(tx, id));
      ofTickets.push(...(await messageIdsOf(db.read, id)));
      await breathe();
    }
    const loose = page.flatMap(({ id, ticketId }) => (ticketId === null ? [id] : []));
    for (const batch of batches([...ofTickets, ...loose], () => 0)) {
      await db.transaction((tx) => eraseMessages(tx, batch));
      messages += batch.length;
      await breathe();
    }
  }
  return { messages, tickets: tickets.size };
}

/** A listing page by page; what is taken out on the way does not move the places. */
async function* pages<Row extends Place>(read: (from: Place) => Promise<Row[]>): AsyncGenerator<Row[]> {
  let from = BEGINNING;
  for (;;) {
    const page = await read(from);
    if (page.length > 0) yield page;
    if (page.length < PAGE) return;
    from = page.at(-1)!;
  }
}

function* batches<Row>(rows: readonly Row[], bytesOf: (row: Row) => number): Generator<Row[]> {
  let batch: Row[] = [];
  let bytes = 0;
  for (const row of rows) {
    if (batch.length === BATCH || (batch.length > 0 && bytes + bytesOf(row) > BATCH_BYTES)) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(row);
    bytes += bytesOf(row);
  }
  if (batch.length > 0) yield batch;
}

/** SQLite answers at once, so that without this nobody else in the process would have their turn. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
