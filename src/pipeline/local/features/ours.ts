import type { Email } from "../../../domain/email.ts";
import type { Settings } from "../../../domain/settings/settings.ts";
import { fold } from "../text/tokens.ts";

/** What of the company's own a mail names: its products, plans, numbers and its own name. */
export interface Ours {
  products: number;
  plan: boolean;
  /** Fields of the catalogue whose form was found, such as `order_id`. */
  ids: readonly string[];
  company: boolean;
}

interface Catalogue {
  products: RegExp[];
  plans: RegExp | undefined;
  ids: [field: string, form: RegExp][];
  company: RegExp | undefined;
}

const MAX_CHARS = 4_000;
const compiled = new WeakMap<Settings, Catalogue>();

export function oursIn(email: Email, settings: Settings): Ours {
  const catalogue = catalogueOf(settings);
  const files = email.attachments.map(({ name }) => name).join("\n");
  const text = `${email.subject}\n${email.visibleText.slice(0, MAX_CHARS)}\n${files}`;
  const folded = fold(text);
  return {
    products: catalogue.products.filter((product) => product.test(folded)).length,
    plan: catalogue.plans?.test(folded) ?? false,
    ids: catalogue.ids.filter(([, form]) => form.test(text)).map(([field]) => field),
    company: catalogue.company?.test(folded) ?? false,
  };
}

function catalogueOf(settings: Settings): Catalogue {
  const known = compiled.get(settings);
  if (known) return known;
  const { products, plans, ids } = settings.catalogue;
  const fresh: Catalogue = {
    products: products
      .map((one) => anyOf(typeof one === "string" ? [one] : [one.name, ...one.aliases]))
      .filter((one) => one !== undefined),
    // "Pro" and "Team" are words of every mail; only with "plan" beside them do they name one.
    plans: plans.length === 0 ? undefined : besidePlan(plans),
    ids: Object.entries(ids).map(([field, form]) => [field, new RegExp(form, "i")]),
    company: anyOf([settings.company.name]),
  };
  compiled.set(settings, fresh);
  return fresh;
}

function anyOf(names: readonly string[]): RegExp | undefined {
  const forms = names.map(formOf).filter((form) => form !== "");
  return forms.length === 0 ? undefined : new RegExp(`(?<![\\p{L}\\d])(?:${forms.join("|")})(?![\\p{L}\\d])`, "u");
}

function besidePlan(plans: readonly string[]): RegExp | undefined {
  const forms = plans.map(formOf).filter((form) => form !== "");
  const plan = "(?:plans?|tier|paket|tarif|abo|formule|forfait|piano|abbonamento|abonnement|abonament|plano|tariff)";
  const names = `(?:${forms.join("|")})`;
  return forms.length === 0
    ? undefined
    : new RegExp(`(?<![\\p{L}])(?:${names}[\\s-]{1,2}${plan}|${plan}\\s{1,2}["'«]?${names})(?![\\p{L}])`, "u");
}

/** Case and accents are folded away; white space may be any, and a hyphen may be missing. */
const formOf = (name: string): string =>
  fold(name.trim())
    .replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")
    .replace(/[\s-]+/g, "[\\s-]{0,2}");
