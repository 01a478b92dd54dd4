import { send } from "../state/api.ts";
import { tell } from "../state/demo.ts";

export interface Knob {
  label: string;
  /** What the desk should do about it. */
  hint: string;
  turn: () => Promise<boolean>;
  /** Said when it was turned. */
  done: string;
}

const slack =
  (knob: string, more: Record<string, unknown> = {}) =>
  (): Promise<boolean> =>
    tell(() => send("/slack/sandbox/trouble", { knob, ...more }));

const gmail = (order: Record<string, unknown>) => (): Promise<boolean> =>
  tell(() => send("/gmail/sandbox/faults", order));

export const SLACK_KNOBS: Knob[] = [
  {
    label: "Drop its socket",
    hint: "Slack closes the line without a word. Mailroom connects again; nothing is lost.",
    turn: slack("dropSockets"),
    done: "The socket is cut.",
  },
  {
    label: "Lose the next answer",
    hint: "The next post takes place, and its answer never comes. It must not be posted twice.",
    turn: slack("loseResponse", { method: "chat.postMessage" }),
    done: "The answer to the next post will be lost.",
  },
  {
    label: "“Slow down” three times",
    hint: "429 with Retry-After, as Slack does in a rush.",
    turn: slack("fail", { method: "*", count: 3, fault: { status: 429, retryAfter: 2 } }),
    done: "The next three calls are told to wait two seconds.",
  },
  {
    label: "Break three times",
    hint: "Internal errors, HTTP 500.",
    turn: slack("fail", { method: "*", count: 3, fault: { status: 500 } }),
    done: "The next three calls fail.",
  },
  {
    label: "Be slow",
    hint: "Every call takes two seconds longer, until it is cleared.",
    turn: slack("latency", { method: "*", ms: 2000 }),
    done: "Slack is slow now.",
  },
  {
    label: "Deliver each press twice",
    hint: "The next five presses reach Mailroom twice.",
    turn: slack("duplicateEnvelopes", { count: 5 }),
    done: "The next five presses arrive doubled.",
  },
];

export const GMAIL_KNOBS: Knob[] = [
  {
    label: "Lose the answer to a sending",
    hint: "The mail leaves, and Mailroom does not hear so. It must ask Gmail before it sends again.",
    turn: gmail({ kind: "drop", method: "messages.send", when: "after" }),
    done: "The answer to the next sending will be lost.",
  },
  {
    label: "Refuse a sending",
    hint: "503 once: the answer goes out later, once.",
    turn: gmail({ kind: "fail", method: "messages.send", status: 503 }),
    done: "The next sending is refused once.",
  },
  {
    label: "“Slow down” three times",
    hint: "429, as when the quota is spent.",
    turn: gmail({ kind: "throttle", times: 3 }),
    done: "The next three calls are throttled.",
  },
  {
    label: "Break three times",
    hint: "HTTP 500.",
    turn: gmail({ kind: "fail", status: 500, times: 3 }),
    done: "The next three calls fail.",
  },
  {
    label: "Drop the line three times",
    hint: "The connection closes without an answer.",
    turn: gmail({ kind: "drop", times: 3 }),
    done: "The next three calls lose their connection.",
  },
  {
    label: "Be slow",
    hint: "Every call takes two seconds longer, until it is cleared.",
    turn: gmail({ kind: "latency", method: "*", ms: 2000 }),
    done: "Gmail is slow now.",
  },
  {
    label: "Forget the history",
    hint: "Mailroom's place in the mailboxes is gone (404). It reads again, and makes no card twice.",
    turn: gmail({ kind: "expire-history" }),
    done: "All history ids have expired.",
  },
  {
    label: "End the sign-in",
    hint: "Access tokens run out at once; Mailroom signs in again.",
    turn: gmail({ kind: "expire-access" }),
    done: "The access tokens have expired.",
  },
];

export const clearAll = async (): Promise<boolean> => (await slack("clear")()) && (await gmail({ kind: "clear" })());
