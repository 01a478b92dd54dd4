import type { EngineStep } from "../../domain/decision.ts";
import type { Draft } from "../../domain/draft.ts";
import type { ToolPort } from "../../domain/look-up.ts";
import type { Knowledge, Passage } from "../../domain/passage.ts";
import { givesOrders } from "../rules/orders.ts";
import type { PromptMail } from "../understand/prompt.ts";
import type { Engines } from "../understand/understand.ts";
import { bannerSaid, withBanner } from "./banner.ts";
import { bestSentences } from "./best-sentences.ts";
import { type DraftContext, draftAround, draftFromTemplate, wholeTemplate } from "./draft.ts";
import { factPassages, substanceOfFacts, together, withFacts } from "./facts/facts-in-answer.ts";
import { lookUpFacts } from "./facts/look-up-facts.ts";
import { substanceFromModel } from "./model-draft.ts";
import { questionWords } from "./question-words.ts";
import { rephrasedTemplate } from "./rephrase.ts";

/** What a prompt holds and a person would look up. */
const PASSAGES = 5;

export interface DraftRequest extends DraftContext {
  mail: PromptMail;
  /** The text is not shown to a model. */
  skipModel: boolean;
  /** What else a model is shown is masked like the mail. */
  mask: (text: string) => string;
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
  { engines, knowledge, tools }: { engines: Engines; knowledge: Knowledge; tools: ToolPort },
): Promise<WrittenDraft> {
  const { decision, mail, settings, skipModel } = request;
  const steps: EngineStep[] = [];
  const { banner } = request;
  const whole = wholeTemplate(request) !== undefined;
  const [found, looked] = await Promise.all([
    whole ? [] : passagesFor(request, knowledge, engines, steps),
    lookUpFacts(request, tools, engines.around.now),
  ]);
  // Whoever gets a sentence into an article, or into a record, must not thereby get a word with the model.
  const articles = found.filter(({ text }) => !givesOrders(text));
  const facts = whole ? [] : factPassages(looked.facts, request.mask).filter(({ text }) => !givesOrders(text));
  const mayAsk = !skipModel && !engines.budgetSpent();
  const asked = looked.lookUps.length > 0 ? { lookUps: looked.lookUps } : {};
  const said = banner && bannerSaid(banner, decision.language);
  const told = substanceOfFacts(looked.facts);
  if (whole && settings.answering.rephrase && mayAsk && !said && !told) {
    const draft = await rephrasedTemplate(request, engines, steps);
    if (draft) return { source: "model", draft: { ...draft, ...asked }, steps };
  }
  const passages = [...(banner ? [banner] : []), ...facts, ...articles];
  if (passages.length > 0 && mayAsk) {
    const substance = await substanceFromModel(mail, decision.language, passages, settings, engines, steps);
    const answer = substance && withFacts(substance, looked.facts, facts);
    if (answer)
      return {
        source: "model",
        draft: { ...draftAround(request, banner ? withBanner(answer, banner, decision.language) : answer), ...asked },
        steps,
      };
  }
  const asks = {
    subject: mail.redacted.subject,
    text: mail.redacted.visibleText,
    language: decision.language,
    action: decision.requiredAction,
  };
  // What was looked up for this very mail comes before what was written for all, which may answer something else in it.
  const quoted = said ? together(said, told) : together(told, bestSentences(asks, articles));
  return { source: "template", draft: { ...draftFromTemplate(request, quoted), ...asked }, steps };
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
