import type { Clock } from "./clock.ts";
import { retryAfterText, throttled } from "./errors.ts";
import type { Knobs } from "./knobs.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Counts what each user spends in a rolling window, and says no when it is too much. */
export class Quota {
  readonly #clock: Clock;
  readonly #knobs: Knobs;
  readonly #units = new Map<string, { at: number; units: number }[]>();
  readonly #sends = new Map<string, number[]>();
  readonly #running = new Map<string, number>();

  constructor(clock: Clock, knobs: Knobs) {
    this.#clock = clock;
    this.#knobs = knobs;
  }

  spend(user: string, units: number): void {
    const now = this.#clock.now();
    const recent = (this.#units.get(user) ?? []).filter(({ at }) => at > now - MINUTE);
    this.#units.set(user, recent);
    const used = recent.reduce((sum, entry) => sum + entry.units, 0);
    if (used + units > this.#knobs.unitsPerUserPerMinute) {
      throw throttled(
        this.#knobs.quotaStatus,
        "Quota exceeded for quota metric 'Queries' and limit 'Queries per minute per user' of service 'gmail.googleapis.com' for consumer 'project_number:415927310682'.",
      );
    }
    recent.push({ at: now, units });
  }

  /** One more mail out of this account today; the limit is shared by API, web page and phone. */
  spendSend(user: string): void {
    const now = this.#clock.now();
    const recent = (this.#sends.get(user) ?? []).filter((at) => at > now - DAY);
    this.#sends.set(user, recent);
    const oldest = recent[0];
    if (recent.length >= this.#knobs.sendsPerDay) throw throttled(429, retryAfterText((oldest ?? now) + DAY));
    recent.push(now);
  }

  /** Holds a place among the user's running requests until the returned function is called. */
  enter(user: string): () => void {
    const running = this.#running.get(user) ?? 0;
    if (running >= this.#knobs.concurrentRequestsPerUser) {
      throw throttled(429, "Too many concurrent requests for user.");
    }
    this.#running.set(user, running + 1);
    return () => this.#running.set(user, (this.#running.get(user) ?? 1) - 1);
  }
}
