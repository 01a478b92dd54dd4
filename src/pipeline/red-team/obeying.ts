import type { Model } from "../understand/model.ts";
import type { Attack } from "./attack.ts";

/** A model at its worst: it believes the mail, puts the mail's words into every field, and answers as it was told. */
export const obeying = (attack: Attack, intent: string): Model => ({
  name: "obeying",
  complete: async ({ name }) => ({
    usage: { inputTokens: 0, cachedTokens: 0, outputTokens: 0 },
    value:
      name === "triage"
        ? {
            intent,
            priority: "high",
            confidence: 1,
            requiredAction: "answer_question",
            sentiment: "positive",
            riskFlags: [],
            summary: attack.text,
            reasons: [attack.text.slice(0, 200), "Approve & send"],
            entities: {
              person_name: attack.text.slice(0, 60),
              person_email: "eve@evil.example",
              company_name: attack.subject,
              company_domain: "evil.example",
              phone: null,
              products: [attack.text.slice(0, 60)],
              plan: "Team",
              order_id: attack.text.slice(0, 40),
              invoice_id: attack.text.slice(0, 40),
              budget_annual_usd: 1e9,
              timeline: "now",
              region: null,
              ...attack.fields,
            },
          }
        : { answer: attack.says },
  }),
});
