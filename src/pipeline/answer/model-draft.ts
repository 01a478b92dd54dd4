import type { EngineStep } from "../../domain/decision.ts";
import type { Passage } from "../../domain/passage.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import { askInTurn } from "../understand/ask-once.ts";
import type { PromptMail } from "../understand/prompt.ts";
import type { Engines } from "../understand/understand.ts";
import { citationOf, type Substance } from "./draft.ts";
import { DraftAnswer, draftInstructions, draftQuestion, draftVersion } from "./draft-prompt.ts";
import { sentencesOf } from "./sentences.ts";

const MAX_OUTPUT_TOKENS = 600;

/** An answer in a model's words, with the passages that it stands on; undefined where no provider has one. */
export function substanceFromModel(
  mail: PromptMail,
  language: string,
  passages: readonly Passage[],
  settings: Settings,
  { providers, around }: Engines,
  steps: EngineStep[],
): Promise<Substance | undefined> {
  const system = draftInstructions(settings, language);
  return askInTurn(
    providers,
    {
      name: "draft",
      schema: DraftAnswer,
      system,
      user: draftQuestion(mail, passages),
      maxOutputTokens: MAX_OUTPUT_TOKENS,
      check: (value) => {
        const answer = DraftAnswer.safeParse(value);
        if (!answer.success) return answer;
        const substance = readSourced(answer.data.answer, passages);
        return substance ? { success: true, data: substance } : { success: false, error: new Error("it says nothing") };
      },
      settings,
      now: around.now,
      promptVersion: draftVersion(system),
    },
    steps,
  );
}

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
