import { createHash } from "node:crypto";
import type { DecidedBy, EngineStep, Understanding } from "../../domain/decision.ts";
import type { Intent } from "../../domain/settings/intents.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import type { Embedding } from "../answer/embedding.ts";
import type { RuleVerdict } from "../rules/rules.ts";
import { askModel, type PartialUnderstanding, type Provider, type Surroundings } from "./ask-model.ts";
import type { AnswerCache } from "./cache.ts";
import { type CorrectedExamples, NO_EXAMPLES } from "./corrected-example.ts";
import type { Model } from "./model.ts";
import { mailForModel, type PromptMail, triagePrompts } from "./prompt.ts";
import { poolConfidence } from "./second-opinion.ts";

/** What the local engine says: an understanding, and how likely it holds every intent. */
export interface LocalReading extends Understanding {
  engine: string;
  probabilities: Readonly<Record<string, number>>;
}

export interface Engines {
  /** In the order in which they are asked. None: the local engine decides alone. */
  providers: readonly Provider[];
  cache: AnswerCache<CachedAnswer>;
  /** True once the day's spend has reached the cap. */
  budgetSpent: () => boolean;
  /** Absent: articles are found by their words alone. */
  embedding?: Embedding | undefined;
  /** What people put right, as examples; the same object as long as they are the same. Absent: only the settings have examples. */
  examples?: (settings: Settings) => Promise<CorrectedExamples>;
  around: Surroundings;
}

export interface CachedAnswer {
  answer: PartialUnderstanding;
  model: string;
  promptVersion: string;
}

export interface Reading {
  understanding: Understanding;
  decidedBy: DecidedBy;
  engine: string;
  promptVersion: string | undefined;
  steps: EngineStep[];
}

/**
 * The fallback chain: rules that force, then the model, a simpler prompt, the second provider, and the local engine, which
 * always has an answer. Each step is recorded with how it ended.
 */
export async function understand(
  mail: PromptMail,
  local: LocalReading,
  verdict: RuleVerdict,
  settings: Settings,
  engines: Engines,
): Promise<Reading> {
  const steps: EngineStep[] = [];
  const skip = (engine: string, outcome: string) =>
    steps.push({ engine, outcome, tookMs: 0, inputTokens: 0, cachedTokens: 0, outputTokens: 0, costUsd: 0 });
  const readLocally = (why?: string): Reading => ({
    understanding: why ? { ...local, reasons: [why, ...local.reasons] } : local,
    decidedBy: "local",
    engine: local.engine,
    promptVersion: undefined,
    steps,
  });

  if (verdict.forced) {
    const { intent, requiredAction, rule } = verdict.forced;
    return {
      understanding: { ...local, intent, requiredAction, confidence: 1 },
      decidedBy: "rule",
      engine: `rule:${rule}`,
      promptVersion: undefined,
      steps,
    };
  }
  const taught = verdict.taught.intent?.value;
  if (taught !== undefined) return readAsTaught(taught, local, settings.intents[taught]);
  if (engines.providers.length === 0) return readLocally();
  if (verdict.skipModel) {
    skip("model", "skipped: not shown to a model");
    return readLocally();
  }
  if (engines.budgetSpent()) {
    skip("model", "skipped: the day's model budget is spent");
    return readLocally("Read locally: the day's model budget is spent");
  }

  const prompts = triagePrompts(settings, (await engines.examples?.(settings)) ?? NO_EXAMPLES);
  const user = mailForModel(mail);
  const cacheKey = createHash("sha256").update(prompts.full.version).update(user).digest("base64");
  let found = engines.cache.get(cacheKey);
  if (found) skip(found.model, "answered from the cache");
  for (const provider of engines.providers) {
    if (found) break;
    if (!provider.breaker.allows()) {
      skip(provider.small.name, "skipped: it has been failing");
      continue;
    }
    found = await askProvider(provider, prompts, user, settings, engines.around, steps);
    if (found) engines.cache.set(cacheKey, found);
  }
  if (!found) return readLocally("Read locally: no model gave an answer");

  const answer = found.answer;
  const confidence = poolConfidence(answer.confidence, local.probabilities[answer.intent]);
  const agrees = local.intent === answer.intent;
  return {
    understanding: {
      ...local,
      ...answer,
      // Numbers and addresses are read off the mail by code; a model only adds what code did not find.
      entities: { ...local.entities, ...withoutEmpty(answer.entities), ...withoutEmpty(codeReads(local.entities)) },
      riskFlags: [...new Set([...local.riskFlags, ...(answer.riskFlags ?? [])])],
      reasons: [...(answer.reasons ?? []), ...(agrees ? [] : [`The second opinion says "${local.intent}"`])],
      confidence,
    },
    decidedBy: "model",
    engine: found.model,
    promptVersion: found.promptVersion,
    steps,
  };
}

