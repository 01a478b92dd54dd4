import { existsSync } from "node:fs";
import path from "node:path";
import { inspect, putBack } from "../db/backup.ts";
import { locationOf, openDatabase } from "../db/open.ts";
import { createVault } from "../db/vault.ts";
import { afterRestore } from "../tickets/after-restore.ts";
import { run, storage } from "./command.ts";

/** `npm run restore -- FILE`: puts a backup in the place of the database. Needs Mailroom stopped; what stood there is kept. */
await run(async ({ args, environment, say }) => {
  const [given, ...rest] = args;
  if (!given || rest.length > 0) {
    say("Say which: npm run restore -- /somewhere/mailroom-2026-11-21.db");
    return 1;
  }
  const file = path.resolve(given);
  if (!existsSync(file)) {
    say(`There is no file ${file}.`);
    return 1;
  }
  const { url, keys: ring } = storage(environment);
  const location = locationOf(url);
  const keys = createVault(ring);
  const { tickets, newestAt } = inspect(file, keys);
  const aside = `${location}.before-${new Date().toISOString().replaceAll(/[:.]/g, "-")}`;
  // Before it is in place: after a power cut in between, a start would do again what the backup does not know of.
  const { kept, made: doubts } = await putBack(file, location, aside, async (fresh) => {
    const db = openDatabase(`file:${fresh}`, keys, { alone: true });
    return afterRestore(db, "command line", Date.now()).finally(() => db.close());
  });
  say(`Put back: ${tickets} tickets, the last change from ${new Date(newestAt).toISOString()}.`);
  if (kept) say(`What stood there before is kept as ${aside}.`);
  say(
    `Started again, Mailroom reads in Gmail and Slack what happened since, and asks before it repeats anything (${doubts} open).`,
  );
  return 0;
});
