import type { EngineStep } from "../../domain/decision.ts";
import { type MailroomError, toFailure } from "../../domain/errors.ts";
import type { Passage } from "../../domain/passage.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import { costOf } from "../understand/model.ts";
import type { PromptMail } from "../understand/prompt.ts";
import type { Engines } from "../understand/understand.ts";
import { citationOf, type Substance } from "./draft.ts";
import { DraftAnswer, draftInstructions, draftQuestion } from "./draft-prompt.ts";
import { sentencesOf } from "./sentences.ts";

const MAX_OUTPUT_TOKENS = 600;

/** Asks the providers in turn, each once: a template is at hand, and a card that comes late is worse. */
export async function substanceFromModel(
  mail: PromptMail,
  language: string,
  passages: readonly Passage[],
  settings: Settings,
  { providers, around }: Engines,
  steps: EngineStep[],
): Promise<Substance | undefined> {
  const system = draftInstructions(settings, language);
  const user = draftQuestion(mail, passages);
  for (const { small, breaker } of providers) {
    if (!breaker.allows()) continue;
    const startedAt = around.now();
    const record = (outcome: string, usage = { inputTokens: 0, cachedTokens: 0, outputTokens: 0 }) =>
      steps.push({
        engine: small.name,
        outcome,
        tookMs: around.now() - startedAt,
        ...usage,
        costUsd: costOf(usage, settings.model.prices[small.name]),
      });
    try {
      const { value, usage } = await small.complete({
        name: "draft",
        schema: DraftAnswer,
        system,
        user,
        maxOutputTokens: MAX_OUTPUT_TOKENS,
        timeoutMs: settings.model.timeoutMs,
      });
      breaker.succeeded();
      const answer = DraftAnswer.safeParse(value);
      record(answer.success ? "answered" : "model_output_invalid", usage);
      const substance = answer.success ? readSourced(answer.data.answer, passages) : undefined;
      if (substance) return substance;
    } catch (error) {
      const failure = toFailure(error);
      if (isOfThisMail(failure)) breaker.succeeded();
      else breaker.failed();
      record(failure.code);
    }
  }
  return undefined;
}

/** Trouble with one answer, as against the provider's own. */
const isOfThisMail = ({ code }: MailroomError): boolean =>
  ["model_refused", "model_cut_short", "model_output_invalid", "model_rejected"].includes(code);

const MARK = /\s*\[\s*(P\d+(?:\s*[,;]\s*P\d+)*)\s*\]/gi;

/** The answer without its marks, and which sentence bore which. A mark that names no passage is none. */
export function readSourced(answer: string, passages: readonly Passage[]): Substance | undefined {
  const ids = new Map(passages.map((passage, index) => [`P${index + 1}`, passage]));
  const used = new Set<string>();
  const sentences: Substance["sentences"] = [];
  const lines = answer
    .replace(/\r\n?/g, "\n")
    .trim()
    .split("\n")
    .map((line) =>
      sentencesOf(line)
        .map((marked) => {
          const named = [...marked.matchAll(MARK)].flatMap(([, list]) => list!.toUpperCase().match(/P\d+/g) ?? []);
          const sources = [...new Set(named)].filter((id) => ids.has(id));
          const text = marked.replace(MARK, "").trim();
          if (sources.length > 0) sentences.push({ text, sources });
          for (const id of sources) used.add(id);
          return text;
        })
        .join(" "),
    );
  const text = lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  if (text === "") return undefined;
  return { text, sentences, citations: [...used].map((id) => citationOf(ids.get(id)!, id)) };
}
