import type { Entities } from "../domain/decision.ts";
import type { Email, PiiKind, RedactedEmail, RedactedText } from "../domain/email.ts";
import type { Settings } from "../domain/settings/settings.ts";
import { inLanguage, type RedactionContext, redactionContext } from "./redact/context.ts";
import { Placeholders, type PlaceholdersState } from "./redact/placeholders.ts";
import { redact } from "./redact/redact.ts";
import { restore } from "./redact/restore.ts";

/** Newest text that a model is shown; most of what decides an intent stands in its first lines. */
const MODEL_TEXT = 1_500;
const MODEL_HISTORY = 600;
const MODEL_ATTACHMENT = 400;

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

const contexts = new WeakMap<Settings, RedactionContext>();

/** One conversation's masking: everything that a model, Slack or an index is shown goes through here, with the same placeholders throughout. */
export class Masker {
  readonly #placeholders: Placeholders;
  readonly #context: RedactionContext;
  readonly #found = new Map<PiiKind, number>();

  constructor(settings: Settings, language: string, state: unknown) {
    const base = contexts.get(settings) ?? redactionContext(settings);
    contexts.set(settings, base);
    this.#context = inLanguage(base, language);
    this.#placeholders = isState(state) ? Placeholders.restore(state) : new Placeholders();
  }

  mask(text: string): RedactedText {
    const { text: masked, spans } = redact(text, this.#placeholders, this.#context);
    for (const { kind } of spans) this.#found.set(kind, (this.#found.get(kind) ?? 0) + 1);
    return masked;
  }

  email(email: Email, earlier: readonly { direction: "in" | "out"; text: string }[]): RedactedEmail {
    const history = earlier
      .slice(0, 2)
      .map(({ direction, text }) => `${direction === "in" ? "They" : "We"} wrote: ${text.slice(0, MODEL_HISTORY / 2)}`);
    return {
      subject: this.mask(email.subject.slice(0, 300)),
      // Masked before it is cut: half a card number is one too, and no recogniser would know it.
      visibleText: this.mask(email.visibleText).slice(0, MODEL_TEXT) as RedactedText,
      history: this.mask(history.join("\n")),
      attachments: email.attachments.slice(0, 5).map((one) => ({
        name: this.mask(one.name),
        text: one.text === undefined ? undefined : (this.mask(one.text).slice(0, MODEL_ATTACHMENT) as RedactedText),
      })),
      found: Object.fromEntries(this.#found),
    };
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
