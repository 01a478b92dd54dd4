import type { PiiKind, PiiSpan } from "../../domain/email.ts";
import { ourAddresses, ourDomains, type Settings } from "../../domain/settings/settings.ts";
import { acknowledgementTexts, signatureTexts } from "../answer/guards/own-text.ts";
import { findPii } from "./find-pii.ts";
import { regionOfTimezone } from "./regions.ts";

/** What the receiving business knows about itself and its mail. All of it may be empty. */
export interface RedactionContext {
  /** ISO 639-1 of the text, or `unknown`: numbers written the local way are read the way that language's countries do. */
  language: string;
  /** Countries of the business and its customers, ISO 3166-1 alpha-2, the likeliest first. */
  regions: readonly string[];
  /** What belongs to the receiving business and is nobody's secret. */
  own: {
    /** Lower case. */
    emails: ReadonlySet<string>;
    domains: ReadonlySet<string>;
    /** As written; spelling does not matter. */
    phones: readonly string[];
    addresses: readonly string[];
  };
  /** The company's own number formats (orders, invoices, tickets), global; what they match stays. */
  allow: readonly RegExp[];
  /** The company's own key formats, global; what they match goes. */
  secrets: readonly RegExp[];
  /** What was found already in the texts of one mail, which are masked more than once; absent where nobody keeps it. */
  found?: Map<string, PiiSpan[]>;
}

export const NO_CONTEXT: RedactionContext = {
  language: "unknown",
  regions: [],
  own: { emails: new Set(), domains: new Set(), phones: [], addresses: [] },
  allow: [],
  secrets: [],
};

/**
 * What the settings say about it. Compiled once for a settings version; the language is the mail's and comes later.
 * The phone numbers and addresses that the company puts under its own answers are its own.
 */
export function redactionContext(settings: Settings): RedactionContext {
  const ids = Object.entries(settings.catalogue.ids);
  const region = regionOfTimezone(settings.company.timezone);
  const published = [
    ...signatureTexts(settings.answering),
    ...acknowledgementTexts(settings.sending),
    ...Object.values(settings.answering.templates).flatMap((byLanguage) => Object.values(byLanguage)),
  ].flatMap((text) =>
    findPii(text, NO_CONTEXT).map(({ kind, start, end }) => ({ kind, value: text.slice(start, end) })),
  );
  const ownOf = (kind: PiiKind) => published.filter((one) => one.kind === kind).map(({ value }) => value);
  const compiled = (entries: typeof ids) => entries.map(([, source]) => bounded(source));
  return {
    language: "unknown",
    regions: region ? [region] : [],
    own: {
      emails: ourAddresses(settings),
      domains: ourDomains(settings),
      phones: ownOf("phone"),
      addresses: ownOf("address"),
    },
    allow: compiled(ids.filter(([name]) => !SECRET_FIELD.test(name))),
    secrets: compiled(ids.filter(([name]) => SECRET_FIELD.test(name))),
  };
}

export const inLanguage = (context: RedactionContext, language: string): RedactionContext =>
  context.language === language ? context : { ...context, language };

/** A catalogue field by such a name is a format to hide, not one to keep: `api_key: "lk_live_[A-Za-z0-9]+"`. */
const SECRET_FIELD = /key|token|secret|passw|credential/i;

/** A pattern from the settings matches whole words only: `#\d{5}` must not speak for the first half of a longer number. */
const bounded = (source: string): RegExp => new RegExp(`(?<![\\w])(?:${source})(?![\\w])`, "g");
