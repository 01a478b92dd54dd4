import { MailroomError } from "../../domain/errors.ts";

/** Slack takes about one message a second in a channel, and a short burst. */
const INTERVAL_MS = 1_050;
const BURST = 4;
/** A wait this short is slept through; for a longer one the job gives its place to others and comes back. */
const SHORT_MS = 300;

/**
 * Keeps posts to a channel within Slack's pace. A caller that has to wait is given a slot of its own and told to come back
 * for it (`slack_rate_limited` with the time), so that a full channel holds up nobody else and the order is kept.
 */
export class ChannelPace {
  readonly #now: () => number;
  /** When the channel's bucket will be full again. */
  readonly #fullAt = new Map<string, number>();
  readonly #slots = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Milliseconds to sleep before posting. @param key who asks, so that the slot is theirs when they return */
  take(channel: string, key: string): number {
    const now = this.#now();
    let slot = this.#slots.get(key);
    if (slot === undefined) {
      const fullAt = Math.max(now, this.#fullAt.get(channel) ?? 0) + INTERVAL_MS;
      this.#fullAt.set(channel, fullAt);
      slot = Math.max(now, fullAt - BURST * INTERVAL_MS);
    }
    const wait = slot - now;
    if (wait > SHORT_MS) {
      this.#slots.set(key, slot);
      throw new MailroomError("slack_rate_limited", { detail: "our own pace for the channel", retryAfterMs: wait });
    }
    this.#slots.delete(key);
    return Math.max(0, wait);
  }

  /** Slack itself said to wait: everybody in the channel does. */
  pause(channel: string, ms: number): void {
    this.#fullAt.set(channel, this.#now() + ms + BURST * INTERVAL_MS);
  }
}
