import type { TriageDecision } from "../../domain/decision.ts";
import type { Draft } from "../../domain/draft.ts";
import type { Email } from "../../domain/email.ts";
import { type ByLanguage, inLanguageOf } from "../../domain/incident.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import { blankAnswer } from "../answer/blank.ts";
import { fillSlots } from "../answer/draft.ts";
import { greetingName } from "../answer/greeting-name.ts";
import { signatureFor } from "../answer/guards/own-text.ts";
import { frameOf } from "../answer/templates.ts";

/**
 * One person's words as an answer to one customer's mail: their language where it was written in it, their name, and nothing
 * of anybody else. A text that greets by itself, with `{{customer_name}}`, gets no second greeting.
 */
export function sharedAnswer(
  texts: ByLanguage,
  {
    email,
    decision,
    mailbox,
    settings,
  }: { email: Email; decision: TriageDecision; mailbox: string; settings: Settings },
): Draft | undefined {
  const chosen = inLanguageOf(texts, email.language);
  if (!chosen) return undefined;
  const values = { customer_name: greetingName(decision, email), company_name: settings.company.name };
  const frame = frameOf(chosen.language);
  const signature = signatureFor(chosen.language, settings.answering);
  const text = chosen.text.trim();
  const whole = /\{\{\s*customer_name\s*\}\}/.test(text);
  const body = whole
    ? fillSlots(text, values)
    : [fillSlots(frame?.greeting ?? "", values), fillSlots(text, values), frame?.closing ?? ""]
        .filter((part) => part !== "")
        .join("\n\n");
  return {
    ...blankAnswer(email, mailbox, settings),
    body: `${body}${signature || whole || !frame ? "\n\n" : "\n"}${signature || settings.company.name}`,
    language: chosen.language,
  };
}
