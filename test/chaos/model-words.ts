import { NO_ENTITIES } from "../../src/domain/decision.ts";

interface Request {
  response_format?: { json_schema?: { schema?: unknown } } | undefined;
}

/** Says of every mail that it asks something, which is what lets people approve an answer; drafts are left to the templates. */
export function modelWords({ response_format }: Request): unknown {
  const { properties = {} } = (response_format?.json_schema?.schema ?? {}) as { properties?: object };
  const short = { intent: "support", priority: "normal", confidence: 0.9 };
  if (!("intent" in properties)) return {};
  if (!("summary" in properties)) return short;
  return {
    ...short,
    requiredAction: "answer_question",
    sentiment: "neutral",
    entities: NO_ENTITIES,
    riskFlags: [],
    summary: "A booking does not show in the calendar.",
    reasons: ["asks what to do"],
  };
}
