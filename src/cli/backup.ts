import { existsSync } from "node:fs";
import path from "node:path";
import { backUp, inspect } from "../db/backup.ts";
import { keyFileOf } from "../db/key-file.ts";
import { createVault } from "../db/vault.ts";
import { needDatabase, run, storage } from "./command.ts";

/** `npm run backup -- FILE`: the whole database in one file, beside the running app. */
await run(async ({ args, environment, say }) => {
  const [given, ...rest] = args;
  if (!given || rest.length > 0) {
    say("Say where to: npm run backup -- /somewhere/mailroom-2026-11-21.db");
    return 1;
  }
  const file = path.resolve(given);
  if (existsSync(file)) {
    say(`${file} is there already, and a backup overwrites nothing: give another name.`);
    return 1;
  }
  const { url, keys, fromFile } = storage(environment);
  const location = needDatabase(url);
  backUp(location, file);
  const { tickets, auditRows } = inspect(file, createVault(keys));
  say(`${file}: ${tickets} tickets, ${auditRows} audit rows; checked.`);
  say(
    `The key (${fromFile ? keyFileOf(url) : "MAILROOM_KEY"}) is NOT in it. Without the key the backup cannot be read: keep a copy of the key somewhere else.`,
  );
  return 0;
});
