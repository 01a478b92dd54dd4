import { modelProviders } from "../adapters/openai/providers.ts";
import { httpTools } from "../adapters/tools/http-tools.ts";
import { type Config, readConfig } from "../config.ts";
import type { Database } from "../db/database.ts";
import { loadKeys } from "../db/key-file.ts";
import { openDatabase } from "../db/open.ts";
import { latestSettings } from "../db/settings-versions.ts";
import { createVault } from "../db/vault.ts";
import type { Finding } from "../domain/check-up.ts";
import { toFailure } from "../domain/errors.ts";
import type { Settings } from "../domain/settings/settings.ts";
import { checkMachine, checkServices } from "../wiring/check-desk.ts";
import { openMail } from "../wiring/open-mail.ts";
import { readSeed } from "../wiring/read-seed.ts";
import { run } from "./command.ts";

/** Without these the database is left alone. */
const NEEDED = new Set(["database", "key"]);
const colour = (code: number, text: string) => (process.stdout.isTTY ? `\u001b[${code}m${text}\u001b[0m` : text);
const MARK = { ok: colour(32, "✓"), note: colour(33, "•"), act: colour(31, "✗") };

/** `npm run doctor`: a line for everything that has to be right, green or with the exact next action. */
await run(async ({ environment, say }) => {
  const findings = await examine(environment);
  for (const { check, status, say: what, next } of findings) {
    say(`${MARK[status]} ${check}: ${what}`);
    if (next) say(`    → ${next}`);
  }
  const toDo = findings.filter(({ status }) => status === "act").length;
  say(toDo === 0 ? "\nEverything is in order." : `\n${toDo} ${toDo === 1 ? "thing needs" : "things need"} you.`);
  return toDo === 0 ? 0 : 1;
});

async function examine(environment: Parameters<typeof readConfig>[0]): Promise<Finding[]> {
  let config: Config;
  try {
    config = readConfig(environment);
  } catch (error) {
    return [broken("environment", error, "Set it and run this again; docs/configuration.md explains each variable.")];
  }
  const machine = await checkMachine(config);
  const findings: Finding[] = [{ check: "environment", status: "ok", say: "every variable can be read" }, ...machine];
  let db: Database | undefined;
  let settings: Settings | undefined;
  try {
    // Only a database that is as it should be is opened, because opening would change it.
    if (machine.every(({ check, status }) => status === "ok" || !NEEDED.has(check)))
      db = openDatabase(config.DATABASE_URL, createVault(loadKeys(config.MAILROOM_KEY, config.DATABASE_URL)));
  } catch (error) {
    findings.push(broken("content key", error, "Put back the key that the database was written with."));
  }
  try {
    const version = db && (await latestSettings(db.read));
    settings = version?.settings ?? readSeed(config);
    findings.push({
      check: "settings",
      status: "ok",
      say: version ? `version ${version.version}` : "from SETTINGS_FILE, which becomes version 1 at the first start",
    });
  } catch (error) {
    findings.push(
      broken("settings", error, "Correct it and run this again; docs/configuration.md has the smallest file."),
    );
  }
  const providers = modelProviders(config, settings?.model.reasoningEffort ?? {}, Date.now);
  const tools = httpTools({ variable: (name) => environment[name], now: Date.now });
  const mail = openMail(config, db, () => settings, Date.now);
  findings.push(...(await checkServices(config, { db, settings, mail, providers, tools })));
  await db?.close();
  return findings;
}

function broken(check: string, error: unknown, next: string): Finding {
  const failure = toFailure(error);
  return { check, status: "act", say: failure.detail ?? failure.message, next };
}
