import type { z } from "zod";

/** A language model as the pipeline needs it; `adapters/openai` fills it. */
export interface Model {
  /** As the provider names it, e.g. `gpt-5.4-mini`: shown on cards and looked up in the price table. */
  readonly name: string;
  /**
   * Asks for one JSON value of the given shape. The value is what the model said, parsed as JSON and not yet checked
   * against the schema. Throws a `MailroomError` whose code tells refused, cut short, not JSON, slow, limited and down apart.
   */
  complete(request: ModelRequest): Promise<ModelAnswer>;
}

export interface ModelRequest {
  /** Names the schema for the provider. */
  name: string;
  schema: z.ZodType;
  /** What never changes between mails comes first, so that the provider's prefix cache serves it. */
  system: string;
  user: string;
  maxOutputTokens: number;
  timeoutMs: number;
}

export interface ModelAnswer {
  value: unknown;
  usage: ModelUsage;
}

export interface ModelUsage {
  /** Cached ones included. */
  inputTokens: number;
  cachedTokens: number;
  outputTokens: number;
}

/** US$ per million tokens. */
export interface ModelPrice {
  input: number;
  cachedInput: number;
  output: number;
}

/** What a call cost at list price; 0 for a model without a price, such as one on your own machine. */
export function costOf(usage: ModelUsage, price: ModelPrice | undefined): number {
  if (!price) return 0;
  const fresh = usage.inputTokens - usage.cachedTokens;
  return (fresh * price.input + usage.cachedTokens * price.cachedInput + usage.outputTokens * price.output) / 1_000_000;
}
