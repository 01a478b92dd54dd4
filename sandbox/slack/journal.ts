import type { Changes } from "./changes.ts";
import type { JsonObject } from "./json.ts";

export interface Call {
  at: number;
  method: string;
  args: JsonObject;
  token: "bot" | "app" | "none";
  ok: boolean;
  status: number;
  answer: JsonObject;
  /** Arguments that Slack's reference does not know for this method. Slack ignores them; a test should not. */
  unknownArguments: string[];
  /** A fault that a test or the demo asked for. */
  fault?: "injected" | "lost response";
}

export interface Refused {
  at: number;
  /** The method, "response_url", or "ack" for what a listener answered to Slack. */
  what: string;
  error: string;
  messages: string[];
  args: JsonObject;
}

export interface Confirmed {
  user: string;
  dialog: JsonObject;
  accepted: boolean;
}

export interface Journal {
  readonly calls: Call[];
  /** Confirm dialogs that people were shown. */
  readonly confirms: Confirmed[];

  readonly refused: Refused[];
  /** Requests that have come and are not answered yet. */
  inFlight: number;
  call(call: Call): void;
  confirm(confirmed: Confirmed): void;
  refuse(refused: Omit<Refused, "at">): void;
  note(line: string): void;
}

// A long demo must not fill the memory; no test makes this many calls.
const KEPT = 20_000;

export function createJournal(now: () => number, changes: Changes, log: (line: string) => void): Journal {
  const calls: Call[] = [];
  const refused: Refused[] = [];
  const confirms: Confirmed[] = [];
  const keep = <T>(list: T[], item: T): void => {
    list.push(item);
    if (list.length > KEPT) list.shift();
  };
  const refuse = (item: Omit<Refused, "at">): void => {
    keep(refused, { at: now(), ...item });
    log(`REFUSED ${item.what}: ${item.error}${item.messages.map((line) => `\n    ${line}`).join("")}`);
  };
  return {
    calls,
    refused,
    confirms,
    confirm: (confirmed) => keep(confirms, confirmed),
    inFlight: 0,
    refuse,
    note: log,
    call(call) {
      keep(calls, call);
      const { what, error, messages } = reasons(call);
      if (!call.ok && call.fault === undefined) refuse({ what, error, messages, args: call.args });
      if (call.unknownArguments.length > 0) log(`UNKNOWN ARGUMENT ${call.method}: ${call.unknownArguments.join(", ")}`);
      changes.publish({ kind: "call" });
    },
  };
}

function reasons({ method, answer }: Call): { what: string; error: string; messages: string[] } {
  const metadata = answer.response_metadata as { messages?: string[] } | undefined;
  const needed = answer.needed === undefined ? [] : [`needed: ${answer.needed}, provided: ${answer.provided}`];
  return { what: method, error: String(answer.error), messages: [...(metadata?.messages ?? []), ...needed] };
}
