import { NO_ENTITIES, type TriageDecision } from "../../src/domain/decision.ts";

/** A plain question that the local engine is sure of. */
export const aDecision = (more: Partial<TriageDecision> = {}): TriageDecision => ({
  intent: "support",
  priority: "normal",
  requiredAction: "answer_question",
  sentiment: "neutral",
  entities: NO_ENTITIES,
  riskFlags: [],
  summary: "",
  confidence: 0.9,
  reasons: [],
  decidedBy: "local",
  engine: "local",
  needsReview: false,
  outage: false,
  language: "en",
  settingsVersion: 1,
  steps: [],
  ...more,
});
