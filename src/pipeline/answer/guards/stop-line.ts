import type { RiskFlag } from "../../../domain/decision.ts";
import type { Guard } from "./guard-context.ts";

const WORDS: Partial<Record<RiskFlag | "machine", string>> = {
  legal: "This is a legal matter: a person answers it.",
  security: "This is a security matter: a person answers it.",
  hostile: "The mail insults or threatens: a person answers it.",
  prompt_injection: "The mail gives orders to a machine: a person answers it.",
  phishing: "The mail may be a fraud: a person looks at it first.",
  machine: "A machine wrote the mail, and machines are not answered.",
};

/** Some mail is answered by people alone. A person who answers is what it asks for. */
export const stopLine: Guard = {
  name: "stop-line",
  person: "passes",
  look(_draft, { stopLine: line, riskFlags = [] }) {
    for (const [risk, say] of Object.entries(WORDS))
      if (line === risk || riskFlags.some((flag) => flag === risk)) return say;
    return line === undefined ? undefined : "This mail is answered by a person.";
  },
};
