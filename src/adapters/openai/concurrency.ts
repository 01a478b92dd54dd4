import { MailroomError, toFailure } from "../../domain/errors.ts";

/** More than are ever read at the same time: until a provider complains, this holds up nobody. */
const MOST = 100;
/** A wait for the provider's sake that is longer than this is for the next provider to spare us. */
const PATIENCE_MS = 2_000;

/**
 * How many questions an account answers at once is the provider's secret, and changes. So it is found out: every answer lets
 * a little more through, every 429 half as much, once for all that were under way together (AIMD, as TCP does).
 */
export class AdaptiveConcurrency {
  readonly #now: () => number;
  #limit = MOST;
  #running = 0;
  #restUntil = 0;
  /** How often it was halved: a 429 to a call from before the last time says nothing new. */
  #halvings = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  get limit(): number {
    return Math.floor(this.#limit);
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter();
    const halvings = this.#halvings;
    try {
      const answer = await work();
      this.#limit = Math.min(MOST, this.#limit + 1 / this.#limit);
      return answer;
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code === "model_rate_limited") this.#slowDown(halvings, failure.retryAfterMs ?? 0);
      throw failure;
    } finally {
      this.#running--;
      this.#letIn();
    }
  }

  async #enter(): Promise<void> {
    while (this.#running >= this.limit) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    const restMs = this.#restUntil - this.#now();
    if (restMs > PATIENCE_MS) {
      // Whoever waits behind is told the same.
      this.#letIn();
      throw new MailroomError("model_rate_limited", { detail: "the provider rests", retryAfterMs: restMs });
    }
    this.#running++;
    if (restMs > 0) await new Promise((resolve) => setTimeout(resolve, restMs));
  }

  #slowDown(halvings: number, pauseMs: number): void {
    this.#restUntil = Math.max(this.#restUntil, this.#now() + pauseMs);
    if (halvings < this.#halvings) return;
    this.#halvings++;
    // Half of what was under way, which may be far less than was allowed.
    this.#limit = Math.max(1, Math.min(this.#limit, this.#running) / 2);
  }

  #letIn(): void {
    for (let free = this.limit - this.#running; free > 0; free--) this.#waiting.shift()?.();
  }
}
