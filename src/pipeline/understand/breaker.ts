/** Consecutive failures after which a provider is left alone. */
const FAILURES_TO_OPEN = 5;
/** How long it is left alone before one call may try again. */
const OPEN_MS = 30_000;

/**
 * Keeps a provider that is down from costing every mail a timeout: after five failures in a row nobody asks it for half a
 * minute; then one call may, and its outcome decides.
 */
export class CircuitBreaker {
  readonly #now: () => number;
  #failures = 0;
  #openUntil = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** True when a call may be made; a provider on probation gets one at a time. */
  allows(): boolean {
    if (this.#failures < FAILURES_TO_OPEN) return true;
    if (this.#now() < this.#openUntil) return false;
    this.#openUntil = this.#now() + OPEN_MS;
    return true;
  }

  succeeded(): void {
    this.#failures = 0;
  }

  failed(): void {
    this.#failures++;
    if (this.#failures >= FAILURES_TO_OPEN) this.#openUntil = this.#now() + OPEN_MS;
  }
}
