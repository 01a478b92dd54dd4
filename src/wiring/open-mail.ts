import { gmailAccess, readServiceAccount } from "../adapters/gmail/access.ts";
import type { Config } from "../config.ts";
import type { Database } from "../db/database.ts";
import { storedCredential } from "../db/mailboxes.ts";
import type { MailProvider } from "../domain/ports.ts";
import type { Settings } from "../domain/settings/settings.ts";

/** What Google gives new projects for each mailbox; those of before May 2026 have 15,000. */
const GMAIL_UNITS_PER_MINUTE = 6_000;

/** The mailboxes, by the credentials of the environment and, with a database, those that `gmail:connect` stored. */
export function openMail(
  config: Config,
  db: Database | undefined,
  currentSettings: () => Settings | undefined,
  now: () => number,
): (address: string) => Promise<MailProvider> {
  const { GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret, GOOGLE_TOKEN_URL: tokenUrl } = config;
  return gmailAccess({
    client: clientId && clientSecret ? { clientId, clientSecret, tokenUrl } : undefined,
    refreshToken: config.GOOGLE_REFRESH_TOKEN,
    serviceAccount: config.GOOGLE_APPLICATION_CREDENTIALS
      ? readServiceAccount(config.GOOGLE_APPLICATION_CREDENTIALS)
      : undefined,
    apiUrl: config.GMAIL_API_URL,
    tokenUrl,
    // Another server than Google's counts in its own way, if at all.
    unitsPerMinute: config.GMAIL_UNITS_PER_MINUTE ?? (config.GMAIL_API_URL ? undefined : GMAIL_UNITS_PER_MINUTE),
    storedToken: async (address) => db && storedCredential(db.read, address),
    mainMailbox: () => currentSettings()?.mailboxes[0]?.address,
    now,
  });
}
