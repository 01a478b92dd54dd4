import { MailroomError } from "../../domain/errors.ts";

/**
 * Slack takes about one message a second in a channel and so many calls a minute of a method, and tolerates bursts, without
 * saying how long they may be. So whatever it is runs freely until Slack says 429, and keeps to the documented pace for a
 * while after that.
 */
interface Pace {
  intervalMs: number;
  burst: number;
}

const FREE: Pace = { intervalMs: 50, burst: 20 };
/** Two at once make up for a turn that was taken a little late. */
const CHANNEL: Pace = { intervalMs: 1_050, burst: 2 };
const STRICT_FOR_MS = 5 * 60_000;
/** A wait this short is slept through; for a longer one the job gives its place to others and comes back. */
const SHORT_MS = 300;
/** How long something that can wait stands back when its turn is not now. */
const STAND_BACK_MS = 3_000;
/** Who does not come back for their turn within this time has died or has nothing to say any more. */
const LAPSED_MS = 2_000;

export interface Asker {
  /** Who asks, so that their place is kept until they come back for it. */
  key: string;
  /** Higher goes first; equals go in the order in which they came. */
  rank?: number;
  /** Stands back for whatever cannot, such as cards. */
  canWait?: boolean;
}

interface Line {
  /** When the bucket will be full again. */
  fullAt: number;
  strictUntil: number;
  /** Who has been told to come back, and when. */
  waiting: { key: string; rank: number; at: number }[];
}

/**
 * Keeps calls within Slack's pace, by channel or by method. Who has to wait is told when to come back
 * (`slack_rate_limited` with the time), so that a full channel holds up nobody else; the urgent are served first.
 */
export class CallPace {
  readonly #now: () => number;
  readonly #lines = new Map<string, Line>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Milliseconds to sleep before the call. */
  take(name: string, { key, rank = 0, canWait = false }: Asker, strict: Pace = CHANNEL): number {
    const now = this.#now();
    const line = this.#line(name);
    const { intervalMs, burst } = now < line.strictUntil ? strict : FREE;
    const slot = (index: number) => Math.max(now, Math.max(now, line.fullAt) + (1 - burst + index) * intervalMs);

    line.waiting = line.waiting.filter((one) => one.key === key || one.at > now - LAPSED_MS);
    if (canWait) {
      if (line.waiting.length > 0 || slot(0) - now > SHORT_MS) throw waiting(STAND_BACK_MS);
    } else {
      if (!line.waiting.some((one) => one.key === key)) {
        const behind = line.waiting.findIndex((one) => one.rank < rank);
        line.waiting.splice(behind < 0 ? line.waiting.length : behind, 0, { key, rank, at: now });
      }
      const index = line.waiting.findIndex((one) => one.key === key);
      const at = slot(index);
      if (at - now > SHORT_MS) {
        line.waiting[index]!.at = at;
        throw waiting(at - now);
      }
      line.waiting.splice(index, 1);
    }
    const wait = slot(0) - now;
    line.fullAt = Math.max(now, line.fullAt) + intervalMs;
    return wait;
  }

  /** Slack itself said to wait: everybody in the line does, and goes slowly after that. */
  pause(name: string, ms: number): void {
    const line = this.#line(name);
    const until = this.#now() + ms;
    // Not a call before that, whatever had been saved up.
    line.fullAt = Math.max(line.fullAt, until + (CHANNEL.burst - 1) * CHANNEL.intervalMs);
    line.strictUntil = until + STRICT_FOR_MS;
  }

  /** Milliseconds from one call to the next as things stand. */
  interval(name: string): number {
    return this.#now() < this.#line(name).strictUntil ? CHANNEL.intervalMs : FREE.intervalMs;
  }

  #line(name: string): Line {
    const line = this.#lines.get(name) ?? { fullAt: 0, strictUntil: 0, waiting: [] };
    this.#lines.set(name, line);
    return line;
  }
}

const waiting = (retryAfterMs: number) =>
  new MailroomError("slack_rate_limited", { detail: "our own pace, within Slack's limits", retryAfterMs });
