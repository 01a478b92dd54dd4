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
import { type Reading, readingOf } from "./reading.ts";
import { readRegion } from "./region/region.ts";
import { readTimeline } from "./timeline/timeline.ts";

/** Every field that can be read without a model; with an intent, those that such mail has. Pure, and linear in the length of the mail. */
export function readFields(input: LocalInput, intent?: string): Entities {
  const has = (fields: ReadonlySet<string>) => intent === undefined || !fields.has(intent);
  const reading = readingOf(input);
  const person = has(WITHOUT_PERSON) ? readPerson(reading) : undefined;
  const region = has(WITHOUT_REGION) ? readRegion(reading) : null;
  const buyer = intent === undefined || intent === "lead";
  return {
    ...NO_ENTITIES,
    ...person,
    ...(has(WITHOUT_COMPANY) && {
      company_name: readCompany(reading, person?.person_name ?? null),
      company_domain: reading.domain ?? null,
    }),
    ...(has(WITHOUT_PRODUCTS) && productsOf(reading)),
    ...readIds(reading),
    phone: has(WITHOUT_PERSON) ? readPhone(reading) : null,
    ...(buyer && { budget_annual_usd: readBudget(reading, region), timeline: readTimeline(reading) }),
    region,
  };
}

function productsOf(reading: Reading): Pick<Entities, "products" | "plan"> {
  const mentions = mentionsOf(reading);
  return { products: readProducts(reading, mentions), plan: readPlan(reading, mentions) };
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
  if (WITHOUT_COMPANY.has(intent)) fitted.company_name = fitted.company_domain = null;
  if (WITHOUT_PRODUCTS.has(intent)) {
    fitted.products = [];
    fitted.plan = null;
  }
  if (WITHOUT_REGION.has(intent)) fitted.region = null;
  if (WITHOUT_PERSON.has(intent)) fitted.person_name = fitted.person_email = fitted.phone = null;
  if (intent === "spam" && fitted.invoice_id !== null && !isOurs(fitted.invoice_id, settings)) fitted.invoice_id = null;
  return fitted;
}

/** Neither frauds nor colleagues write for a company of theirs. */
const WITHOUT_COMPANY = new Set(["spam", "personal"]);

const WITHOUT_PERSON = new Set(["spam"]);

/** Where sellers and mass mail are from tells nothing that a reader of ours would act on. */
const WITHOUT_REGION = new Set(["spam", "newsletter", "vendor"]);

/** Such mail may name our wares; it is not about them. */
const WITHOUT_PRODUCTS = new Set(["spam", "newsletter", "career", "personal"]);

function isOurs(id: string, { catalogue }: Settings): boolean {
  const source = catalogue.ids.invoice_id;
  return source !== undefined && idShape(source).canonical(id) === id;
}
