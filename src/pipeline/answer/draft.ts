import type { TriageDecision } from "../../domain/decision.ts";
import { type Citation, type Draft, OWN_WORDS } from "../../domain/draft.ts";
import type { Email } from "../../domain/email.ts";
import type { Passage } from "../../domain/passage.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import { decided } from "../../domain/template.ts";
import { plainText } from "./article.ts";
import { blankAnswer } from "./blank.ts";
import { greetingName } from "./greeting-name.ts";
import { signatureFor } from "./guards/own-text.ts";
import { sentencesOf } from "./sentences.ts";
import { BUILT_IN_TEMPLATES, FOUND, frameOf } from "./templates.ts";

export interface DraftContext {
  email: Email;
  decision: TriageDecision;
  /** The address that received the mail, and answers it. */
  mailbox: string;
  settings: Settings;
}

/** What an answer says of the matter itself, sentence by sentence, with the passages it stands on. */
export interface Substance {
  /** As the customer will read it; line breaks kept. */
  text: string;
  sentences: { text: string; sources: string[] }[];
  citations: Citation[];
  /** As of a draft. */
  loose?: boolean;
}

/**
 * An answer from the company's own template for the intent and language, else from a built-in one. `substance`, where
 * articles answer the question, goes where the template has `{{answer}}`, or before its last paragraph.
 */
export function draftFromTemplate(context: DraftContext, substance?: Substance): Draft {
  const { email, decision, mailbox, settings } = context;
  const { text, language, own } = templateFor(decision, settings, substance !== undefined);
  const values = slotValues(context);
  const closed = own ? text : withClosing(text, settings.answering.style.closing[language]);
  const whole = decided(substance ? withPlace(closed, own) : closed, (slot) =>
    slot === "answer" ? substance !== undefined : ownValue(values, slot) !== undefined,
  );
  // Without an answer its place stays visible, as that of any other slot without a value.
  const [before, ...after] = substance ? whole.split(ANSWER) : [whole];
  const written = [fillSlots(before!, values), fillSlots(after.join(""), values)];
  const ours = written.flatMap((part) => sentencesOf(part));
  const body = [written[0]!, substance?.text ?? "", written[1]!]
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join("\n\n");
  return {
    ...blankAnswer(email, mailbox, settings),
    body: signed(body, settings, language),
    language,
    citations: substance?.citations ?? [],
    ...(substance?.loose && { loose: true }),
    sentences: [
      ...(substance?.sentences ?? []),
      // What a mail brought into a slot is not the company's own word.
      ...ours.filter((one) => !carriesSlot(one, values)).map((one) => ({ text: one, sources: [OWN_WORDS] })),
    ],
  };
}

/** A built-in text ends as the company ends its mails, where it says how. */
const withClosing = (text: string, closing: string | undefined): string =>
  closing === undefined ? text : [...text.split(/\n{2,}/).slice(0, -1), closing].join("\n\n");

const ANSWER = /\{\{\s*answer\s*\}\}/;

/** Before the last paragraph, which is the greeting at the end. */
function withPlace(text: string, own: boolean): string {
  if (ANSWER.test(text)) return text;
  const paragraphs = text.split(/\n{2,}/);
  if (!own || paragraphs.length < 2) return `${text}\n\n{{answer}}`;
  return [...paragraphs.slice(0, -1), "{{answer}}", paragraphs.at(-1)].join("\n\n");
}

function templateFor(
  { intent, language }: TriageDecision,
  { answering }: Settings,
  answered: boolean,
): { text: string; language: string; own: boolean } {
  const sources: { texts: Readonly<Record<string, string>> | undefined; own: boolean }[] = [
    { texts: answering.templates[intent], own: true },
    { texts: answering.templates["general"], own: true },
    ...(answered ? [{ texts: FOUND, own: false }] : []),
    { texts: BUILT_IN_TEMPLATES[intent], own: false },
    { texts: BUILT_IN_TEMPLATES["general"], own: false },
  ];
  for (const wanted of [language, "en"]) {
    for (const { texts, own } of sources) {
      const text = texts?.[wanted];
      if (text !== undefined) return { text, language: wanted, own };
    }
  }
  throw new Error("the built-in templates have no English");
}

/** The company's own template where it says everything itself: its conditions decided, its slots open. */
export function wholeTemplate(context: DraftContext): { text: string; language: string } | undefined {
  const { intent, language } = context.decision;
  const text = context.settings.answering.templates[intent]?.[language];
  if (text === undefined || ANSWER.test(text)) return undefined;
  const values = slotValues(context);
  return { text: decided(text, (slot) => ownValue(values, slot) !== undefined), language };
}

const TEMPLATE = "T1";

