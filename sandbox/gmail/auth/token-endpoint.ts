import { createHash } from "node:crypto";
import type { World } from "../world.ts";
import { type ServiceAccountKey, signedClaims } from "./service-account.ts";
import type { Tokens } from "./tokens.ts";

export interface OAuthClient {
  clientId: string;
  clientSecret: string;
}

export interface OAuthAnswer {
  status: number;
  body: Record<string, unknown>;
}

export interface TokenDeps {
  world: World;
  tokens: Tokens;
  client: OAuthClient;
  /** Absent until somebody asks for a key file: then no assertion can be genuine. */
  account: () => ServiceAccountKey | undefined;
  /** Scopes the Workspace admin allowed the service account. */
  delegated: ReadonlySet<string>;
  /** What an assertion may name as its audience. */
  audiences: readonly string[];
}

const HOUR_S = 3_600;
const SKEW_S = 300;

const refuse = (status: number, error: string, description: string): OAuthAnswer => ({
  status,
  body: { error, error_description: description },
});

/** `POST /token`: its errors have a shape of their own, unlike the rest of Google's APIs. */
export function tokenEndpoint(deps: TokenDeps, form: URLSearchParams): OAuthAnswer {
  const grantType = form.get("grant_type");
  if (grantType === "urn:ietf:params:oauth:grant-type:jwt-bearer")
    return byAssertion(deps, form.get("assertion") ?? "");
  if (form.get("client_id") !== deps.client.clientId)
    return refuse(401, "invalid_client", "The OAuth client was not found.");
  if (form.get("client_secret") !== deps.client.clientSecret) return refuse(401, "invalid_client", "Unauthorized");
  if (grantType === "refresh_token") return byRefreshToken(deps, form.get("refresh_token") ?? "");
  if (grantType === "authorization_code") return byCode(deps, form);
  return refuse(400, "unsupported_grant_type", `Invalid grant_type: ${grantType ?? ""}`);
}

function byRefreshToken({ tokens }: TokenDeps, refresh: string): OAuthAnswer {
  const grant = tokens.refreshGrant(refresh);
  if (!grant) return refuse(400, "invalid_grant", "Token has been expired or revoked.");
  return granted(tokens.issueAccess(grant, refresh), grant.scopes);
}

function byCode({ tokens }: TokenDeps, form: URLSearchParams): OAuthAnswer {
  const pending = tokens.takeCode(form.get("code") ?? "");
  if (!pending) return refuse(400, "invalid_grant", "Malformed auth code.");
  if (form.get("redirect_uri") !== pending.redirectUri) return refuse(400, "redirect_uri_mismatch", "Bad Request");
  if (pending.challenge !== undefined) {
    const verifier = form.get("code_verifier") ?? "";
    const hashed = createHash("sha256").update(verifier).digest("base64url");
    const shown = pending.challengeMethod === "S256" ? hashed : verifier;
    if (!verifier) return refuse(400, "invalid_grant", "Missing code verifier.");
    if (shown !== pending.challenge) return refuse(400, "invalid_grant", "Invalid code verifier.");
  }
  const { user, scopes } = pending;
  const refresh = pending.offline ? tokens.issueRefresh({ user, scopes }) : undefined;
  return granted(tokens.issueAccess({ user, scopes }, refresh), scopes, refresh);
}

function byAssertion({ world, tokens, account, delegated, audiences }: TokenDeps, assertion: string): OAuthAnswer {
  const key = account();
  const claims = key && signedClaims(assertion, key);
  if (!key || !claims || claims.iss !== key.client_email) return refuse(400, "invalid_grant", "Invalid JWT Signature.");
  if (!audiences.includes(claims.aud ?? "")) return refuse(400, "invalid_grant", "Invalid JWT: Failed audience check.");
  const { iat = 0, exp = 0, sub } = claims;
  // By our own clock or by the machine's: Google's client signs with the latter, whatever time it is here.
  const inTime = [world.clock.now(), Date.now()].some(
    (now) => exp > now / 1_000 - SKEW_S && iat < now / 1_000 + SKEW_S,
  );
  if (!inTime || exp - iat > HOUR_S) {
    return refuse(
      400,
      "invalid_grant",
      "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.",
    );
  }
  const scopes = (claims.scope ?? "").split(" ").filter(Boolean);
  if (scopes.length === 0) return refuse(400, "invalid_scope", "Empty or missing scope not allowed.");
  if (sub === undefined) return granted(tokens.issueAccess({ user: key.client_email, scopes }), scopes);
  if (scopes.some((scope) => !delegated.has(scope))) {
    return refuse(
      401,
      "unauthorized_client",
      "Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.",
    );
  }
  const mailbox = world.mailboxes.get(sub.toLowerCase());
  if (!mailbox) return refuse(400, "invalid_grant", "Invalid email or User ID");
  return granted(tokens.issueAccess({ user: mailbox.address, scopes }), scopes);
}

const granted = (
  access: { token: string; expiresIn: number },
  scopes: readonly string[],
  refresh?: string,
): OAuthAnswer => ({
  status: 200,
  body: {
    access_token: access.token,
    expires_in: access.expiresIn,
    ...(refresh !== undefined && { refresh_token: refresh }),
    scope: scopes.join(" "),
    token_type: "Bearer",
  },
});
