import { type GoogleError, ordinaryError, retryAfterText, throttled } from "./errors.ts";

/** `messages.send`, `drafts.*`, `oauth.token`, or `*` for every call. */
export type MethodPattern = string;

export interface Fault {
  method?: MethodPattern | undefined;
  /** How many calls it hits; one if absent. */
  times?: number | undefined;
  /** Only this mailbox. */
  user?: string | undefined;
  /** `after`: the call takes effect and its answer is lost. */
  when?: "before" | "after" | undefined;
}

export interface ErrorFault extends Fault {
  status: number;
  reason?: string | undefined;
  message?: string | undefined;
  /** A `Retry-After` header, in seconds. */
  retryAfter?: number | undefined;
}

export interface Throttle extends Fault {
  status?: 403 | 429 | undefined;
  /** The instant in the text "User-rate limit exceeded.  Retry after …"; without it the bare text of a burst. */
  until?: number | undefined;
  retryAfter?: number | undefined;
}

interface Armed extends Fault {
  left: number;
  outcome: { error: GoogleError } | { drop: true };
}

export type Outcome = Armed["outcome"];

/** What goes wrong next. */
export class Faults {
  #armed: Armed[] = [];
  #latency: { method: MethodPattern; ms: number }[] = [];

  fail({ status, reason, message, retryAfter, ...fault }: ErrorFault): void {
    this.#arm(fault, { error: ordinaryError(status, { reason, message, headers: retryHeader(retryAfter) }) });
  }

  throttle({ status = 429, until, retryAfter, ...fault }: Throttle): void {
    const message = until === undefined ? "Too many concurrent requests for user." : retryAfterText(until);
    this.#arm(fault, { error: throttled(status, message, retryHeader(retryAfter)) });
  }

  /** The connection closes without an answer. */
  drop(fault: Fault): void {
    this.#arm(fault, { drop: true });
  }

  /** Holds every answer of a method back; 0 ends it. */
  latency(method: MethodPattern, ms: number): void {
    this.#latency = this.#latency.filter((entry) => entry.method !== method);
    if (ms > 0) this.#latency.push({ method, ms });
  }

  clear(): void {
    this.#armed = [];
    this.#latency = [];
  }

  delayOf(method: string): number {
    return this.#latency.filter((entry) => covers(entry.method, method)).reduce((sum, { ms }) => sum + ms, 0);
  }

  /** The fault that hits this call now, used up by asking. */
  take(method: string, user: string, when: "before" | "after"): Outcome | undefined {
    const hit = this.#armed.find(
      (armed) =>
        (armed.when ?? "before") === when &&
        covers(armed.method ?? "*", method) &&
        (armed.user === undefined || armed.user.toLowerCase() === user),
    );
    if (!hit) return undefined;
    hit.left -= 1;
    if (hit.left <= 0) this.#armed = this.#armed.filter((armed) => armed !== hit);
    return hit.outcome;
  }

  #arm(fault: Fault, outcome: Outcome): void {
    this.#armed.push({ ...fault, left: fault.times ?? 1, outcome });
  }
}

function covers(pattern: MethodPattern, method: string): boolean {
  if (pattern === "*") return true;
  return pattern.endsWith(".*") ? method.startsWith(pattern.slice(0, -1)) : pattern === method;
}

const retryHeader = (seconds: number | undefined): Record<string, string> =>
  seconds === undefined ? {} : { "retry-after": String(seconds) };
