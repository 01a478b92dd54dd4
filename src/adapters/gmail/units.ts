import { MailroomError } from "../../domain/errors.ts";

/** What each call costs in Gmail's quota units, by the table of May 2026; the older one was nowhere dearer. */
export const UNITS = {
  profile: 1,
  history: 2,
  list: 5,
  draftChange: 10,
  get: 20,
  thread: 40,
  send: 100,
  watch: 100,
} as const;

const MINUTE_MS = 60_000;
/** Fetching leaves this much of a minute to what a person waits for: new mail and answers. */
const FOR_FETCHING = 0.8;

/**
 * Counts what a mailbox spends in a rolling minute and says no before Gmail does: after a refusal everything rests, answers
 * too. `perMinute` is undefined for a server that counts nothing.
 */
export class UnitBudget {
  readonly #perMinute: number | undefined;
  readonly #now: () => number;
  readonly #spent: { at: number; units: number }[] = [];
  #sum = 0;

  constructor(perMinute: number | undefined, now: () => number) {
    this.#perMinute = perMinute;
    this.#now = now;
  }

  spend(units: number, { canWait = false }: { canWait?: boolean } = {}): void {
    if (this.#perMinute === undefined) return;
    const now = this.#now();
    while (this.#spent.length > 0 && this.#spent[0]!.at <= now - MINUTE_MS) this.#sum -= this.#spent.shift()!.units;
    const limit = canWait ? this.#perMinute * FOR_FETCHING : this.#perMinute;
    const over = this.#sum + units - limit;
    if (over > 0 && this.#spent.length > 0)
      throw new MailroomError("gmail_rate_limited", {
        detail: "our own pace, within Gmail's units a minute",
        retryAfterMs: this.#freeAt(over) - now,
      });
    this.#spent.push({ at: now, units });
    this.#sum += units;
  }

  /** When enough of what was spent is a minute old. */
  #freeAt(units: number): number {
    let freed = 0;
    for (const entry of this.#spent) {
      freed += entry.units;
      if (freed >= units) return entry.at + MINUTE_MS;
    }
    return this.#spent.at(-1)!.at + MINUTE_MS;
  }
}
