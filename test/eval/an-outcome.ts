import { FIELDS, type Field } from "../../eval/figures/fields.ts";
import type { Outcome } from "../../eval/outcome.ts";

interface Given {
  wanted?: Partial<Outcome["wanted"]>;
  got?: Partial<Outcome["got"]>;
  sent?: boolean;
  triageMs?: number;
}

/** One mail that went well, but for what is given. */
export function anOutcome(id: string, { wanted, got, ...rest }: Given = {}): Outcome {
  const judged = {
    intent: "support",
    priority: "normal",
    requiredAction: "answer_question",
    sentiment: "neutral",
    language: "en",
    machine: "none",
  };
  const none = FIELDS.map((field) => [field, { hit: 0, wrong: 0, missed: 0 }]);
  return {
    id,
    hash: `hash of ${id}`,
    business: "larkspur",
    wanted: { ...judged, alsoOk: [], stop: false, autoSendOk: true, ...wanted },
    got: { ...judged, confidence: 0.9, decidedBy: "local", engine: "local", ...got },
    fields: Object.fromEntries(none) as Record<Field, Outcome["fields"][Field]>,
    text: { exact: true, f1: 1 },
    sent: false,
    readMs: 1,
    localMs: 1,
    triageMs: 2,
    steps: [],
    ...rest,
  };
}
