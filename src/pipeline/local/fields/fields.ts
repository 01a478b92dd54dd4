import { type Entities, NO_ENTITIES } from "../../../domain/decision.ts";
import type { Settings } from "../../../domain/settings/settings.ts";
import type { LocalInput } from "../features/features.ts";
import { readBudget } from "./budget/budget.ts";
import { mentionsOf } from "./catalogue/mentions.ts";
import { readPlan } from "./catalogue/plan.ts";
import { readProducts } from "./catalogue/products.ts";
import { readCompany } from "./company/company.ts";
import { idShape } from "./ids/id-shape.ts";
import { readIds } from "./ids/ids.ts";
import { readPerson } from "./person/person.ts";
import { readPhone } from "./phone/phone.ts";
import { readingOf } from "./reading.ts";
import { readRegion } from "./region/region.ts";
import { readTimeline } from "./timeline/timeline.ts";

/** Every field that can be read without a model; what only a buyer's mail has, only for one. Pure, and linear in the length of the mail. */
export function readFields(input: LocalInput, buyer = true): Entities {
  const reading = readingOf(input);
  const mentions = mentionsOf(reading);
  const person = readPerson(reading);
  const region = readRegion(reading);
  return {
    ...NO_ENTITIES,
    ...person,
    company_name: readCompany(reading, person.person_name),
    products: readProducts(reading, mentions),
    plan: readPlan(reading, mentions),
    ...readIds(reading),
    phone: readPhone(reading),
    company_domain: reading.domain ?? null,
    ...(buyer && { budget_annual_usd: readBudget(reading, region), timeline: readTimeline(reading) }),
    region,
  };
}

/**
 * What only some intents have: a timeline and a budget are a buyer's, neither frauds nor colleagues write for a company of theirs, junk is
 * not about our products, and of the numbers in a fraud only ours mean anything.
 */
export function fitToIntent(entities: Entities, intent: string, settings: Settings): Entities {
  const fitted = { ...entities };
  if (intent !== "lead") {
    fitted.timeline = "unknown";
    fitted.budget_annual_usd = null;
  }
  if (intent === "spam" || intent === "personal") fitted.company_name = fitted.company_domain = null;
  if (WITHOUT_PRODUCTS.has(intent)) {
    fitted.products = [];
    fitted.plan = null;
  }
  if (WITHOUT_REGION.has(intent)) fitted.region = null;
  if (intent === "spam") {
    fitted.person_name = fitted.person_email = fitted.phone = null;
    if (fitted.invoice_id !== null && !isOurs(fitted.invoice_id, settings)) fitted.invoice_id = null;
  }
  return fitted;
}

/** Where sellers and mass mail are from tells nothing that a reader of ours would act on. */
const WITHOUT_REGION = new Set(["spam", "newsletter", "vendor"]);

/** Such mail may name our wares; it is not about them. */
const WITHOUT_PRODUCTS = new Set(["spam", "newsletter", "career", "personal"]);

function isOurs(id: string, { catalogue }: Settings): boolean {
  const source = catalogue.ids.invoice_id;
  return source !== undefined && idShape(source).canonical(id) === id;
}
