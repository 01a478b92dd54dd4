import { appendAudit } from "../db/audit.ts";
import type { Tx } from "../db/database.ts";
import { planEffect } from "../db/effects.ts";
import { enqueue } from "../db/jobs.ts";
import { enterMessages, knownTo, type LedgerRow, pendingSince, reopenLedgerRows } from "../db/ledger.ts";
import { getMailbox, markReconciled } from "../db/mailboxes.ts";
import { JOB_PRIORITY } from "../domain/jobs.ts";
import type { MailProvider } from "../domain/ports.ts";
import { LEFT_OUT_OF_LISTS } from "./labels.ts";
import { enqueueMessage, HEAP, type PollDeps, pollMailbox } from "./poll-mailbox.ts";

/** The first reading of a mailbox went back as far, so everything in the window must be known. */
const WINDOW_MS = 7 * 24 * 60 * 60_000;
/** At five quota units for 500 messages this is 200 units of the 15,000 a minute. */
const MOST = 20_000;
/** Accepted long enough ago that its own work must have begun. */
const PENDING_MS = 60 * 60_000;

/**
 * Holds the mailbox against the ledger: what Gmail lists and the history never showed is entered as if it had just come, and
 * told in one line, because it means that something upstream is not as it should be.
 */
export async function reconcile(deps: PollDeps, mailboxId: number): Promise<void> {
  const { db, settings, mail, now, log } = deps;
  const mailbox = await getMailbox(db.read, mailboxId);
  if (!mailbox || mailbox.cursor === null || mailbox.pausedAt !== null || settings.current().settings.mode === "paused")
    return;
  const { ids, whole } = await listWindow(await mail(mailbox.address), now() - WINDOW_MS);
  // What arrived a moment ago is no stray: the history gets its chance first.
  await pollMailbox(deps, mailboxId);
  const known = await knownTo(db.read, mailboxId, ids);
  const strays = ids.filter((id) => !known.has(id));
  const reopened = await db.transaction(async (tx) => {
    const at = now();
    const rows: Pick<LedgerRow, "id" | "origin">[] = await enterMessages(tx, mailboxId, strays, {
      origin: "live",
      now: at,
    });
    const back: LedgerRow[] = [];
    for (const reason of LEFT_OUT_OF_LISTS)
      back.push(...(await reopenLedgerRows(tx, mailboxId, ids, { state: "ignored", reason })));
    const found = [...rows, ...back];
    for (const row of found) await enqueueMessage(tx, row, at, { inHeap: found.length > HEAP });
    // A row whose work was lost would wait for ever; work that is still there is neither doubled nor put before newer mail.
    for (const row of await pendingSince(tx, mailboxId, at - PENDING_MS))
      await enqueueMessage(tx, row, at, { inHeap: true });
    await markReconciled(tx, mailboxId, at);
    const details = { mailboxId, listed: ids.length, strays: strays.length, back: back.length, whole };
    await appendAudit(tx, { at, actor: "mailroom", action: "mailbox.reconciled", details });
    if (strays.length > 0) await tell(deps, tx, mailboxId, mailbox.address, strays.length);
    return back.length;
  });
  log.info(
    { mailboxId, listed: ids.length, strays: strays.length, back: reopened, whole },
    "the mailbox was held against the ledger",
  );
}

/** Oldest first. */
async function listWindow(provider: MailProvider, since: number): Promise<{ ids: string[]; whole: boolean }> {
  const ids: string[] = [];
  for await (const page of provider.listSince(since)) {
    ids.push(...page);
    if (ids.length >= MOST) return { ids: ids.slice(0, MOST).reverse(), whole: false };
  }
  return { ids: ids.reverse(), whole: true };
}

async function tell({ settings, now }: PollDeps, tx: Tx, mailboxId: number, mailbox: string, strays: number) {
  const { alertsChannel, queues } = settings.current().settings;
  const { id } = await planEffect(
    tx,
    {
      kind: "slack.line",
      idempotencyKey: `strays:${mailboxId}:${now()}`,
      request: {
        channel: alertsChannel ?? queues["triage"]!.channel,
        notice: { type: "strays", mailbox, strays },
      },
    },
    now(),
  );
  await enqueue(
    tx,
    { kind: "run-effect", key: `effect:${id}`, payload: { effectId: id }, priority: JOB_PRIORITY.card },
    now(),
  );
}
