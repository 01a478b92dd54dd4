import { createSign } from "node:crypto";
import { auth } from "googleapis/build/src/apis/gmail/index.js";
import { MailroomError } from "../../domain/errors.ts";
import { keepSecret } from "../../domain/secrets.ts";

export type GmailAuth = InstanceType<typeof auth.OAuth2>;

/** The one scope that reads, labels, drafts and sends; docs/data.md says what each part of it is used for. */
export const GMAIL_SCOPE = "https://www.googleapis.com/auth/gmail.modify";

/** Asked for beside it only where news is pulled with the mailbox's own sign-in. */
export const PUBSUB_SCOPE = "https://www.googleapis.com/auth/pubsub";

export interface GoogleClient {
  clientId: string;
  clientSecret: string;
  /** Overrides Google's token endpoint. */
  tokenUrl: string | undefined;
}

/** Signs in with a refresh token that the mailbox's owner once granted. */
export function signInWithRefreshToken(client: GoogleClient, refreshToken: string): GmailAuth {
  const oauth = new auth.OAuth2({
    clientId: client.clientId,
    clientSecret: client.clientSecret,
    ...(client.tokenUrl && { endpoints: { oauth2TokenUrl: client.tokenUrl } }),
  });
  keepSecret(client.clientSecret, refreshToken);
  oauth.setCredentials({ refresh_token: refreshToken });
  return oauth;
}

/** What of a service account's key file is used. */
export interface ServiceAccount {
  client_email: string;
  private_key: string;
  token_uri?: string | undefined;
}

const GOOGLE_TOKEN_URL = "https://oauth2.googleapis.com/token";
const TOKEN_LIFE_SECONDS = 3_600;

/**
 * Signs in as a mailbox by domain-wide delegation. google-auth-library's own JWT client cannot be pointed at another token
 * endpoint, so the assertion is made here; the library keeps and renews the token all the same.
 */
export const signInAsMailbox = (
  account: ServiceAccount,
  mailbox: string,
  tokenUrl: string | undefined,
  now: () => number,
): GmailAuth => signInByAssertion(account, { sub: mailbox, scope: GMAIL_SCOPE }, tokenUrl, now);

/** Signs in as the service account itself, to hear of news. */
export const signInForPush = (account: ServiceAccount, tokenUrl: string | undefined, now: () => number): GmailAuth =>
  signInByAssertion(account, { scope: PUBSUB_SCOPE }, tokenUrl, now);

function signInByAssertion(
  account: ServiceAccount,
  grant: { sub?: string; scope: string },
  tokenUrl: string | undefined,
  now: () => number,
): GmailAuth {
  const oauth = new auth.OAuth2();
  oauth.refreshHandler = async () => {
    const issuedAt = Math.floor(now() / 1000);
    const audience = tokenUrl ?? account.token_uri ?? GOOGLE_TOKEN_URL;
    const claims = {
      iss: account.client_email,
      ...grant,
      aud: audience,
      iat: issuedAt,
      exp: issuedAt + TOKEN_LIFE_SECONDS,
    };
    const response = await fetch(audience, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
        assertion: signJwt(claims, account.private_key),
      }),
      signal: AbortSignal.timeout(15_000),
    });
    const body = (await response.json().catch(() => ({}))) as {
      access_token?: string;
      expires_in?: number;
      error?: string;
    };
    if (!response.ok || !body.access_token) {
      const refused = response.status === 400 || response.status === 401;
      throw new MailroomError(refused ? "gmail_disconnected" : "gmail_unavailable", {
        detail: `${response.status} ${body.error ?? ""}`.trim(),
      });
    }
    return { access_token: body.access_token, expiry_date: now() + (body.expires_in ?? TOKEN_LIFE_SECONDS) * 1000 };
  };
  return oauth;
}

function signJwt(claims: object, privateKey: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const body = `${part({ alg: "RS256", typ: "JWT" })}.${part(claims)}`;
  return `${body}.${createSign("RSA-SHA256").update(body).sign(privateKey, "base64url")}`;
}
