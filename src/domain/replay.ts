import type { TriageDecision } from "./decision.ts";
import type { Route } from "./route.ts";

export interface FieldChange {
  field: string;
  before: string;
  after: string;
}

/** One stored mail read again with today's settings and engine. Nothing was sent, and nothing changes until somebody applies it. */
export interface Replayed {
  messageId: number;
  ticketId: number | undefined;
  /** The new reading, kept beside the old one. */
  decisionId: number;
  engine: string;
  changes: FieldChange[];
}

interface Reading {
  decision: TriageDecision;
  route: Route;
}

/** What differs between two readings of a mail, field by field. */
export function compareReadings(before: Reading | undefined, after: Reading): FieldChange[] {
  const [was, is] = [before ? flat(before) : {}, flat(after)];
  return Object.keys(is).flatMap((field) =>
    (was[field] ?? "–") === is[field] ? [] : [{ field, before: was[field] ?? "–", after: is[field]! }],
  );
}

function flat({ decision, route }: Reading): Record<string, string> {
  const shown = (value: unknown): string =>
    value === null || value === undefined || value === ""
      ? "–"
      : Array.isArray(value)
        ? value.join(", ") || "–"
        : String(value);
  return {
    intent: decision.intent,
    queue: route.queue,
    priority: route.priority,
    posture: route.posture,
    "required action": decision.requiredAction,
    sentiment: decision.sentiment,
    risks: shown([...decision.riskFlags].sort()),
    confidence: `${Math.round(decision.confidence * 100)} %`,
    ...Object.fromEntries(
      Object.entries(decision.entities).map(([name, value]) => [name.replaceAll("_", " "), shown(value)]),
    ),
  };
}
