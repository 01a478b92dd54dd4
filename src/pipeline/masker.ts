import type { Entities } from "../domain/decision.ts";
import type { Email, PiiKind, RedactedEmail, RedactedText } from "../domain/email.ts";
import type { Settings } from "../domain/settings/settings.ts";
import { inLanguage, type RedactionContext, redactionContext } from "./redact/context.ts";
import { Placeholders, type PlaceholdersState } from "./redact/placeholders.ts";
import { redact } from "./redact/redact.ts";
import { redactEmail } from "./redact/redact-email.ts";
import { restore } from "./redact/restore.ts";

/** What makes a mail sensitive beyond what every mail holds. */
const SECRETS: readonly PiiKind[] = [
  "credit_card",
  "ssn",
  "iban",
  "dob",
  "passport",
  "national_id",
  "api_key",
  "password",
];

/** Earlier mails of the conversation that a model is shown, and how much of each. */
const EARLIER_MAILS = 2;
const EARLIER_CHARACTERS = 600;

const contexts = new WeakMap<Settings, RedactionContext>();

/** One conversation's masking: everything that a model, Slack or an index is shown goes through here, with the same placeholders throughout. */
export class Masker {
  readonly #placeholders: Placeholders;
  readonly #context: RedactionContext;
  readonly #found = new Set<PiiKind>();

  constructor(settings: Settings, language: string, state: unknown) {
    const base = contexts.get(settings) ?? redactionContext(settings);
    contexts.set(settings, base);
    this.#context = { ...inLanguage(base, language), found: new Map() };
    this.#placeholders = isState(state) ? Placeholders.restore(state) : new Placeholders();
  }

  /**
   * Text as the sender wrote it. `ours` is text that a model or we ourselves wrote from masked text: placeholders in it mean
   * what they say, where a sender's imitation of one means nothing.
   */
  mask(text: string, origin: "sender" | "ours" = "sender"): RedactedText {
    const { text: masked, spans } = redact(text, this.#placeholders, this.#context, origin);
    for (const { kind } of spans) this.#found.add(kind);
    return masked;
  }

  email(email: Email, earlier: readonly { direction: "in" | "out"; text: string }[]): RedactedEmail {
    const history = earlier
      .slice(0, EARLIER_MAILS)
      .map(({ direction, text }) => `${direction === "in" ? "They" : "We"} wrote: ${text.slice(0, EARLIER_CHARACTERS)}`)
      .join("\n");
    const redacted = redactEmail(email, this.#placeholders, this.#context, ...(history === "" ? [] : [history]));
    for (const kind of Object.keys(redacted.found)) this.#found.add(kind as PiiKind);
    return redacted;
  }

  /** A model repeats placeholders; the values go back in, here in the process. */
  restored(entities: Entities): Entities {
    const back = (value: string | null) => (value === null ? null : restore(value, this.#placeholders));
    return {
      ...entities,
      person_name: back(entities.person_name),
      person_email: back(entities.person_email),
      company_name: back(entities.company_name),
      company_domain: back(entities.company_domain),
      phone: back(entities.phone),
      order_id: back(entities.order_id),
      invoice_id: back(entities.invoice_id),
    };
  }

  get foundSecrets(): boolean {
    return SECRETS.some((kind) => this.#found.has(kind));
  }

  state(): PlaceholdersState {
    return this.#placeholders.toJSON();
  }
}

const isState = (state: unknown): state is PlaceholdersState =>
  typeof state === "object" && state !== null && (state as { v?: unknown }).v === 1;
