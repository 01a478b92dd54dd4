import { NO_ENTITIES } from "../../src/domain/decision.ts";
import { createLocalEngine } from "../../src/pipeline/local/engine.ts";
import { shelf } from "../../src/pipeline/red-team/shelf.ts";
import { triage } from "../../src/pipeline/triage.ts";
import { CircuitBreaker } from "../../src/pipeline/understand/breaker.ts";
import { createAnswerCache } from "../../src/pipeline/understand/cache.ts";
import type { Model, ModelRequest } from "../../src/pipeline/understand/model.ts";
import type { Engines } from "../../src/pipeline/understand/understand.ts";

export const READING = {
  intent: "support",
  priority: "normal",
  confidence: 0.95,
  requiredAction: "answer_question",
  sentiment: "neutral",
  entities: NO_ENTITIES,
  riskFlags: [],
  summary: "Somebody asks something.",
  reasons: ["said the model"],
};

/** A model that reads and writes what it is told to, by the name of the question, and keeps what it was asked. */
export function aModel(says: Record<string, (request: ModelRequest) => unknown> = {}) {
  const asked: ModelRequest[] = [];
  const model: Model = {
    name: "gpt-5.4-mini",
    async complete(request) {
      asked.push(request);
      const value = says[request.name]?.(request) ?? READING;
      return { value, usage: { inputTokens: 1_000, cachedTokens: 0, outputTokens: 100 } };
    },
  };
  return { model, asked, of: (name: string) => asked.filter((one) => one.name === name) };
}

export const enginesWith = (model: Model, now: () => number, more: Partial<Engines> = {}): Engines => ({
  providers: [{ small: model, large: undefined, breaker: new CircuitBreaker(now) }],
  cache: createAnswerCache({ ttlMs: 10 * 60_000, max: 100, now }),
  budgetSpent: () => false,
  around: { now, random: () => 0, sleep: async () => undefined },
  ...more,
});

/** The pipeline as the app strings it, with articles in memory. */
export function readingWith(engines: Engines, articles: Parameters<typeof shelf>[0] = []) {
  const local = createLocalEngine();
  return triage({ readLocally: (input) => local.read(input), engines, knowledge: shelf(articles) });
}
