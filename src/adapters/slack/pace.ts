import { MailroomError } from "../../domain/errors.ts";

/**
 * Slack takes about one message a second in a channel and tolerates bursts, without saying how long they may be. So a channel
 * runs freely until Slack says 429, and keeps to the documented pace for a while after that.
 */
const FREE = { intervalMs: 50, burst: 20 };
const STRICT = { intervalMs: 1_050, burst: 1 };
const STRICT_FOR_MS = 5 * 60_000;
/** A wait this short is slept through; for a longer one the job gives its place to others and comes back. */
const SHORT_MS = 300;
/** How long something that can wait stands back when its channel is busy. */
const STAND_BACK_MS = 3_000;

interface Channel {
  /** When the bucket will be full again. */
  fullAt: number;
  strictUntil: number;
}

/**
 * Keeps posts to a channel within Slack's pace. A caller that has to wait is given a slot of its own and told to come back
 * for it (`slack_rate_limited` with the time), so that a full channel holds up nobody else and the order is kept.
 */
export class ChannelPace {
  readonly #now: () => number;
  readonly #channels = new Map<string, Channel>();
  readonly #slots = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Milliseconds to sleep before posting.
   * @param key who asks, so that the slot is theirs when they return
   * @param canWait stands back for whatever cannot, such as cards
   */
  take(channel: string, key: string, canWait: boolean): number {
    const now = this.#now();
    const state = this.#channels.get(channel) ?? { fullAt: 0, strictUntil: 0 };
    this.#channels.set(channel, state);
    const { intervalMs, burst } = now < state.strictUntil ? STRICT : FREE;

    let slot = this.#slots.get(key);
    if (slot === undefined) {
      const fullAt = Math.max(now, state.fullAt) + intervalMs;
      slot = Math.max(now, fullAt - burst * intervalMs);
      if (canWait && slot - now > SHORT_MS) throw waiting(STAND_BACK_MS);
      state.fullAt = fullAt;
    }
    const wait = slot - now;
    if (wait > SHORT_MS) {
      this.#slots.set(key, slot);
      throw waiting(wait);
    }
    this.#slots.delete(key);
    return Math.max(0, wait);
  }

  /** Slack itself said to wait: everybody in the channel does, and goes slowly after that. */
  pause(channel: string, ms: number): void {
    const now = this.#now();
    this.#channels.set(channel, { fullAt: now + ms, strictUntil: now + ms + STRICT_FOR_MS });
  }
}

const waiting = (retryAfterMs: number) =>
  new MailroomError("slack_rate_limited", { detail: "the channel's own pace", retryAfterMs });
