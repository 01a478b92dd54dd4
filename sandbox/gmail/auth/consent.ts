import type { World } from "../world.ts";
import type { OAuthClient } from "./token-endpoint.ts";
import type { Tokens } from "./tokens.ts";

export type ConsentAnswer = { redirect: string } | { status: number; html: string };

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** `GET /o/oauth2/v2/auth`: says yes for the mailbox in `login_hint`, or for the only one; else asks which. */
export function consent(
  { world, tokens, client }: { world: World; tokens: Tokens; client: OAuthClient },
  url: URL,
): ConsentAnswer {
  const ask = url.searchParams;
  const problem = complaint(ask, client);
  if (problem) return { status: 400, html: page(`<h1>Access blocked</h1><p>${escapeHtml(problem)}</p>`) };
  const back = new URL(ask.get("redirect_uri") ?? "");
  const state = ask.get("state");
  if (state !== null) back.searchParams.set("state", state);
  if (ask.get("deny") !== null) {
    back.searchParams.set("error", "access_denied");
    return { redirect: back.href };
  }
  const hint = ask.get("login_hint")?.toLowerCase();
  const user = hint ?? (world.mailboxes.size === 1 ? [...world.mailboxes.keys()][0] : undefined);
  if (user === undefined || !world.mailboxes.has(user)) return { status: 200, html: chooser(world, url) };
  const scopes = (ask.get("scope") ?? "").split(" ").filter(Boolean);
  // A second consent without prompt=consent brings no refresh token: the trap every first-timer falls into.
  const first = tokens.refreshTokenOf(user) === undefined;
  const code = tokens.issueCode({
    user,
    scopes,
    redirectUri: ask.get("redirect_uri") ?? "",
    challenge: ask.get("code_challenge") ?? undefined,
    challengeMethod: ask.get("code_challenge_method") ?? "plain",
    offline:
      ask.get("access_type") === "offline" && (first || (ask.get("prompt") ?? "").split(" ").includes("consent")),
  });
  back.searchParams.set("code", code);
  back.searchParams.set("scope", scopes.join(" "));
  return { redirect: back.href };
}

function complaint(ask: URLSearchParams, client: OAuthClient): string | undefined {
  if (ask.get("client_id") !== client.clientId) return "Error 401: invalid_client. The OAuth client was not found.";
  if (ask.get("response_type") !== "code")
    return "Error 400: invalid_request. Required parameter is missing: response_type";
  if (!ask.get("scope")) return "Error 400: invalid_request. Missing required parameter: scope";
  const redirect = URL.parse(ask.get("redirect_uri") ?? "");
  if (redirect?.protocol !== "http:" || !LOOPBACK.has(redirect.hostname)) return "Error 400: redirect_uri_mismatch";
  return undefined;
}

function chooser(world: World, url: URL): string {
  const link = (name: string, value: string) => {
    const target = new URL(url);
    target.searchParams.set(name, value);
    return escapeHtml(target.pathname + target.search);
  };
  const choices = [...world.mailboxes.values()].map(
    ({ address, name }) =>
      `<li><a href="${link("login_hint", address)}">${escapeHtml(name)} (${escapeHtml(address)})</a></li>`,
  );
  return page(
    `<h1>Choose an account</h1><p>Mailroom wants to read and answer mail in:</p><ul>${choices.join("")}</ul><p><a href="${link("deny", "1")}">Cancel</a></p>`,
  );
}

const page = (body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sign in (sandbox)</title><body>${body}</body></html>`;

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
