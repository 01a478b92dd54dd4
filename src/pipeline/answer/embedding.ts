import type { EngineStep } from "../../domain/decision.ts";
import type { RedactedEmail } from "../../domain/email.ts";
import { type MailroomError, toFailure } from "../../domain/errors.ts";
import type { Knowledge, PassageQuery } from "../../domain/passage.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import { CircuitBreaker } from "../understand/breaker.ts";
import { type AnswerCache, createAnswerCache } from "../understand/cache.ts";
import { costOf } from "../understand/model.ts";
import { withoutPlaceholders } from "./question-words.ts";

/** A model that says where texts lie among meanings; `adapters/openai` fills it. */
export interface Embedder {
  readonly name: string;
  /** The model and who serves it: only vectors of one space can be compared. The name, a space, and a mark. */
  readonly space: string;
  /** One vector of length one for each text, in their order. */
  embed(texts: readonly string[], timeoutMs: number): Promise<{ vectors: Float32Array[]; inputTokens: number }>;
}

/** A card must not be late for the sake of a better search: after this the words alone are looked for. */
const QUESTION_MS = 800;
const LONGEST_QUESTION = 1_500;
const REMEMBERED = 500;
const REMEMBERED_MS = 60 * 60_000;

/**
 * The embedding model as it is found to be. One that does not know how (no such route, no such model) is not asked again until
 * the next reading of the knowledge base; one that is down for a while is spared for a while.
 */
export class Embedding {
  readonly name: string;
  readonly space: string;
  readonly #embedder: Embedder;
  readonly #now: () => number;
  readonly #budgetSpent: () => boolean;
  readonly #breaker: CircuitBreaker;
  readonly #questions: AnswerCache<Float32Array>;
  #refusal: MailroomError | undefined;
  #dimensions: number | undefined;

  constructor(embedder: Embedder, { now, budgetSpent }: { now: () => number; budgetSpent: () => boolean }) {
    this.name = embedder.name;
    this.space = embedder.space;
    this.#embedder = embedder;
    this.#now = now;
    this.#budgetSpent = budgetSpent;
    this.#breaker = new CircuitBreaker(now);
    this.#questions = createAnswerCache({ ttlMs: REMEMBERED_MS, max: REMEMBERED, now });
  }

  /** Why nobody asks it at present. */
  get off(): string | undefined {
    if (this.#refusal) return this.#refusal.detail ?? this.#refusal.message;
    return this.#budgetSpent() ? "today's model budget is spent" : undefined;
  }

  /** How long its vectors are, as far as it has answered yet. */
  get dimensions(): number | undefined {
    return this.#dimensions;
  }

  askAgain(): void {
    this.#refusal = undefined;
  }

  /** What the call cost is in `steps`, whether it was answered or not. */
  async vectorsOf(
    texts: readonly string[],
    timeoutMs: number,
    settings: Settings,
    steps: EngineStep[],
  ): Promise<Float32Array[]> {
    const startedAt = this.#now();
    const record = (outcome: string, inputTokens = 0) => {
      const usage = { inputTokens, cachedTokens: 0, outputTokens: 0 };
      const costUsd = costOf(usage, settings.model.prices[this.name]);
      steps.push({
        engine: this.name,
        purpose: "embed",
        outcome,
        tookMs: this.#now() - startedAt,
        ...usage,
        costUsd,
      });
    };
    try {
      const { vectors, inputTokens } = await this.#embedder.embed(texts, timeoutMs);
      this.#breaker.succeeded();
      this.#dimensions = vectors[0]?.length ?? this.#dimensions;
      record("answered", inputTokens);
      return vectors;
    } catch (error) {
      const failure = toFailure(error);
      record(failure.code);
      if (["model_rejected", "model_forbidden", "model_output_invalid"].includes(failure.code)) this.#refusal = failure;
      else this.#breaker.failed();
      throw failure;
    }
  }

  /** Where a mail's question lies; undefined where that cannot be had in time. */
  async ofQuestion(
    { subject, visibleText }: Pick<RedactedEmail, "subject" | "visibleText">,
    knowledge: Knowledge,
    settings: Settings,
    steps: EngineStep[],
  ): Promise<PassageQuery["meaning"]> {
    const text = withoutPlaceholders(`${subject}\n${visibleText}`).trim().slice(0, LONGEST_QUESTION);
    if (this.off !== undefined || text === "" || !(await knowledge.embedded(this.space))) return undefined;
    const known = this.#questions.get(text);
    if (known) return { space: this.space, vector: known };
    if (!this.#breaker.allows()) return undefined;
    try {
      const [vector] = await this.vectorsOf([text], QUESTION_MS, settings, steps);
      this.#questions.set(text, vector!);
      return { space: this.space, vector: vector! };
    } catch {
      // Recorded in the steps; the words alone find most of it.
      return undefined;
    }
  }
}
