import { accountOf } from "../db/ledger.ts";
import { listMailboxes } from "../db/mailboxes.ts";
import { requestReconcile } from "../jobs/daily.ts";
import { run, withDatabase } from "./command.ts";

const PATIENCE_MS = 60_000;

/** `npm run reconcile`: asks the running app to hold every mailbox against the ledger now, as it does every day. */
await run(({ environment, say }) =>
  withDatabase(environment, async (db) => {
    const askedAt = Date.now();
    const asked = (await listMailboxes(db.read)).filter(({ cursor, pausedAt }) => cursor !== null && pausedAt === null);
    await db.transaction(async (tx) => {
      for (const { id } of asked) await requestReconcile(tx, id, askedAt);
    });
    const open = async () =>
      (await listMailboxes(db.read)).filter(
        ({ id, reconciledAt }) => asked.some((one) => one.id === id) && (reconciledAt ?? 0) < askedAt,
      );
    while ((await open()).length > 0 && Date.now() - askedAt < PATIENCE_MS)
      await new Promise((resolve) => setTimeout(resolve, 500));
    for (const { address } of await open())
      say(`${address}: not yet. Mailroom does it when it runs, and says in the log and in Slack what it found.`);
    const { received, accounted, failed } = await accountOf(db.read);
    say(`${received} received, ${accounted} accounted for${failed > 0 ? `, ${failed} of them failed` : ""}.`);
    return (await open()).length > 0 ? 1 : 0;
  }),
);
