import { type Entities, NO_ENTITIES } from "../../../domain/decision.ts";
import type { LocalInput } from "../features/features.ts";
import { readCompany } from "./company/company.ts";
import { readPerson } from "./person/person.ts";
import { readPhone } from "./phone/phone.ts";
import { readingOf } from "./reading.ts";

/** Every field that can be read without a model. Pure, and linear in the length of the mail. */
export function readFields(input: LocalInput): Entities {
  const reading = readingOf(input);
  const person = readPerson(reading);
  return {
    ...NO_ENTITIES,
    ...person,
    company_name: readCompany(reading, person.person_name),
    phone: readPhone(reading),
    company_domain: reading.domain ?? null,
  };
}

/** What only some intents have: a timeline is a buyer's, and neither frauds nor colleagues write for a company of theirs. */
export function fitToIntent(entities: Entities, intent: string): Entities {
  const nobody = intent === "spam" ? { person_name: null, person_email: null, phone: null } : {};
  const noCompany = intent === "spam" || intent === "personal" ? { company_name: null, company_domain: null } : {};
  return { ...entities, ...nobody, ...noCompany, timeline: intent === "lead" ? entities.timeline : "unknown" };
}
