import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import type { GoogleClient } from "../adapters/gmail/auth.ts";
import { askForConsent, mailboxOf, revokeConsent } from "../adapters/gmail/consent.ts";
import { openLoopback } from "../adapters/gmail/loopback.ts";
import { readGoogle } from "../config.ts";
import { appendAudit } from "../db/audit.ts";
import type { Database, Tx } from "../db/database.ts";
import { loadKeys } from "../db/key-file.ts";
import { findMailboxes, forgetCredential, storeCredential, storedCredential } from "../db/mailboxes.ts";
import { openDatabase } from "../db/open.ts";
import { latestSettings } from "../db/settings-versions.ts";
import { createVault } from "../db/vault.ts";
import { MailroomError, toFailure } from "../domain/errors.ts";
import { readSeed } from "../wiring/read-seed.ts";
import { run } from "./command.ts";

const USAGE = `npm run gmail:connect                          connects each mailbox of the settings that has no sign-in yet
npm run gmail:connect ADDRESS …                connects these, again if need be
npm run gmail:connect -- --remove ADDRESS …    ends the sign-in at Google and forgets it here`;

interface Desk {
  db: Database;
  client: GoogleClient;
  apiUrl: string | undefined;
  /** The first mailbox's sign-in also pulls Gmail's announcements, where no service account does. */
  pushMailbox: string | undefined;
  say: (line: string) => void;
}

/** `npm run gmail:connect`: a mailbox's owner says yes in a browser; what Google gives for it is kept sealed in the database. */
await run(async ({ args, environment, say }) => {
  const asked = argumentsOf(args);
  if (!asked || asked.help) {
    say(USAGE);
    return asked ? 0 : 1;
  }
  const config = readGoogle(environment);
  const { GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret, DATABASE_URL: url } = config;
  if (!clientId || !clientSecret)
    throw new MailroomError("config_invalid", {
      detail:
        "GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET are missing: make an OAuth client of the kind Desktop app in the Google Cloud console, under APIs & Services, Credentials",
    });
  const client = { clientId, clientSecret, tokenUrl: config.GOOGLE_TOKEN_URL };
  const db = openDatabase(url, createVault(loadKeys(config.MAILROOM_KEY, url)));
  try {
    const { mailboxes } = (await latestSettings(db.read))?.settings ?? readSeed(config);
    const ours = mailboxes.map(({ address }) => address);
    const pushed = config.GMAIL_PUBSUB_SUBSCRIPTION && !config.GOOGLE_APPLICATION_CREDENTIALS;
    const desk: Desk = { db, client, apiUrl: config.GMAIL_API_URL, pushMailbox: pushed ? ours[0] : undefined, say };
    const strangers = asked.addresses.filter((address) => !asked.remove && !ours.includes(address));
    if (strangers.length > 0) {
      say(`${strangers.join(", ")}: not a mailbox of the settings. There are: ${ours.join(", ")}`);
      return 1;
    }
    if (asked.remove) return await removeAll(desk, asked.addresses);
    return await connectAll(desk, asked.addresses.length > 0 ? asked.addresses : await withoutSignIn(db, ours));
  } finally {
    await db.close();
  }
});

function argumentsOf(args: string[]): { addresses: string[]; remove: boolean; help: boolean } | undefined {
  try {
    const options = { remove: { type: "boolean" }, help: { type: "boolean", short: "h" } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const { remove = false, help = false } = values;
    if (remove && positionals.length === 0) return undefined;
    return { addresses: positionals.map((address) => address.trim().toLowerCase()), remove, help };
  } catch {
    return undefined;
  }
}

async function withoutSignIn(db: Database, addresses: readonly string[]): Promise<string[]> {
  const without: string[] = [];
  for (const address of addresses) if (!(await storedCredential(db.read, address))) without.push(address);
  return without;
}

async function connectAll(desk: Desk, addresses: readonly string[]): Promise<number> {
  const { say } = desk;
  if (addresses.length === 0) {
    say("Every mailbox of the settings has a sign-in. To renew one, name it: npm run gmail:connect ADDRESS");
    return 0;
  }
  let failed = 0;
  for (const address of addresses) {
    try {
      await connect(desk, address);
    } catch (error) {
      failed++;
      const failure = toFailure(error);
      if (failure.code === "internal") throw error;
      say(`✗ ${address} was not connected: ${failure.detail ?? failure.message}`);
    }
  }
  if (failed < addresses.length) {
    say("");
    say(
      "If your Google project's consent screen is External and still in Testing, Google ends each sign-in after 7 days:",
    );
    say(
      "make it Internal, or publish it (APIs & Services, OAuth consent screen). A running Mailroom needs no restart.",
    );
  }
  return failed === 0 ? 0 : 1;
}

async function connect({ db, client, apiUrl, pushMailbox, say }: Desk, address: string): Promise<void> {
  const state = randomBytes(24).toString("base64url");
  const loopback = await openLoopback(state);
  try {
    const { url, redeem } = await askForConsent(client, {
      mailbox: address,
      redirectUri: loopback.redirectUri,
      state,
      push: address === pushMailbox,
    });
    say(`Open this in a browser on this machine, signed in to Google as ${address}:`);
    say(`\n${url}\n`);
    say(`(On another machine, first: ssh -L ${loopback.port}:127.0.0.1:${loopback.port} to this one.)`);
    await loopback.answered(async (code) => {
      const token = await redeem(code);
      const opened = await mailboxOf(client, token, apiUrl);
      // The grant is left alone: that account may be connected for another of our mailboxes.
      if (opened !== undefined && opened !== address)
        throw new MailroomError("gmail_forbidden", {
          detail: `the browser was signed in as ${opened}: run it again and choose ${address}`,
        });
      await db.transaction(async (tx) => {
        await storeCredential(tx, address, token);
        await noteDown(tx, address, "mailbox.connected");
      });
      return "This mailbox is connected. You can close this window.";
    });
  } finally {
    loopback.close();
  }
  say(`✓ ${address} is connected; its sign-in is stored sealed.`);
}

async function removeAll({ db, client, say }: Desk, addresses: readonly string[]): Promise<number> {
  let failed = 0;
  for (const address of addresses) {
    const token = await storedCredential(db.read, address);
    if (!token) {
      failed++;
      say(`✗ ${address} has no stored sign-in.`);
      continue;
    }
    const revoked = await revokeConsent(client, token).then(
      () => true,
      () => false,
    );
    await db.transaction(async (tx) => {
      await forgetCredential(tx, address);
      await noteDown(tx, address, "mailbox.removed", { revoked });
    });
    if (revoked) say(`✓ ${address}: the sign-in was ended at Google and forgotten here.`);
    else
      say(
        `✓ ${address}: the sign-in was forgotten here. Google did not confirm its end: look at https://myaccount.google.com/permissions`,
      );
  }
  return failed === 0 ? 0 : 1;
}

async function noteDown(tx: Tx, address: string, action: string, more: { revoked?: boolean } = {}): Promise<void> {
  const [mailbox] = await findMailboxes(tx, [address]);
  const details = { mailboxId: mailbox?.id ?? null, ...more };
  await appendAudit(tx, { at: Date.now(), actor: "command line", action, details });
}
