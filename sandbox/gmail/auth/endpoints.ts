import type { Endpoint } from "../calls.ts";
import type { Answer, Request } from "../http.ts";
import { consent } from "./consent.ts";
import { type TokenDeps, tokenEndpoint } from "./token-endpoint.ts";

const form = (request: Request): URLSearchParams => new URLSearchParams(request.bytes.toString());

const named = (name: string, run: () => Answer): Endpoint => ({ name, admit: () => ({ run }) });

/** What `accounts.google.com` and `oauth2.googleapis.com` do, as far as a mail program meets them. */
export function oauthEndpoint(deps: TokenDeps, request: Request): Endpoint | undefined {
  switch (request.url.pathname) {
    case "/token":
      return named("oauth.token", () => tokenEndpoint(deps, form(request)));
    case "/revoke":
      return named("oauth.revoke", () => revoke(deps, request));
    case "/tokeninfo":
      return named("oauth.tokeninfo", () => tokenInfo(deps, request));
    case "/o/oauth2/v2/auth":
      return named("oauth.consent", () => ask(deps, request));
    default:
      return undefined;
  }
}

function ask(deps: TokenDeps, request: Request): Answer {
  const answer = consent(deps, request.url);
  if ("redirect" in answer) return { status: 302, headers: { location: answer.redirect } };
  return { status: answer.status, headers: { "content-type": "text/html; charset=utf-8" }, body: answer.html };
}

function revoke({ tokens }: TokenDeps, request: Request): Answer {
  const token = request.url.searchParams.get("token") ?? form(request).get("token") ?? "";
  if (tokens.revoke(token)) return { status: 200, body: {} };
  return { status: 400, body: { error: "invalid_token", error_description: "Token expired or revoked" } };
}

function tokenInfo({ world, tokens, client }: TokenDeps, request: Request): Answer {
  const bearer = /^Bearer +(.+)$/i.exec(request.headers.authorization ?? "")?.[1];
  const grant = tokens.accessGrant(request.url.searchParams.get("access_token") ?? bearer ?? "");
  if (!grant) return { status: 400, body: { error: "invalid_token", error_description: "Invalid Value" } };
  const seconds = Math.floor((grant.expiresAt - world.clock.now()) / 1_000);
  const scope = grant.scopes.join(" ");
  return { status: 200, body: { aud: client.clientId, scope, expires_in: String(seconds), access_type: "offline" } };
}
