import { NO_ENTITIES } from "../domain/decision.ts";
import type { LocalInput } from "./triage.ts";
import type { LocalReading } from "./understand/understand.ts";

const CUES: [RegExp, string][] = [
  [/invoice|refund|charged|payment|rechnung/i, "billing"],
  [/demo|quote|pricing|trial|how much/i, "lead"],
];

/** Stands in until the trained engine is here. */
export function createLocalEngine() {
  return {
    read({ email, settings }: LocalInput): LocalReading {
      const text = `${email.subject}\n${email.visibleText}`;
      const intent = CUES.find(([cue, name]) => cue.test(text) && name in settings.intents)?.[1] ?? "support";
      return {
        intent,
        priority: "normal",
        requiredAction: "answer_question",
        sentiment: "neutral",
        riskFlags: [],
        confidence: 0.7,
        reasons: ["Words of the mail"],
        summary: email.visibleText.slice(0, 200),
        entities: { ...NO_ENTITIES, person_name: email.from?.name ?? null, person_email: email.from?.address ?? null },
        engine: "local",
        probabilities: { [intent]: 0.7 },
      };
    },
  };
}
