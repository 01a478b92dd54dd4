import type { z } from "zod";
import { type EngineStep, Understanding } from "../../domain/decision.ts";
import type { MailroomError } from "../../domain/errors.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import { type Answer, askOnce } from "./ask-once.ts";
import type { CircuitBreaker } from "./breaker.ts";
import type { Model } from "./model.ts";
import type { TriagePrompt } from "./prompt.ts";

/** One provider: a model, its larger sibling for hard mails, and whether it answers these days. */
export interface Provider {
  small: Model;
  large: Model | undefined;
  breaker: CircuitBreaker;
}

/** Time and chance, passed in so that a replay and a test are the same as life. */
export interface Surroundings {
  now: () => number;
  random: () => number;
  sleep: (ms: number) => Promise<void>;
}

/** A model's answer as far as the prompt asked for one. */
export type PartialUnderstanding = Pick<Understanding, "intent" | "priority" | "confidence"> & Partial<Understanding>;

const PartialAnswer = Understanding.partial().required({ intent: true, priority: true, confidence: true });

/** A pause before the one repeat of a call that failed in passing: long enough to matter, short enough that a card is not late. */
const REPEAT_BASE_MS = 250;
const MAX_OUTPUT_TOKENS = 700;

interface Question {
  prompt: TriagePrompt;
  user: string;
  settings: Settings;
  /** Why this model is asked besides another; kept with the step. */
  why?: string;
}

/**
 * Asks once, and once more when the failure was a passing one (slow, down, limited for a moment). Every try is recorded in
 * `steps` with how it ended and what it cost. What comes back has the schema's shape; anything else is `model_output_invalid`.
 */
export async function askModel(
  model: Model,
  breaker: CircuitBreaker,
  question: Question,
  around: Surroundings,
  steps: EngineStep[],
): Promise<Answer<PartialUnderstanding>> {
  const { prompt, user, settings, why } = question;
  const ask = () =>
    askOnce(
      { model, breaker },
      {
        name: "triage",
        schema: prompt.schema,
        system: prompt.system,
        user: prompt.before + user,
        maxOutputTokens: MAX_OUTPUT_TOKENS,
        check: (value) => checkAnswer(value, prompt.schema),
        settings,
        now: around.now,
        promptVersion: prompt.version,
        ...(why && { why }),
      },
      steps,
    );
  let answer = await ask();
  if (!answer.ok && isPassing(answer.failure) && breaker.allows()) {
    await around.sleep(answer.failure.retryAfterMs ?? REPEAT_BASE_MS * (1 + around.random()));
    answer = await ask();
  }
  return answer;
}

/** Longer waits than this are for the next provider to spare us. */
const PATIENCE_MS = 2_000;

const isPassing = (failure: MailroomError): boolean =>
  failure.code === "model_unavailable" ||
  (failure.code === "model_rate_limited" && (failure.retryAfterMs ?? 0) <= PATIENCE_MS);

/** The schema's own shape first, then the limits that no server's strict mode takes; a confidence in percent is understood. */
function checkAnswer(
  value: unknown,
  schema: z.ZodType,
): { success: true; data: PartialUnderstanding } | { success: false; error: unknown } {
  const shaped = schema.safeParse(value);
  if (!shaped.success) return { success: false, error: shaped.error };
  const answer = shaped.data as { confidence: number };
  const limited = PartialAnswer.safeParse(
    answer.confidence > 1 && answer.confidence <= 100 ? { ...answer, confidence: answer.confidence / 100 } : answer,
  );
  return limited.success
    ? { success: true, data: limited.data as PartialUnderstanding }
    : { success: false, error: limited.error };
}