/** A person said what mail like this is. Where the local engine sees something else, what it says of that does not count. */
function readAsTaught(intent: string, local: LocalReading, known: Intent | undefined): Reading {
  const other =
    local.intent === intent ? {} : { priority: known?.priority ?? local.priority, requiredAction: ANSWERED };
  return {
    understanding: { ...local, intent, ...other, confidence: 1 },
    decidedBy: "rule",
    engine: "rule:taught",
    promptVersion: undefined,
    steps: [],
  };
}
const ANSWERED = "answer_question" as const;

/** The small model, the large one where that pays, and the simpler prompt where the answer did not fit. */
async function askProvider(
  { small, large, breaker }: Provider,
  { full, simple }: ReturnType<typeof triagePrompts>,
  user: string,
  settings: Settings,
  around: Surroundings,
  steps: EngineStep[],
): Promise<CachedAnswer | undefined> {
  const cached = (answer: PartialUnderstanding, model: Model, promptVersion: string): CachedAnswer => ({
    answer,
    model: model.name,
    promptVersion,
  });

  const first = await askModel(small, breaker, { prompt: full, user, settings }, around, steps);
  if (first.ok) {
    const why = large && whyLarger(first.value, settings.intents[first.value.intent]);
    if (!large || !why) return cached(first.value, small, full.version);
    const second = await askModel(large, breaker, { prompt: full, user, settings, why }, around, steps);
    return second.ok ? cached(second.value, large, full.version) : cached(first.value, small, full.version);
  }
  if (first.failure.code !== "model_output_invalid" && first.failure.code !== "model_cut_short") return undefined;
  const simpler = await askModel(small, breaker, { prompt: simple, user, settings }, around, steps);
  return simpler.ok ? cached(simpler.value, small, simple.version) : undefined;
}

/** The grey band: too sure to hand to a person, not sure enough to act on. */
const GREY_BAND = { from: 0.45, to: 0.75 };
/** One field that a mail does not name is ordinary; two look like a poor reading. */
const EMPTY_FIELDS = 2;

/** Why the larger model should be asked, which costs a second call; undefined where the small one will do. */
function whyLarger({ confidence, entities }: PartialUnderstanding, intent: Intent | undefined): string | undefined {
  if (intent?.worthLargerModel) return "the intent is worth it";
  if (confidence >= GREY_BAND.from && confidence < GREY_BAND.to) return "the small model was not sure enough";
  const empty = (intent?.keyFields ?? []).filter((field) => entities && isEmpty(entities[field]));
  return empty.length >= EMPTY_FIELDS ? `the small model found no ${empty.join(", ")}` : undefined;
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === "unknown" || (Array.isArray(value) && value.length === 0);

type Entities = Understanding["entities"];

const codeReads = ({ person_email, phone, order_id, invoice_id, company_domain }: Entities): Partial<Entities> => ({
  person_email,
  phone,
  order_id,
  invoice_id,
  company_domain,
});

function withoutEmpty(entities: Partial<Entities> | undefined): Partial<Entities> {
  const given = Object.entries(entities ?? {}).filter(([, value]) => !isEmpty(value));
  return Object.fromEntries(given) as Partial<Entities>;
}
