import { type Draft, OWN_WORDS } from "../../../src/domain/draft.ts";
import type { Email } from "../../../src/domain/email.ts";
import type { Passage } from "../../../src/domain/passage.ts";
import type { SettingsInput } from "../../../src/domain/settings/settings.ts";
import { readSourced } from "../../../src/pipeline/answer/model-draft.ts";
import { normalise } from "../../../src/pipeline/normalise.ts";
import { SUPPORT, settingsWith } from "../../fakes/desk.ts";

export const settings = (more: Partial<SettingsInput> = {}) =>
  settingsWith({ catalogue: { plans: ["Starter", "Team", "Enterprise"], ids: { order_id: "TW-\\d{6}" } }, ...more });

export const aPassage = (text: string, more: Partial<Passage> = {}): Passage => ({
  id: 1,
  key: "a.md#text",
  title: "Article",
  heading: "",
  text,
  language: "en",
  ...more,
});

export function aMail({
  from = "Orla Keane <orla@quayside.example>",
  subject = "A question",
  text = "Could you tell us please how long we have until our trial ends, and what it costs?",
  headers = "",
} = {}): Promise<Email> {
  const raw = `From: ${from}\r\nTo: ${SUPPORT}\r\n${headers}Subject: ${subject}\r\nMessage-ID: <1@quayside.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`;
  return normalise(Buffer.from(raw), { ourAddresses: new Set([SUPPORT]), groupListIds: new Set() });
}

/** An answer as a model writes it, with its marks, over these passages. */
export function anAnswer(marked: string, passages: Passage[] = [], more: Partial<Draft> = {}): Draft {
  const { text, sentences, citations } = readSourced(marked, passages) ?? { text: "", sentences: [], citations: [] };
  return {
    from: { address: SUPPORT, name: "Larkspur" },
    to: [{ name: "Orla Keane", address: "orla@quayside.example" }],
    cc: [],
    subject: "Re: A question",
    body: text,
    attachments: [],
    language: "en",
    citations,
    sentences,
    ...more,
  };
}

export const ownWords = (body: string): Draft =>
  anAnswer(body, [], { sentences: [{ text: body, sources: [OWN_WORDS] }] });
