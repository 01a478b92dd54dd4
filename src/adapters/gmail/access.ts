import { readFileSync } from "node:fs";
import { z } from "zod";
import { MailroomError } from "../../domain/errors.ts";
import type { MailProvider } from "../../domain/ports.ts";
import {
  type GmailAuth,
  type GoogleClient,
  type ServiceAccount,
  signInAsMailbox,
  signInWithRefreshToken,
} from "./auth.ts";
import { gmailProvider } from "./provider.ts";

interface AccessOptions {
  client: GoogleClient | undefined;
  /** The token of the environment, for the mailbox that has none of its own. */
  refreshToken: string | undefined;
  serviceAccount: ServiceAccount | undefined;
  apiUrl: string | undefined;
  tokenUrl: string | undefined;
  unitsPerMinute: number | undefined;
  /** A token that `gmail:connect` stored for the mailbox; asked each time, because connecting again must not need a restart. */
  storedToken: (address: string) => Promise<string | undefined>;
  /** The mailbox that the environment's token is for. */
  mainMailbox: () => string | undefined;
  now: () => number;
}

/** Gives each mailbox its provider: by its own stored token, by the service account, or by the token of the environment. */
export function gmailAccess(options: AccessOptions): (address: string) => Promise<MailProvider> {
  const known = new Map<string, { token: string; provider: MailProvider }>();

  return async (address) => {
    const token =
      (await options.storedToken(address)) ??
      (options.mainMailbox() === address ? options.refreshToken : undefined) ??
      "";
    const cached = known.get(address);
    if (cached?.token === token) return cached.provider;
    const provider = gmailProvider({
      auth: signIn(options, address, token),
      apiUrl: options.apiUrl,
      unitsPerMinute: options.unitsPerMinute,
      now: options.now,
    });
    known.set(address, { token, provider });
    return provider;
  };
}

function signIn({ client, serviceAccount, tokenUrl, now }: AccessOptions, address: string, token: string): GmailAuth {
  if (token !== "" && client) return signInWithRefreshToken(client, token);
  // The settings decide which mailboxes are opened: a delegated key could open every one of the domain.
  if (serviceAccount) return signInAsMailbox(serviceAccount, address, tokenUrl, now);
  throw new MailroomError("gmail_disconnected", { detail: `${address} has not been connected` });
}

const KeyFile = z.object({ client_email: z.string(), private_key: z.string(), token_uri: z.string().optional() });

export function readServiceAccount(file: string): ServiceAccount {
  try {
    return KeyFile.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw new MailroomError("config_invalid", {
      detail: "GOOGLE_APPLICATION_CREDENTIALS must name the JSON key file of a service account",
      cause,
    });
  }
}
