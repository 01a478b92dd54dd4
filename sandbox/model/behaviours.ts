export type BehaviourKind =
  | "answer"
  | "rate-limit"
  | "quota"
  | "error"
  | "timeout"
  | "drop"
  | "length"
  | "content-filter"
  | "prompt-filter"
  | "refusal"
  | "empty"
  | "invalid-json"
  | "fenced"
  | "breaks-schema";

/** What the model does with a call instead of (or besides) answering it. */
export interface Behaviour {
  kind: BehaviourKind;
  latencyMs?: number;
  /** `answer`: this instead of what the answering function says. */
  with?: unknown;
  /** `rate-limit`: seconds and milliseconds of the two headers; absent: no header. */
  retryAfter?: number;
  retryAfterMs?: number;
  /** `error`: 500 unless said otherwise. */
  status?: number;
  /** `refusal`: the words of it. */
  text?: string;
}

/** What is scripted for the next calls, and what holds for all others. */
export class Script {
  readonly #next: { behaviour: Behaviour; left: number }[] = [];
  #always: Behaviour = { kind: "answer" };

  next(behaviour: Behaviour | BehaviourKind, times = 1): void {
    this.#next.push({ behaviour: spelledOut(behaviour), left: times });
  }

  always(behaviour: Behaviour | BehaviourKind = "answer"): void {
    this.#always = spelledOut(behaviour);
  }

  take(): Behaviour {
    const [first] = this.#next;
    if (!first) return this.#always;
    first.left -= 1;
    if (first.left <= 0) this.#next.shift();
    return first.behaviour;
  }
}

const spelledOut = (behaviour: Behaviour | BehaviourKind): Behaviour =>
  typeof behaviour === "string" ? { kind: behaviour } : behaviour;
