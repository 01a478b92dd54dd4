import { auth } from "googleapis/build/src/apis/gmail/index.js";
import { MailroomError } from "../../domain/errors.ts";
import type { MailProvider } from "../../domain/ports.ts";
import { GMAIL_SCOPE, type GoogleClient, PUBSUB_SCOPE, signInWithRefreshToken } from "./auth.ts";
import { gmailFailure } from "./failure.ts";
import { gmailProvider } from "./provider.ts";

export interface Consent {
  /** Where the mailbox's owner says yes. */
  url: string;
  /** Turns the answer's code into a refresh token that may do what Mailroom does. */
  redeem(code: string): Promise<string>;
}

/** Google's consent for a program on one's own machine: RFC 8252's loopback redirect, with PKCE and a state. */
export async function askForConsent(
  client: GoogleClient,
  { mailbox, redirectUri, state, push }: { mailbox: string; redirectUri: string; state: string; push: boolean },
): Promise<Consent> {
  const oauth = clientFor(client, redirectUri);
  const { codeVerifier, codeChallenge } = await oauth.generateCodeVerifierAsync();
  const url = oauth.generateAuthUrl({
    access_type: "offline",
    // Without it Google gives no refresh token the second time.
    prompt: "consent",
    scope: push ? [GMAIL_SCOPE, PUBSUB_SCOPE] : [GMAIL_SCOPE],
    login_hint: mailbox,
    state,
    // The enum that holds it is not exported by the Gmail API file.
    code_challenge_method: "S256" as NonNullable<
      Parameters<typeof oauth.generateAuthUrl>[0]
    >["code_challenge_method"] & {},
    code_challenge: codeChallenge ?? "",
  });
  return {
    url,
    async redeem(code) {
      const { tokens } = await oauth.getToken({ code, codeVerifier }).catch((error) => {
        throw gmailFailure(error, "read", Date.now());
      });
      if (!(tokens.scope ?? "").split(" ").includes(GMAIL_SCOPE))
        throw new MailroomError("gmail_forbidden", {
          detail: "the box for reading, writing and sending mail was not ticked: run it again and tick it",
        });
      if (!tokens.refresh_token)
        throw new MailroomError("gmail_forbidden", {
          detail:
            "Google gave no lasting sign-in: remove Mailroom at https://myaccount.google.com/permissions and run it again",
        });
      return tokens.refresh_token;
    },
  };
}

/** The mailbox that a refresh token opens; undefined where the server does not say. */
export async function mailboxOf(
  client: GoogleClient,
  refreshToken: string,
  apiUrl: string | undefined,
): Promise<string | undefined> {
  const provider: MailProvider = gmailProvider({
    auth: signInWithRefreshToken(client, refreshToken),
    apiUrl,
    unitsPerMinute: undefined,
    now: Date.now,
  });
  return (await provider.profile()).address;
}

/** Ends the grant at Google: the token opens nothing any more, wherever a copy of it may be. */
export async function revokeConsent(client: GoogleClient, refreshToken: string): Promise<void> {
  try {
    await clientFor(client).revokeToken(refreshToken);
  } catch (error) {
    throw gmailFailure(error, "read", Date.now());
  }
}

function clientFor({ clientId, clientSecret, tokenUrl }: GoogleClient, redirectUri?: string) {
  return new auth.OAuth2({
    clientId,
    clientSecret,
    ...(redirectUri && { redirectUri }),
    // Google's endpoints for tokens and for ending them are neighbours, and so are a stand-in's.
    ...(tokenUrl && { endpoints: { oauth2TokenUrl: tokenUrl, oauth2RevokeUrl: new URL("revoke", tokenUrl).href } }),
  });
}
