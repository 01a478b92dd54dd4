import type { Mailbox } from "../mailbox.ts";
import type { Watches } from "../watches.ts";
import type { World } from "../world.ts";

export interface Context {
  world: World;
  watches: Watches;
  mailbox: Mailbox;
  scopes: readonly string[];
  /** The `:names` of the path. */
  params: Record<string, string>;
  query: URLSearchParams;
  body: Record<string, unknown>;
  /** The mail itself, when it came by `/upload/`. */
  media: Buffer | undefined;
}

/** One method of the Gmail API: what it is called, costs, allows, accepts and does. */
export interface Method {
  name: string;
  verb: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below `/gmail/v1/users/:user/`. */
  path: string;
  units: number;
  may: readonly string[];
  query?: readonly string[];
  body?: readonly string[];
  /** Also reachable below `/upload/`, up to this knob's size. */
  upload?: "sendBytes" | "importBytes";
  /** The JSON answer; `undefined` is 204 without a body. */
  run(context: Context): Record<string, unknown> | undefined;
}