/** A template whose statements a model put in other words: they stand on the template as on an article. */
export function draftRephrased(
  context: DraftContext,
  { text, sentences }: { text: string; sentences: { text: string }[] },
  template: { text: string; language: string },
): Draft {
  const { email, mailbox, settings, decision } = context;
  const values = slotValues(context);
  const reworded = sentences.map((one) => fillSlots(one.text, values));
  const body = fillSlots(text, values).trim();
  return {
    ...blankAnswer(email, mailbox, settings),
    body: signed(body, settings, template.language),
    language: template.language,
    citations: [
      {
        id: TEMPLATE,
        title: `Your template for ${decision.intent.replaceAll("_", " ")}`,
        quote: fillSlots(template.text, values),
        language: template.language,
      },
    ],
    sentences: [
      ...reworded.map((one) => ({ text: one, sources: [TEMPLATE] })),
      ...sentencesOf(body)
        .filter((one) => !reworded.includes(one) && !carriesSlot(one, values))
        .map((one) => ({ text: one, sources: [OWN_WORDS] })),
    ],
  };
}

function signed(body: string, { answering, company }: Settings, language: string): string {
  const signature = signatureFor(language, answering);
  return signature === "" ? `${body}\n${company.name}` : `${body}\n\n${signature}`;
}

/** Slots that a mail may fill, each only with what has the right form: nothing a sender writes becomes a sentence of ours. */
function slotValues({ email, decision, settings }: DraftContext): Record<string, string | undefined> {
  const { order_id, invoice_id, plan, products } = decision.entities;
  const known = (name: string | null | undefined, list: readonly string[]) =>
    list.find((one) => one.toLowerCase() === name?.toLowerCase());
  const offered = settings.catalogue.products.map((one) => (typeof one === "string" ? one : one.name));
  const number = (value: string | null, field: string) => {
    const form = settings.catalogue.ids[field];
    const fits =
      value !== null &&
      (form ? new RegExp(`^(?:${form})$`, "u").test(value) : /^#?[A-Z]{0,5}-?\d[\d-]{2,15}$/i.test(value));
    return fits ? value : undefined;
  };
  return {
    customer_name: greetingName(decision, email),
    company_name: settings.company.name,
    order_id: number(order_id, "order_id"),
    invoice_id: number(invoice_id, "invoice_id"),
    plan: known(plan, settings.catalogue.plans),
    product: known(products[0], offered),
  };
}

/** Its own values only: a slot called `constructor` has none. */
const ownValue = (values: Readonly<Record<string, string | undefined>>, slot: string): string | undefined =>
  Object.hasOwn(values, slot) ? values[slot] : undefined;

/** A name can be left out, together with the space before it. Whatever else is missing stays visible, for a person and the guards. */
export function fillSlots(text: string, values: Readonly<Record<string, string | undefined>>): string {
  return decided(text, (slot) => ownValue(values, slot) !== undefined).replace(
    / ?\{\{\s*([a-z_]+)\s*\}\}/g,
    (slot, name: string) => {
      const lead = slot.startsWith(" ") ? " " : "";
      const value = ownValue(values, name);
      if (value) return `${lead}${value}`;
      return name === "customer_name" ? "" : `${lead}‹${name.replaceAll("_", " ")}›`;
    },
  );
}

const carriesSlot = (sentence: string, { customer_name, order_id, invoice_id }: Record<string, string | undefined>) =>
  [customer_name, order_id, invoice_id].some((value) => value !== undefined && sentence.includes(value));

/** Greeting, what was found out, and the end: the form of an answer whose words a model wrote. */
export function draftAround(context: DraftContext, substance: Substance): Draft {
  const { decision, email, mailbox, settings } = context;
  const frame = frameOf(decision.language);
  const values = slotValues(context);
  const { templates, style } = settings.answering;
  const closing = style.closing[decision.language] ?? frame?.closing ?? "";
  if (templates[decision.intent]?.[decision.language]) return draftFromTemplate(context, substance);
  const body = [fillSlots(frame?.greeting ?? "", values), substance.text, closing]
    .filter((part) => part !== "")
    .join("\n\n");
  return {
    ...blankAnswer(email, mailbox, settings),
    body: signed(body, settings, decision.language),
    language: decision.language,
    citations: substance.citations,
    sentences: [
      ...substance.sentences,
      ...(style.closing[decision.language] ? sentencesOf(closing).map((text) => ({ text, sources: [OWN_WORDS] })) : []),
    ],
  };
}

export const citationOf = (passage: Passage, id: string): Citation => ({
  id,
  title: passage.heading ? `${passage.title}: ${passage.heading}` : passage.title,
  quote: passage.text,
  language: passage.language,
  // A banner is no passage of an article.
  ...(passage.id > 0 && { passageId: passage.id }),
});

/** Sentences of a passage that a customer can read: no headings, no rows of a table. */
export const readableSentences = ({ text }: Passage): string[] =>
  sentencesOf(
    plainText(
      text
        .split("\n")
        .filter((line) => !/^\s*\|/.test(line))
        .join("\n"),
    ).replace(/(?<!\n)\n(?!\n)/g, " "),
  ).filter((sentence) => /[\p{L}]/u.test(sentence));
