import { createHash } from "node:crypto";
import type { z } from "zod";
import type { EngineStep } from "../../domain/decision.ts";
import { MailroomError, toFailure } from "../../domain/errors.ts";
import { measured } from "../../domain/measure.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import type { CircuitBreaker } from "./breaker.ts";
import { costOf, type Model, type ModelRequest } from "./model.ts";

type Checked<T> = { success: true; data: T } | { success: false; error: unknown };
export type Answer<T> = { ok: true; value: T } | { ok: false; failure: MailroomError };

interface Question<T> extends Omit<ModelRequest, "timeoutMs"> {
  /** Of an answer in the schema's own words; whatever else it must hold. */
  check: (value: unknown) => Checked<T>;
  settings: Settings;
  now: () => number;
  /** Why this model is asked besides another; kept with the step. */
  why?: string;
  /** Of the prompt, where it says more than the question's name and instructions do; kept with the step. */
  promptVersion?: string;
}

/** A prompt in one short name: another wording, another name. */
export const promptVersionOf = (name: string, ...wording: readonly string[]): string =>
  `${name}-${createHash("sha256").update(wording.join("\n")).digest("hex").slice(0, 8)}`;

/**
 * Asks a model once. How it ended and what it cost is a step, the breaker learns whether the provider was at fault, and an answer
 * that does not pass the check is `model_output_invalid`. Never throws.
 */
export async function askOnce<T>(
  { model, breaker }: { model: Model; breaker: CircuitBreaker },
  { check, settings, now, why, promptVersion, ...request }: Question<T>,
  steps: EngineStep[],
): Promise<Answer<T>> {
  const startedAt = now();
  const record = (outcome: string, usage = { inputTokens: 0, cachedTokens: 0, outputTokens: 0 }) =>
    steps.push({
      engine: model.name,
      outcome,
      ...(why && { why }),
      promptVersion: promptVersion ?? promptVersionOf(request.name, request.system),
      tookMs: now() - startedAt,
      ...usage,
      costUsd: costOf(usage, settings.model.prices[model.name]),
    });
  try {
    const { value, usage } = await measured({ step: "model", kind: model.name, ids: {} }, () =>
      model.complete({ ...request, timeoutMs: settings.model.timeoutMs }),
    );
    breaker.succeeded();
    const checked = check(value);
    record(checked.success ? "answered" : "model_output_invalid", usage);
    return checked.success
      ? { ok: true, value: checked.data }
      : { ok: false, failure: new MailroomError("model_output_invalid", { cause: checked.error }) };
  } catch (error) {
    const failure = toFailure(error);
    if (OF_THIS_QUESTION.includes(failure.code)) breaker.succeeded();
    else breaker.failed();
    record(failure.code);
    return { ok: false, failure };
  }
}

/** Asks the providers in turn, each once: what they are asked for has something to fall back on, and a card that comes late is worse. */
export async function askInTurn<T>(
  providers: readonly { small: Model; breaker: CircuitBreaker }[],
  question: Question<T>,
  steps: EngineStep[],
): Promise<T | undefined> {
  for (const { small: model, breaker } of providers) {
    if (!breaker.allows()) continue;
    const answer = await askOnce({ model, breaker }, question, steps);
    if (answer.ok) return answer.value;
  }
  return undefined;
}

/** Trouble with one question or answer; everything else is the provider's own. */
const OF_THIS_QUESTION: readonly string[] = [
  "model_refused",
  "model_cut_short",
  "model_output_invalid",
  "model_rejected",
];

/** Whatever has the schema's shape. */
export const shapedAs =
  <T>(schema: z.ZodType<T>) =>
  (value: unknown): Checked<T> =>
    schema.safeParse(value);
