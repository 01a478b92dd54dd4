import { readServiceAccount } from "../adapters/gmail/access.ts";
import { type GmailAuth, signInForPush, signInWithRefreshToken } from "../adapters/gmail/auth.ts";
import { pubSub } from "../adapters/gmail/pubsub.ts";
import type { Config } from "../config.ts";
import type { Database } from "../db/database.ts";
import { storedCredential } from "../db/mailboxes.ts";
import { MailroomError } from "../domain/errors.ts";
import type { PushSource } from "../domain/ports.ts";
import type { Settings } from "../domain/settings/settings.ts";

/** Where Gmail's announcements are pulled, if the environment says: as the service account, else by the first mailbox's own sign-in. */
export function openPush(
  config: Config,
  db: Database | undefined,
  currentSettings: () => Settings | undefined,
  now: () => number,
): PushSource | undefined {
  const { GMAIL_PUBSUB_SUBSCRIPTION: subscription, GOOGLE_TOKEN_URL: tokenUrl } = config;
  if (!subscription) return undefined;
  return pubSub({ auth: signIn(), subscription, apiUrl: config.PUBSUB_API_URL, now });

  function signIn(): () => Promise<GmailAuth> {
    if (config.GOOGLE_APPLICATION_CREDENTIALS) {
      const account = signInForPush(readServiceAccount(config.GOOGLE_APPLICATION_CREDENTIALS), tokenUrl, now);
      return async () => account;
    }
    let known: { token: string; auth: GmailAuth } | undefined;
    return async () => {
      const { GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret } = config;
      const address = currentSettings()?.mailboxes[0]?.address;
      const token = (address && db && (await storedCredential(db.read, address))) ?? config.GOOGLE_REFRESH_TOKEN;
      if (!clientId || !clientSecret || !token)
        throw new MailroomError("gmail_disconnected", { detail: "nobody has signed in to pull from Pub/Sub" });
      if (known?.token !== token)
        known = { token, auth: signInWithRefreshToken({ clientId, clientSecret, tokenUrl }, token) };
      return known.auth;
    };
  }
}
