import type { Email } from "../../../domain/email.ts";
import type { SenderFacts } from "../../../domain/sender.ts";
import type { Settings } from "../../../domain/settings/settings.ts";
import type { Concept } from "../lexicon/concepts.ts";
import { matchersFor } from "../lexicon/lexicon.ts";
import { sentences } from "../text/sentences.ts";
import { fold } from "../text/tokens.ts";
import { addConcepts, type Meaning, meaningOf } from "./concepts.ts";
import { hash, hashOn } from "./hash.ts";
import { oursIn } from "./ours.ts";
import { RELATIONS, signals } from "./signals.ts";
import { Vector } from "./vector.ts";
import { addWords } from "./words.ts";

export interface LocalInput {
  email: Email;
  /** The address that received the mail. */
  mailbox: string;
  settings: Settings;
  sender: SenderFacts;
}

/** A mail read once, for all who judge it. */
export interface ReadMail {
  subject: Meaning[];
  body: Meaning[];
  files: Meaning[];
  signals: string[];
}

/** What is read of a text: longer ones were pasted, and time matters. */
const MAX_CHARS = 3_000;

export function meaningsOf(text: string, language: string): Meaning[] {
  const matchers = matchersFor(language);
  return sentences(fold(text)).map((sentence) => meaningOf(sentence, matchers));
}

export function readMail(input: LocalInput): ReadMail {
  const { email } = input;
  const meanings = (text: string) => meaningsOf(text, email.language);
  const subject = email.subject.replace(/^(?:\s*(?:re|aw|sv|antw|odp|vs|rif|ynt|fwd?|wg|tr|rv|i|enc)\s?[:：])+/i, "");
  const text = email.visibleText || email.forwarded?.text || email.text;
  return {
    subject: meanings(subject.slice(0, 300)),
    body: meanings(text.slice(0, MAX_CHARS)),
    files: meanings(email.attachments.map(({ name }) => name.replace(/[._-]+|\.\w+$/g, " ")).join("\n")),
    signals: signals({ ...input, ours: oursIn(email, input.settings) }),
  };
}

/** Words that are the company's own, and so say nothing about other companies' mail. */
export function ownWords(settings: Settings): ReadonlySet<string> {
  const known = cache.get(settings);
  if (known) return known;
  const products = settings.catalogue.products.flatMap((one) =>
    typeof one === "string" ? [one] : [one.name, ...one.aliases],
  );
  const text = [
    settings.company.name,
    ...products,
    ...settings.mailboxes.map(({ address }) => address.replace(/^.*@|\.\w+$/g, " ")),
  ].join(" ");
  const own = new Set(
    fold(text)
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 2),
  );
  cache.set(settings, own);
  return own;
}
const cache = new WeakMap<Settings, ReadonlySet<string>>();

export function featuresOf(read: ReadMail, settings: Settings): Vector {
  const vector = new Vector();
  addWords(
    vector,
    read.subject.map(({ sentence }) => sentence),
    read.body.map(({ sentence }) => sentence),
    ownWords(settings),
  );
  addConcepts(vector, read.subject, read.body, read.files);
  const signals = vector.group("signals");
  for (const name of read.signals) signals.named(name);
  const pairs = vector.group("pairs");
  read.signals.forEach((one, at) => {
    const pair = hash(`${one} with `);
    for (let other = at + 1; other < read.signals.length; other++) pairs.add(hashOn(pair, read.signals[other]!));
  });
  const related = vector.group("relations");
  const concepts = new Set<Concept>();
  for (const list of [read.subject, read.body])
    for (const meaning of list) for (const concept of meaning.concepts) concepts.add(concept);
  for (const relation of RELATIONS) {
    if (!read.signals.includes(relation)) continue;
    const on = hash(`${relation}: `);
    for (const concept of concepts) related.add(hashOn(on, concept));
  }
  return vector;
}
