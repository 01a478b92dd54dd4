import { createHash, randomBytes, randomUUID } from "node:crypto";

export interface Ids {
  /** An id in Slack's form: a letter that tells its kind, then capitals and digits. */
  next(prefix: string): string;
  /** A message's timestamp: later than every one before, even when the clock stands still. */
  ts(): string;
}

export function createIds(now: () => number): Ids {
  let count = 0;
  let lastMicros = 0;
  return {
    next(prefix) {
      count += 1;
      return `${prefix}0${count.toString(36).toUpperCase().padStart(8, "0")}`;
    },
    ts() {
      lastMicros = Math.max(Math.floor(now() * 1000), lastMicros + 1);
      return `${Math.floor(lastMicros / 1e6)}.${String(lastMicros % 1e6).padStart(6, "0")}`;
    },
  };
}

export const envelopeId = (): string => randomUUID();

/** Short, as Slack makes them, and never the same twice in one payload. */
export const shortRandomId = (): string => Math.random().toString(36).slice(2, 8);

export const secret = (): string => randomBytes(12).toString("hex");

/** A view's hash: the second it was made, a dot, eight hex digits that no other revision shares. */
export const viewHash = (now: number, revision: number): string =>
  `${Math.floor(now / 1000)}.${createHash("sha1").update(`${now}:${revision}`).digest("hex").slice(0, 8)}`;
