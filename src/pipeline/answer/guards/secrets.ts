import type { Draft } from "../../../domain/draft.ts";
import type { PiiKind } from "../../../domain/email.ts";
import type { Settings } from "../../../domain/settings/settings.ts";
import { inLanguage, type RedactionContext, redactionContext } from "../../redact/context.ts";
import { findPii } from "../../redact/find-pii.ts";
import type { Guard } from "./guard-context.ts";
import { ownTexts } from "./own-text.ts";

/** In no mail, whoever writes it. */
const SECRET: readonly PiiKind[] = [
  "credit_card",
  "ssn",
  "iban",
  "passport",
  "national_id",
  "api_key",
  "password",
  "dob",
];
/** Not in what a machine writes: it could only have them from the mail. */
const PERSONAL: readonly PiiKind[] = [...SECRET, "phone", "email", "address"];

const WORDS: Readonly<Record<PiiKind, string>> = {
  credit_card: "a card number",
  ssn: "a social security number",
  iban: "an account number",
  phone: "a phone number",
  email: "an e-mail address",
  address: "a postal address",
  dob: "a date of birth",
  passport: "a passport number",
  national_id: "an identity number",
  api_key: "a key",
  password: "a password",
};

/** What was looked up is somebody's, and no text of the company's. */
const articlesOf = ({ citations }: Draft): string[] =>
  citations.filter(({ record }) => !record).map(({ quote }) => quote);

const contexts = new WeakMap<Settings, RedactionContext>();

/** What the company itself writes everywhere (its bank account, its phone) is no secret. */
export const secrets: Guard = {
  name: "secrets",
  person: "bars",
  look(draft, { settings, by = "machine" }) {
    const base = contexts.get(settings) ?? redactionContext(settings);
    contexts.set(settings, base);
    const context = inLanguage(base, draft.language);
    const own = [...ownTexts(settings), ...articlesOf(draft)].join("\n");
    const kinds = by === "machine" ? PERSONAL : SECRET;
    const found = findPii(draft.body, context).find(
      ({ kind, start, end }) => kinds.includes(kind) && !own.includes(draft.body.slice(start, end)),
    );
    return found ? `It holds ${WORDS[found.kind]} that must not leave by mail.` : undefined;
  },
};
