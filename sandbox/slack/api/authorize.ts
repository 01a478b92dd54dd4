import type { IncomingMessage } from "node:http";
import type { JsonObject } from "../json.ts";
import { refuseIf } from "../refusal.ts";
import type { World } from "../world.ts";

const APP_LEVEL_METHODS = ["apps.connections.open"];

export type TokenKind = "bot" | "app";

/** Which token came along; the header counts, and in a form the `token` argument does too. */
export function authorize(request: IncomingMessage, args: JsonObject, method: string, { app }: World): TokenKind {
  const isForm = !request.headers["content-type"]?.startsWith("application/json");
  const token = bearer(request) ?? (isForm && typeof args.token === "string" ? args.token : undefined);
  refuseIf(token === undefined || token === "", "not_authed");
  const kind = token === app.botToken ? "bot" : token === app.appToken ? "app" : undefined;
  refuseIf(kind === undefined, "invalid_auth");
  refuseIf(!app.installed, kind === "bot" ? "account_inactive" : "invalid_auth");
  refuseIf((kind === "app") !== APP_LEVEL_METHODS.includes(method), "not_allowed_token_type");
  return kind as TokenKind;
}

export const bearer = (request: IncomingMessage): string | undefined =>
  /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
