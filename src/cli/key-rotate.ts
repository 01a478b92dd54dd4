import { existsSync, readFileSync } from "node:fs";
import { readStorage } from "../config.ts";
import { appendAudit } from "../db/audit.ts";
import { keyFileOf, newKey, parseKeys, saveKeys } from "../db/key-file.ts";
import { openDatabase } from "../db/open.ts";
import { resealColumn, rewriteFile, sealedColumns } from "../db/reseal.ts";
import { createVault, type Keyring } from "../db/vault.ts";
import { MailroomError } from "../domain/errors.ts";
import { needDatabase, run, storage } from "./command.ts";

/**
 * `npm run key:rotate`: seals everything stored with a new key. Needs Mailroom stopped. Cut short at any moment it is run again
 * and goes on: until everything is done both keys open, and the file of keys (or the environment) keeps both.
 */
await run(async ({ environment, say }) => {
  const { MAILROOM_KEY_NEW: wanted } = readStorage(environment);
  const { url, keys: old, fromFile } = storage(environment);
  needDatabase(url);
  const file = fromFile ? keyFileOf(url) : undefined;
  if (!file && !wanted)
    throw new MailroomError("config_invalid", {
      detail:
        'MAILROOM_KEY stands in the environment, where no new key can be written: set MAILROOM_KEY_NEW to what "openssl rand -base64 32" prints, keep it, and run this again',
    });
  const keys = ringOf(old, wanted ? parseKeys(wanted, "MAILROOM_KEY_NEW")[0] : undefined);

  // First, because nobody may be left out there with the old key alone.
  const db = openDatabase(url, createVault(keys), { alone: true });
  try {
    if (file) saveKeys(file, keys);
    else say("From now on set MAILROOM_KEY to MAILROOM_KEY_NEW, a comma, and the old key, until this has ended well.");
    let values = 0;
    for (const column of await sealedColumns(db)) {
      const resealed = await resealColumn(db, column);
      if (resealed > 0) say(`${column.table}.${column.column}: ${resealed}`);
      values += resealed;
    }
    const { keyId } = db.read.vault;
    await db.transaction((tx) =>
      appendAudit(tx, { at: Date.now(), actor: "command line", action: "key.rotated", details: { keyId, values } }),
    );
    await rewriteFile(db);
    say(`Everything is sealed with the new key (${keyId}); ${values} values in this run.`);
    if (file) {
      const kept = keepOld(file, keys);
      saveKeys(file, [keys[0]]);
      say(`The old key is in ${kept}: backups from before need it. Destroy it with the last of them.`);
    } else {
      say("Set MAILROOM_KEY to the new key alone and start Mailroom. Backups from before need the old key.");
    }
    say("The key of the search and look-up hashes stays: docs/decisions/hash-key.md says why.");
    return 0;
  } finally {
    await db.close();
  }
});

/** More than one key says that an earlier run was cut short: it is gone on with, and no third key is made. */
function ringOf(old: Keyring, wanted: Buffer | undefined): Keyring {
  if (wanted) return [wanted, ...old.filter((one) => !one.equals(wanted))];
  return old.length > 1 ? old : [newKey(), ...old];
}

/** What is kept already is kept on. */
function keepOld(file: string, [, ...old]: Keyring): string {
  const kept = `${file}.old`;
  const before = existsSync(kept) ? parseKeys(readFileSync(kept, "utf8"), kept) : [];
  const all = [...old, ...before.filter((one) => !old.some((other) => other.equals(one)))];
  const [first, ...rest] = all;
  if (first) saveKeys(kept, [first, ...rest]);
  return kept;
}
