import { MAY } from "../auth/scopes.ts";
import type { Tokens } from "../auth/tokens.ts";
import type { Endpoint } from "../calls.ts";
import {
  failedPrecondition,
  forbidden,
  insufficientScopes,
  invalidArgument,
  invalidCredentials,
  loginRequired,
  notBuilt,
  tooLarge,
} from "../errors.ts";
import { type Answer, type Request, readUpload } from "../http.ts";
import type { Mailbox } from "../mailbox.ts";
import type { PubSub } from "../pubsub.ts";
import type { Watches } from "../watches.ts";
import type { World } from "../world.ts";
import { checkFields, checkQuery, strings } from "./read.ts";
import type { Route } from "./routes.ts";
import { select } from "./select.ts";

export interface Deps {
  world: World;
  tokens: Tokens;
  watches: Watches;
  pubsub: PubSub;
}

interface Caller {
  user: string;
  scopes: readonly string[];
}

function callerOf(tokens: Tokens, request: Request): Caller {
  const [, token] = /^Bearer +(.+)$/i.exec(request.headers.authorization ?? "") ?? [];
  if (!token) throw loginRequired();
  const grant = tokens.accessGrant(token);
  if (!grant) throw invalidCredentials();
  return grant;
}

function demandScope(caller: Caller, may: readonly string[]): void {
  if (!may.some((scope) => caller.scopes.includes(scope))) throw insufficientScopes(may);
}

/** Whose mailbox a call is about: the caller's own, by any of its names. */
function mailboxOf(world: World, caller: Caller, user: string): Mailbox {
  const own = world.mailboxes.get(caller.user);
  // A service account that speaks for itself has no mailbox.
  if (!own) throw failedPrecondition();
  if (user !== "me" && user.toLowerCase() !== own.address) throw forbidden(`Delegation denied for ${own.address}`);
  return own;
}

function parseJson(bytes: Buffer): Record<string, unknown> {
  if (bytes.length === 0) return {};
  try {
    const value: unknown = JSON.parse(bytes.toString());
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Answered below, the same for every kind of broken JSON.
  }
  throw invalidArgument("Invalid JSON payload received. Unexpected token.", "parseError");
}

export function mailEndpoint(deps: Deps, route: Route, request: Request): Endpoint {
  const { world, tokens } = deps;
  const { name, units, may } = route.method;
  return {
    name,
    admit: (call) => {
      const caller = callerOf(tokens, request);
      call.user = caller.user;
      demandScope(caller, may);
      const mailbox = mailboxOf(world, caller, route.user);
      const leave = world.quota.enter(caller.user);
      try {
        world.quota.spend(caller.user, units);
      } catch (refused) {
        leave();
        throw refused;
      }
      call.units = units;
      return { run: () => runMethod(deps, route, mailbox, caller, request), leave };
    },
  };
}

function runMethod({ world, watches }: Deps, route: Route, mailbox: Mailbox, caller: Caller, request: Request): Answer {
  const { method, params } = route;
  const query = request.url.searchParams;
  checkQuery(query, method.query);
  const { body, media } = bodyOf(world, route, request);
  checkFields(body, method.body ?? []);
  const result = method.run({ world, watches, mailbox, scopes: caller.scopes, params, query, body, media });
  if (result === undefined) return { status: 204 };
  const fields = query.get("fields");
  return { status: 200, body: fields === null ? result : select(result, fields) };
}

function bodyOf(
  world: World,
  { method, upload }: Route,
  request: Request,
): { body: Record<string, unknown>; media: Buffer | undefined } {
  if (!upload) {
    if (request.bytes.length > world.knobs.jsonBytes) throw tooLarge(world.knobs.jsonBytes);
    return { body: parseJson(request.bytes), media: undefined };
  }
  const limit = world.knobs[method.upload ?? "sendBytes"];
  if (request.bytes.length > limit) throw tooLarge(limit);
  const uploaded = readUpload(request);
  if (!uploaded) throw notBuilt("this kind of upload (media and multipart it does)");
  return { body: parseJson(uploaded.json), media: uploaded.media };
}

const PUBSUB = /^\/v1\/(projects\/[^/]+\/subscriptions\/[^/:]+):(pull|acknowledge|modifyAckDeadline)$/;

export const isPubSub = (pathname: string): boolean => PUBSUB.test(pathname);

export function pubSubEndpoint(deps: Deps, request: Request): Endpoint {
  const [, subscription = "", action = ""] = PUBSUB.exec(request.url.pathname) ?? [];
  return {
    name: `pubsub.${action}`,
    admit: (call) => {
      const caller = callerOf(deps.tokens, request);
      call.user = caller.user;
      demandScope(caller, MAY.pubsub);
      return { run: () => runPubSub(deps, subscription, action, parseJson(request.bytes)) };
    },
  };
}

async function runPubSub(
  { world, pubsub }: Deps,
  subscription: string,
  action: string,
  body: Record<string, unknown>,
): Promise<Answer> {
  const ackIds = strings(body, "ackIds");
  switch (action) {
    case "pull": {
      const wait = body.returnImmediately === true ? 0 : world.knobs.pullWaitMs;
      return { status: 200, body: await pubsub.pull(subscription, Number(body.maxMessages), wait) };
    }
    case "acknowledge":
      pubsub.acknowledge(subscription, ackIds);
      return { status: 200, body: {} };
    default:
      pubsub.modifyDeadline(subscription, ackIds, Number(body.ackDeadlineSeconds));
      return { status: 200, body: {} };
  }
}
