import type { EngineStep } from "../../domain/decision.ts";
import type { Draft } from "../../domain/draft.ts";
import type { Knowledge, Passage } from "../../domain/passage.ts";
import type { PromptMail } from "../understand/prompt.ts";
import type { Engines } from "../understand/understand.ts";
import { bannerSaid, withBanner } from "./banner.ts";
import { bestSentences } from "./best-sentences.ts";
import { type DraftContext, draftAround, draftFromTemplate, hasWholeTemplate } from "./draft.ts";
import { substanceFromModel } from "./model-draft.ts";
import { questionWords } from "./question-words.ts";

/** What a prompt holds and a person would look up. */
const PASSAGES = 5;

export interface DraftRequest extends DraftContext {
  mail: PromptMail;
  /** The text is not shown to a model. */
  skipModel: boolean;
  /** Of the incident that the mail is about. */
  banner?: Passage | undefined;
}

export interface WrittenDraft {
  source: "model" | "template";
  draft: Draft;
  steps: EngineStep[];
}

/**
 * Articles first, then words: a model's where there is one, the articles' own where there is none, and the plain template
 * where no article answers. What a person has said of an incident comes before them all.
 */
export async function writeDraft(
  request: DraftRequest,
  { engines, knowledge }: { engines: Engines; knowledge: Knowledge },
): Promise<WrittenDraft> {
  const { decision, mail, settings, skipModel } = request;
  const steps: EngineStep[] = [];
  const { banner } = request;
  const articles = hasWholeTemplate(request) ? [] : await passagesFor(request, knowledge, engines, steps);
  const passages = banner ? [banner, ...articles] : articles;
  if (passages.length > 0 && !skipModel && !engines.budgetSpent()) {
    const substance = await substanceFromModel(mail, decision.language, passages, settings, engines, steps);
    if (substance)
      return {
        source: "model",
        draft: draftAround(request, banner ? withBanner(substance, banner, decision.language) : substance),
        steps,
      };
  }
  const question = `${mail.redacted.subject}\n${mail.redacted.visibleText}`;
  const said = banner && bannerSaid(banner, decision.language);
  const quoted = said ?? bestSentences(question, decision.language, articles);
  return { source: "template", draft: draftFromTemplate(request, quoted), steps };
}

/** Where the settings name the passages for an intent or a risk, those and no others; else what a search finds. */
async function passagesFor(
  { decision, mail, settings, skipModel }: DraftRequest,
  knowledge: Knowledge,
  { embedding }: Engines,
  steps: EngineStep[],
): Promise<Passage[]> {
  const { regulated } = settings.knowledge;
  const topics = [...decision.riskFlags, decision.intent].filter((topic) => topic in regulated);
  if (topics.length > 0) {
    const keys = [...new Set(topics.flatMap((topic) => regulated[topic]!))];
    return knowledge.byKeys(keys.slice(0, 2 * PASSAGES));
  }
  const languages = await knowledge.languages();
  if (languages.length === 0) return [];
  const { products, plan } = decision.entities;
  const meaning = skipModel ? undefined : await embedding?.ofQuestion(mail.redacted, knowledge, settings, steps);
  return knowledge.search(
    {
      ...questionWords(mail.redacted, decision.language, languages),
      products: [...products, ...(plan === null ? [] : [plan])].map((one) => one.toLowerCase()),
      language: decision.language,
      ...(meaning && { meaning }),
    },
    PASSAGES,
  );
}
