import { type Entities, NO_ENTITIES } from "../../../domain/decision.ts";
import type { LocalInput } from "../features/features.ts";
export function readFields(input: LocalInput): Entities {
  const a = input.email.author;
  return { ...NO_ENTITIES, person_name: a?.name ?? null, person_email: a?.address ?? null };
}
export function fitToIntent(entities: Entities, intent: string): Entities {
  return {
    ...entities,
    timeline: intent === "lead" ? entities.timeline : "unknown",
    company_name: intent === "spam" || intent === "personal" ? null : entities.company_name,
    company_domain: intent === "spam" || intent === "personal" ? null : entities.company_domain,
  };
}
