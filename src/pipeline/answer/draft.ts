import type { TriageDecision } from "../../domain/decision.ts";
import type { Draft } from "../../domain/draft.ts";
import type { Email } from "../../domain/email.ts";
import { ourAddresses, type Settings } from "../../domain/settings/settings.ts";
import { recipientsOf, replySubject } from "./recipients.ts";
import { BUILT_IN_TEMPLATES } from "./templates.ts";

export interface DraftContext {
  email: Email;
  decision: TriageDecision;
  /** The address that received the mail, and answers it. */
  mailbox: string;
  settings: Settings;
}

/** An answer from the company's own template for the intent and language, else from a built-in one. */
export function draftFromTemplate({ email, decision, mailbox, settings }: DraftContext): Draft {
  const box = settings.mailboxes.find((one) => one.address === mailbox);
  const { to, cc } = recipientsOf(email, ourAddresses(settings));
  const { text, language } = templateFor(decision, settings);
  const body = fillSlots(text, { customer_name: greetingName(decision, email), company_name: settings.company.name });
  const { signature } = settings.answering;
  return {
    from: { address: mailbox, name: box?.name ?? settings.company.name },
    to,
    cc,
    subject: replySubject(email.subject),
    body: signature ? `${body}\n\n${signature.trim()}` : `${body}\n${settings.company.name}`,
    attachments: [],
    language,
    citations: [],
  };
}

function templateFor(
  { intent, language }: TriageDecision,
  { answering }: Settings,
): { text: string; language: string } {
  const sources = [
    answering.templates[intent],
    answering.templates["general"],
    BUILT_IN_TEMPLATES[intent],
    BUILT_IN_TEMPLATES["general"],
  ];
  for (const wanted of [language, "en"]) {
    for (const source of sources) {
      const text = source?.[wanted];
      if (text !== undefined) return { text, language: wanted };
    }
  }
  throw new Error("the built-in templates have no English");
}

/** Known slots are filled; one that has no value and can be left out is, together with the space before it. What remains is for the guards. */
export function fillSlots(text: string, values: Readonly<Record<string, string | undefined>>): string {
  return text.replace(/ ?\{\{\s*([a-z_]+)\s*\}\}/g, (slot, name: string) => {
    if (!(name in values)) return slot;
    const value = values[name];
    return value ? `${slot.startsWith(" ") ? " " : ""}${value}` : "";
  });
}

/** A name that a person gave for themselves; an address or a company makes a poor greeting. */
function greetingName({ entities }: TriageDecision, email: Email): string | undefined {
  const name = entities.person_name ?? (email.machine.kind === "none" ? email.from?.name : undefined);
  const clean = name?.replace(/[\p{Cc}\p{Cf}<>"{}[\]]/gu, "").trim();
  return clean && clean.length <= 60 && !clean.includes("@") && !/https?:|www\./i.test(clean) ? clean : undefined;
}
