import type { Clock } from "./clock.ts";
import { notFound } from "./errors.ts";
import { historyGap } from "./ids.ts";

export const CHANGES = ["messageAdded", "messageDeleted", "labelAdded", "labelRemoved"] as const;
export type Change = (typeof CHANGES)[number];

export interface HistoryEntry {
  id: bigint;
  at: number;
  change: Change;
  message: { id: string; threadId: string; labelIds: string[] };
  /** Only for label changes: which. */
  labelIds: string[];
}

/** Above 2^53, so a reader that keeps history ids as JavaScript numbers fails here and not in its third year. */
const FIRST = 9_007_199_254_740_993n;
/** A mailbox nobody touches still moves on, which is why a poll without news must store what it was told. */
const QUIET_MS = 3_600_000;

/** What happened to one mailbox, in order, for about a week. */
export class History {
  readonly #clock: Clock;
  readonly #retentionMs: () => number;
  readonly #entries: HistoryEntry[] = [];
  /** When each position was reached; the last one is the present. */
  readonly #marks: { id: bigint; at: number }[];
  #floor = 0n;

  constructor(clock: Clock, retentionMs: () => number) {
    this.#clock = clock;
    this.#retentionMs = retentionMs;
    this.#marks = [{ id: FIRST + historyGap(), at: clock.now() }];
  }

  append(change: Change, message: HistoryEntry["message"], labelIds: string[] = []): bigint {
    const mark = this.#step();
    this.#entries.push({ ...mark, change, message, labelIds });
    return mark.id;
  }

  position(): bigint {
    const last = this.#last();
    return this.#clock.now() - last.at > QUIET_MS ? this.#step().id : last.id;
  }

  /** Every cursor handed out before now answers 404. */
  expire(): void {
    this.#floor = this.#step().id;
  }

  since(start: bigint): HistoryEntry[] {
    const reached = this.#marks.findLast((mark) => mark.id <= start);
    const tooOld = reached === undefined || reached.at < this.#clock.now() - this.#retentionMs();
    if (tooOld || start < this.#floor || start > this.#last().id) throw notFound();
    return this.#entries.slice(this.#entries.findLastIndex((entry) => entry.id <= start) + 1);
  }

  #last(): { id: bigint; at: number } {
    const last = this.#marks.at(-1);
    if (!last) throw new Error("a history always has a position");
    return last;
  }

  #step(): { id: bigint; at: number } {
    const mark = { id: this.#last().id + historyGap(), at: this.#clock.now() };
    this.#marks.push(mark);
    return mark;
  }
}
