import type { Meaning } from "./features/concepts.ts";
import type { ReadMail } from "./features/features.ts";
import { hash } from "./features/hash.ts";
import { wordKey } from "./features/words.ts";
import { rarity } from "./intents.ts";
import type { Concept } from "./lexicon/concepts.ts";
import { type Weights, weightOf } from "./model/weights.ts";

const MAX_WORDS = 3;
const MAX_CONCEPTS = 2;
/** Words of the mail that are names would tell a reader nothing, so only words that training knows are shown. */
const SHORTEST_WORD = 4;
/** Words that stand in every other mail may count, and explain nothing. */
const LEAST_RARITY = 0.35;

/** Why an intent was chosen, in words a person can check against the mail; empty where it was not one word or fact. */
export function reasonsFor(read: ReadMail, weights: Weights, intent: string): string[] {
  const column = weights.columns.indexOf(intent);
  if (column < 0) return ["Like the intent's description and examples"];
  const speaks = (key: number) => weightOf(weights, key, column);

  const sentences = [...read.subject, ...read.body];
  const concepts = new Map<Concept, number>();
  for (const { concepts: found } of sentences)
    for (const concept of found) if (!(concept in SILENT)) concepts.set(concept, speaks(hash(`is ${concept}`)));
  const facts = new Map(
    read.signals.filter((signal) => signal in FACTS).map((signal) => [signal, speaks(hash(signal))]),
  );

  const out: string[] = [];
  const topics = strongest(concepts, MAX_CONCEPTS).map((concept) => SHOWN[concept] ?? concept);
  if (topics.length > 0) out.push(`About: ${topics.join(", ")}`);
  // Single words say why where no topic does; beside one they only raise questions.
  const shown = topics.length > 0 ? [] : strongest(tellingWords(sentences, weights, speaks), MAX_WORDS);
  if (shown.length > 0) out.push(`Words: ${shown.join(", ")}`);
  const fact = strongest(facts, 1)[0];
  if (fact) out.push(FACTS[fact]!);
  return out;
}

function tellingWords(sentences: readonly Meaning[], weights: Weights, speaks: (key: number) => number) {
  const words = new Map<string, number>();
  for (const { sentence } of sentences) {
    for (const { text, kind } of sentence.tokens) {
      if (kind !== "word" || text.length < SHORTEST_WORD) continue;
      const key = wordKey(text);
      if (rarity(key, weights) >= LEAST_RARITY) words.set(text, speaks(key));
    }
  }
  return words;
}

const strongest = <T>(weighed: Map<T, number>, most: number): T[] =>
  [...weighed]
    .filter(([, weight]) => weight > 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([one]) => one);

/** Concepts that are grammar or tone; they count, and would tell a reader nothing. */
const SILENT: Partial<Record<Concept, true>> = {
  please: true,
  sorry: true,
  formal: true,
  informal: true,
  question: true,
  canyou: true,
  doyou: true,
  not: true,
  i: true,
  we: true,
  you: true,
  my: true,
  our: true,
  your: true,
  thanks: true,
};

const SHOWN: Partial<Record<Concept, string>> = {
  available: "what is available",
  need: "what they need",
  interest: "interest in an offer",
  fails: "something that fails",
  howto: "how to do something",
  missing: "something missing",
  wrong: "something wrong",
  owns: "something they have from us",
  pay: "payment",
  double: "something twice",
  po: "purchase order",
  correct: "a correction",
  pitch: "a sales pitch",
  ask_time: "asking for our time",
  intro: "introducing a company",
  supply: "supplying us",
  bump: "chasing an earlier mail",
  optout: "a way to opt out",
  clients: "their clients",
  bulk: "several at once",
  apply: "an application",
  readmore: "links to read more",
  bankchange: "changed bank details",
  giftcard: "gift cards",
  lure: "a lure",
  adult: "adult content",
  kindly: "phrases of mass fraud",
  wrongperson: "wrong person",
  autoack: "an automatic answer",
  verify: "verifying an account",
};

const FACTS: Record<string, string> = {
  "sender customer": "From a customer",
  "sender supplier": "From a supplier",
  "sender colleague": "From a colleague",
  "sender unknown company": "From a company we do not know",
  "sender private": "From a private address",
  "machine bulk": "Sent in bulk",
  "machine notification": "Sent by a system",
  "machine auto_reply": "An automatic reply",
  "machine bounce": "A delivery report",
  "auth failed": "The sender could not be verified",
  "domain like ours": "The sender's domain imitates ours",
  "forged as us": "Pretends to come from us",
  "link like ours": "A link imitates ours",
  "answers go to free mail": "Answers would go to a free-mail address",
  "file dangerous": "A dangerous attachment",
  "names a product": "Names one of our products",
  "has our order_id": "Has one of our order numbers",
  "has our invoice_id": "Has one of our invoice numbers",
};
