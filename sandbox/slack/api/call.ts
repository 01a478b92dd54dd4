import type { AppConfig } from "../app.ts";
import type { JsonObject } from "../json.ts";
import { limits } from "../limits.ts";
import { invalidArguments, Refusal, refuseIf } from "../refusal.ts";
import { parsed } from "./request.ts";

/** One call as its method sees it: forms carry everything as text, JSON bodies do not, and methods need not know. */
export interface ApiCall {
  method: string;
  args: JsonObject;
  text(name: string): string | undefined;
  required(name: string): string;
  flag(name: string): boolean;
  integer(name: string): number | undefined;
  /** A structured argument; text that is no JSON refuses the call with `error`. */
  structure(name: string, error: string): unknown;
  has(name: string): boolean;
  /** Refuses unless the token has one of these scopes. */
  need(...scopes: string[]): void;
}

export function createCall(method: string, args: JsonObject, app: AppConfig): ApiCall {
  const text = (name: string): string | undefined => {
    const value = args[name];
    return value === undefined || value === null || typeof value === "object" ? undefined : String(value);
  };
  const call: ApiCall = {
    method,
    args,
    text,
    required(name) {
      const value = text(name);
      if (value === undefined || value === "") throw missing(method, name);
      return value;
    },
    flag: (name) => /^(?:true|1)$/.test(text(name) ?? ""),
    integer(name) {
      const value = text(name);
      if (value === undefined) return undefined;
      if (!/^-?\d+$/.test(value)) throw invalidArguments(`must provide a number [json-pointer:/${name}]`);
      return Number(value);
    },
    structure(name, error) {
      const value = args[name];
      if (typeof value !== "string") return value ?? undefined;
      const structure = parsed(value);
      refuseIf(structure === undefined, error);
      return structure;
    },
    has: (name) => args[name] !== undefined && args[name] !== null && args[name] !== "",
    need(...scopes) {
      if (scopes.some((scope) => app.scopes.includes(scope))) return;
      throw new Refusal("missing_scope", { needed: scopes.join(","), provided: app.scopes.join(",") });
    },
  };
  return call;
}

const missing = (method: string, name: string): Refusal =>
  limits.methods[method]?.errors.includes("missing_argument")
    ? new Refusal("missing_argument", { needed: name })
    : invalidArguments(`missing required field: ${name}`);

/** What the reference says about any call of this method, before the method itself looks. */
export function checkCall(call: ApiCall): void {
  const spec = limits.methods[call.method];
  if (spec === undefined) return;
  if (spec.scopes_bot.length > 0) call.need(...spec.scopes_bot);
  for (const name of spec.required) if (!call.has(name)) throw missing(call.method, name);
}

// Sent with any method: the token in a form, and the team that a WebClient may be bound to.
const EVERYWHERE = ["token", "team_id"];

// WebClient.filesUploadV2 says alt_text where the reference says alt_txt.
const SDK_ONLY = ["alt_text"];

export function unknownArguments(call: ApiCall): string[] {
  const spec = limits.methods[call.method];
  if (spec === undefined) return [];
  const known = [...spec.required, ...spec.optional, ...EVERYWHERE, ...SDK_ONLY];
  return Object.keys(call.args).filter((name) => !known.includes(name));
}
