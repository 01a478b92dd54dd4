import type { RequiredAction } from "../../domain/decision.ts";
import type { Passage } from "../../domain/passage.ts";
import { citationOf, readableSentences, type Substance } from "./draft.ts";
import { sentencesOf } from "./sentences.ts";
import { stemsOf } from "./word-stems.ts";

/** What an answer without a model may quote. */
const MOST_WORDS = 70;
const MOST_SENTENCES = 3;
/** Of the first passages: what stands further down is found by chance more often than not. */
const PASSAGES = 2;
/** Different words of the question that the quoted sentences, or the titles above them, must hold. */
const SHARED = 2;
/** Where no word of the title is asked for. */
const SHARED_WITHOUT_TITLE = 3;

/** Of the words that a mail asks with, so much must stand in what is quoted, or it is loose. */
const ASKED_FOR = 0.4;

/** A title says what an article is about; a sentence holds words of much else. */
const TITLE = 2;

/**
 * What an article has to share with a mail, by what is to be done about it. Where somebody must look into a thing, an article is
 * an answer only if it is about what is asked. Where another colleague or a meeting is wanted, none is.
 */
const ANSWERS: Readonly<Record<RequiredAction, "question" | "matter" | "never">> = {
  answer_question: "question",
  send_pricing: "question",
  process_billing: "matter",
  forward_support: "matter",
  schedule_demo: "never",
  route_ops: "never",
  escalate: "matter",
  ignore: "never",
};

export interface Asked {
  subject: string;
  text: string;
  language: string;
  action: RequiredAction;
}

/**
 * The sentences of the articles that fit the question best, word for word. Only articles in the customer's language: nothing
 * here translates. Undefined where nothing fits well enough to be sent.
 */
export function bestSentences(
  { subject, text, language, action }: Asked,
  found: readonly Passage[],
): Substance | undefined {
  const needs = ANSWERS[action];
  if (needs === "never") return undefined;
  const asked = new Set(stemsOf(`${subject}\n${text}`, language));
  // A long mail shares words with any article; what it is about stands in its subject and its questions.
  const core = new Set(stemsOf([subject, ...sentencesOf(text).filter(isQuestion)].join("\n"), language));
  const candidates = found.slice(0, PASSAGES).flatMap((passage, rank) => {
    if (passage.language !== language) return [];
    const title = new Set(stemsOf(`${passage.title} ${passage.heading}`, language).filter((word) => asked.has(word)));
    const sentences = readableSentences(passage);
    const hits = sentences.map((one) => new Set(stemsOf(one, language).filter((word) => asked.has(word))));
    const best = hits.reduce((top, words, at) => (words.size > hits[top]!.size ? at : top), 0);
    const shared = new Set([...title, ...(hits[best] ?? [])]);
    if (!sentences[best] || hits[best]!.size === 0 || shared.size < (title.size > 0 ? SHARED : SHARED_WITHOUT_TITLE))
      return [];
    if (needs === "matter" && (title.size === 0 || ![...shared].some((word) => core.has(word)))) return [];
    return [
      { passage, sentences, hits, best, title, score: shared.size + hits[best]!.size + TITLE * title.size - rank },
    ];
  });
  const [chosen] = candidates.sort((a, b) => b.score - a.score);
  if (!chosen) return undefined;
  const { sentences, hits, best, title, passage } = chosen;
  // What follows belongs to it: a limit, a condition.
  const order = [best, best + 1, best - 1, ...hits.keys()].filter(
    (at, index, all) => sentences[at] && all.indexOf(at) === index,
  );
  const taken: number[] = [];
  for (const at of order) {
    if (taken.length >= MOST_SENTENCES || (at !== best + 1 && hits[at]!.size === 0)) continue;
    const words = [...taken, at].reduce((sum, one) => sum + sentences[one]!.split(/\s+/).length, 0);
    if (words <= MOST_WORDS) taken.push(at);
  }
  const quoted = taken.sort((a, b) => a - b).map((at) => sentences[at]!);
  if (quoted.length === 0) return undefined;
  const said = new Set([...title, ...taken.flatMap((at) => [...hits[at]!])]);
  const question = core.size > 0 ? core : asked;
  return {
    loose: [...question].filter((word) => said.has(word)).length < ASKED_FOR * question.size,
    text: quoted.join(" "),
    sentences: quoted.map((one) => ({ text: one, sources: ["P1"] })),
    citations: [citationOf(passage, "P1")],
  };
}

const isQuestion = (sentence: string): boolean => /[?？]\s*$/.test(sentence);
