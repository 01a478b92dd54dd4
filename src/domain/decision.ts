import { z } from "zod";

/** The words of a triage decision. Intents are settings, everything else is fixed. */

export const PRIORITIES = ["low", "normal", "high", "urgent"] as const;
export const Priority = z.enum(PRIORITIES);
export type Priority = z.infer<typeof Priority>;

export const REQUIRED_ACTIONS = [
  "schedule_demo",
  "send_pricing",
  "forward_support",
  "answer_question",
  "process_billing",
  "route_ops",
  "escalate",
  "ignore",
] as const;
export const RequiredAction = z.enum(REQUIRED_ACTIONS);
export type RequiredAction = z.infer<typeof RequiredAction>;

export const Sentiment = z.enum(["negative", "neutral", "positive"]);
export type Sentiment = z.infer<typeof Sentiment>;

export const RISK_FLAGS = [
  "refund",
  "pricing",
  "legal",
  "security",
  "hostile",
  "prompt_injection",
  "phishing",
  "pii",
  "churn",
  "malware",
] as const;
export const RiskFlag = z.enum(RISK_FLAGS);
export type RiskFlag = z.infer<typeof RiskFlag>;

export const Timeline = z.enum(["now", "quarter", "six_months", "unknown"]);

/** What the mail says about who writes and about what; null or [] where it does not say, never guessed. */
export const Entities = z.object({
  person_name: z.string().nullable(),
  person_email: z.string().nullable(),
  company_name: z.string().nullable(),
  company_domain: z.string().nullable(),
  phone: z.string().nullable(),
  products: z.array(z.string()),
  plan: z.string().nullable(),
  order_id: z.string().nullable(),
  invoice_id: z.string().nullable(),
  /** US dollars a year; a monthly figure times twelve; other currencies null. */
  budget_annual_usd: z.number().nullable(),
  timeline: Timeline,
  /** ISO 3166-1 alpha-2. */
  region: z.string().nullable(),
});
export type Entities = z.infer<typeof Entities>;

export const NO_ENTITIES: Entities = {
  person_name: null,
  person_email: null,
  company_name: null,
  company_domain: null,
  phone: null,
  products: [],
  plan: null,
  order_id: null,
  invoice_id: null,
  budget_annual_usd: null,
  timeline: "unknown",
  region: null,
};

/** One reading of a mail by one engine, before rules and calibration have spoken. */
export const Understanding = z.object({
  intent: z.string(),
  priority: Priority,
  requiredAction: RequiredAction,
  sentiment: Sentiment,
  entities: Entities,
  riskFlags: z.array(RiskFlag),
  /** At most two sentences: what happened, and what is asked. */
  summary: z.string(),
  /** 0 to 1: the chance that the intent is right. */
  confidence: z.number().min(0).max(1),
  /** Why, in words a person can read. */
  reasons: z.array(z.string()),
});
export type Understanding = z.infer<typeof Understanding>;

export const DecidedBy = z.enum(["rule", "model", "local", "person"]);
export type DecidedBy = z.infer<typeof DecidedBy>;

/** One step of the fallback chain: what was tried and how it ended. */
export const EngineStep = z.object({
  engine: z.string(),
  outcome: z.string(),
  /** Where it is not what the rest of its pass is for. */
  purpose: z.enum(["embed"]).optional(),
  /** Why a larger model was asked. */
  why: z.string().optional(),
  /** Of the prompt that a model was asked with. */
  promptVersion: z.string().optional(),
  tookMs: z.number(),
  inputTokens: z.number().default(0),
  cachedTokens: z.number().default(0),
  outputTokens: z.number().default(0),
  costUsd: z.number().default(0),
});
export type EngineStep = z.infer<typeof EngineStep>;

/** One triage pass over one mail. Append-only: a person's correction is a new decision that supersedes this one. */
export const TriageDecision = Understanding.extend({
  decidedBy: DecidedBy,
  /** The engine whose answer stands, e.g. `gpt-5.4-mini`, `local-3`, `rule:legal`, `person`. */
  engine: z.string(),
  /** A rule that no model may overrule; undefined where none spoke. */
  stopLine: z.string().optional(),
  /** False below the intent's threshold: tagged and posted to the triage queue, never sent by itself. */
  needsReview: z.boolean(),
  /** Something is down for many: whoever is on call gets it. */
  outage: z.boolean().default(false),
  /** The engine's own word, before what people decided told what it is worth. */
  engineConfidence: z.number().optional(),
  language: z.string(),
  promptVersion: z.string().optional(),
  settingsVersion: z.number(),
  steps: z.array(EngineStep),
});
export type TriageDecision = z.infer<typeof TriageDecision>;
