import { z } from "zod";
import type { Finding } from "../../domain/check-up.ts";
import { type FailureCode, toFailure } from "../../domain/errors.ts";
import type { Model } from "../../pipeline/understand/model.ts";
import { act, noted, ok, type Probe } from "./check-up.ts";

export interface NamedModel {
  model: Model;
  /** The variable that names it, and the one with its key. */
  variable: string;
  key: string;
}

/** Enough for a model that thinks before it answers. */
const MAX_OUTPUT_TOKENS = 500;
const TIMEOUT_MS = 30_000;
const Answer = z.object({ colour: z.enum(["red", "green"]), legs: z.number().nullable() });

export function modelChecks(models: readonly NamedModel[]): Probe[] {
  if (models.length === 0)
    return [{ check: "model", look: async () => ok("model", "none configured: the local engine reads the mail") }];
  return models.map((named) => ({ check: `${named.variable} ${named.model.name}`, look: () => ask(named) }));
}

async function ask({ model, variable, key }: NamedModel): Promise<Finding> {
  const check = `${variable} ${model.name}`;
  const startedAt = performance.now();
  try {
    const { value } = await model.complete({
      name: "check_up",
      schema: Answer,
      system: "Answer with the JSON that the schema asks for.",
      user: "The colour of grass, and how many legs it has (null if none).",
      maxOutputTokens: MAX_OUTPUT_TOKENS,
      timeoutMs: TIMEOUT_MS,
    });
    const ms = Math.round(performance.now() - startedAt);
    return Answer.safeParse(value).success
      ? ok(check, `answers to the schema in ${ms} ms`)
      : act(check, "its answer does not keep to the schema", `Set ${variable} to a model with structured output.`);
  } catch (error) {
    const failure = toFailure(error);
    const say = failure.detail ?? failure.message;
    if (failure.code === "model_rate_limited") return noted(check, `limited for the moment (${say})`);
    return act(check, say, MEND[failure.code]?.(variable, key) ?? `Check ${key} and ${variable}.`);
  }
}

const MEND: Partial<Record<FailureCode, (variable: string, key: string) => string>> = {
  model_forbidden: (_variable, key) => `Make a new key at the provider and set ${key}.`,
  model_quota_spent: () => "Add credit to the provider's account; until then the next engine reads the mail.",
  model_rejected: (variable) => `Set ${variable} to a model that this provider has and that takes a JSON schema.`,
  model_output_invalid: (variable) => `Set ${variable} to a model with structured output.`,
  model_timeout: () => "Choose a faster model, or raise model.timeoutMs in the settings.",
  model_unavailable: (_variable, key) =>
    `Check this machine's way to the provider, and ${key.replace("API_KEY", "BASE_URL")} if it is set.`,
};
