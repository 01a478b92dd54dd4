import { verifyAudit } from "../db/audit.ts";
import { run, withDatabase } from "./command.ts";

/** `npm run audit:verify [-- HASH]`: proves that nobody has changed or taken out a row; with a hash noted earlier, that it is still in the chain. */
await run(async ({ args, environment, say }) => {
  const [noted] = args;
  const { rows, head, brokenAt, why, holds } = await withDatabase(environment, (db) => verifyAudit(db.read, noted));
  if (brokenAt !== undefined) {
    say(`The audit trail is broken at row ${brokenAt}: ${why}.`);
    say(`The ${rows} rows before it are as they were written; the last of them ends in ${head}.`);
    say("What to do: stop Mailroom, keep a copy of this file as it is, and compare it with the newest backup");
    say("(`npm run audit:verify` with DATABASE_URL set to the backup). Who can write to the file can have done this.");
    return 1;
  }
  if (noted && !holds) {
    say(`The audit trail is whole in itself (${rows} rows), but ${noted} is not in it.`);
    say("What to do: the trail has been written anew, or the database is another one. Compare it with a backup.");
    return 1;
  }
  say(`The audit trail is whole: ${rows} rows.`);
  say(`Its newest hash is ${head}`);
  say(
    "Note it down outside this machine: `npm run audit:verify -- HASH` later proves that nothing up to it was rewritten.",
  );
  return 0;
});
