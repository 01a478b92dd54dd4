import type { EngineStep } from "../../domain/decision.ts";
import type { Draft } from "../../domain/draft.ts";
import type { Passage } from "../../domain/passage.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import { askInTurn } from "../understand/ask-once.ts";
import type { PromptMail } from "../understand/prompt.ts";
import type { Engines } from "../understand/understand.ts";
import { isCourtesy } from "./courtesy-sentences.ts";
import { type DraftContext, draftFromTemplate, draftRephrased, wholeTemplate } from "./draft.ts";
import { DraftAnswer } from "./draft-prompt.ts";
import { figuresIn } from "./figures.ts";
import { isDenied } from "./grounding.ts";
import { guard } from "./guard.ts";
import { readSourced } from "./model-draft.ts";
import { rephraseInstructions, rephraseQuestion } from "./rephrase-prompt.ts";
import { sentencesOf } from "./sentences.ts";

const MAX_OUTPUT_TOKENS = 600;

/** A sentence in a model's words, and which of the template's it stands on. */
interface Reworded {
  text: string;
  of: string[];
}

/**
 * The company's own template in words that suit the mail. Undefined where no provider says the same: all its statements, the same
 * figures, links, names and slots, no "not" more or less, and nothing that a guard minds and does not mind in the template.
 */
export async function rephrasedTemplate(
  context: DraftContext & { mail: PromptMail },
  { providers, around }: Engines,
  steps: EngineStep[],
): Promise<Draft | undefined> {
  const { settings, mail } = context;
  const template = wholeTemplate(context);
  const { before, middle, after } = partsOf(template?.text ?? "");
  const statements = sentencesOf(middle);
  if (!template || statements.length === 0) return undefined;
  const { language } = template;
  const shown = statements.map((text): Passage => ({ id: 0, key: "", title: "", heading: "", text, language }));
  const check = (value: unknown) => {
    const answer = DraftAnswer.safeParse(value);
    if (!answer.success) return answer;
    const said = readSourced(answer.data.answer, shown);
    const sentences = sentencesOf(said?.text ?? "").map((text): Reworded => {
      const sources = said?.sentences.find((one) => one.text === text)?.sources ?? [];
      return { text, of: sources.map((id) => statements[Number(id.slice(1)) - 1]!) };
    });
    const objection = !said ? "it says nothing" : notTheSame(sentences, statements, settings, language);
    if (!said || objection) return { success: false as const, error: new Error(objection) };
    const text = [before, said.text, after].filter((part) => part !== "").join("\n\n");
    const draft = draftRephrased(context, { text, sentences: sentences.filter(({ of }) => of.length > 0) }, template);
    const objections = objectionsTo(draft, context).filter((name) => !known().includes(name));
    return objections.length > 0
      ? { success: false as const, error: new Error(`guards: ${objections.join(", ")}`) }
      : { success: true as const, data: draft };
  };
  const known = () => objectionsTo(draftFromTemplate(context), context);
  return askInTurn(
    providers,
    {
      name: "rephrase",
      schema: DraftAnswer,
      system: rephraseInstructions(settings, language),
      user: rephraseQuestion(mail, statements),
      maxOutputTokens: MAX_OUTPUT_TOKENS,
      check,
      settings,
      now: around.now,
    },
    steps,
  );
}

function objectionsTo(draft: Draft, { email, settings, decision }: DraftContext): string[] {
  const { stopLine, riskFlags } = decision;
  return guard(draft, { email, settings, stopLine, riskFlags }).holds.map((hold) => hold.guard);
}

/** Greeting and end stay as the company wrote them: paragraphs of nothing but courtesy at either side. */
function partsOf(template: string): { before: string; middle: string; after: string } {
  const paragraphs = template.trim().split(/\n{2,}/);
  const says = (paragraph: string) =>
    sentencesOf(paragraph.replace(/ ?\{\{\s*customer_name\s*\}\}/g, "")).some((sentence) => !isCourtesy(sentence));
  const first = paragraphs.findIndex(says);
  const last = paragraphs.findLastIndex(says);
  const joined = (from: number, to: number) => paragraphs.slice(from, to).join("\n\n");
  return first < 0
    ? { before: template, middle: "", after: "" }
    : { before: joined(0, first), middle: joined(first, last + 1), after: joined(last + 1, paragraphs.length) };
}

/** Why the new words do not say the same; undefined where they do, as far as can be told without understanding them. */
function notTheSame(
  said: readonly Reworded[],
  statements: readonly string[],
  settings: Settings,
  language: string,
): string | undefined {
  const marks = (text: string) => marksOf(text, settings);
  const loose = said.find(({ text, of }) => of.length === 0 && (!isCourtesy(text) || marks(text).length > 0));
  if (loose) return "a sentence stands on no statement";
  if (!statements.every((one) => isCourtesy(one) || said.some(({ of }) => of.includes(one))))
    return "a statement is missing";
  const lost = statements.flatMap(marks).find((mark) => !said.some(({ text }) => marks(text).includes(mark)));
  if (lost) return "a figure, link, name or slot is missing";
  for (const { text, of } of said) {
    if (of.length === 0) continue;
    if (isDenied(text) !== of.some(isDenied)) return "a denial is missing or new";
    const there = of.flatMap(marks);
    const known = of.join(" ");
    if (marks(text).some((mark) => !there.includes(mark))) return "a figure, link, name or slot is new";
    if (namedIn(text, language).some((name) => !known.includes(name))) return "a name is new";
  }
  return undefined;
}

/** What must be the same on both sides: figures, numbers, links and addresses, slots, what the company sells. */
function marksOf(text: string, { company, catalogue }: Settings): string[] {
  const products = catalogue.products.map((one) => (typeof one === "string" ? one : one.name));
  return [
    ...figuresIn(text).map(({ value }) => value),
    ...(text.match(/\d+(?:[.,:/-]\d+)*/g) ?? []),
    ...(text.match(LINK) ?? []).map((link) => link.toLowerCase().replace(/[.,;:!?)]+$/, "")),
    ...[...text.matchAll(/\{[{%]\s*(.*?)\s*[%}]\}/g)].map(([, slot]) => `{{${slot}}}`),
    ...[company.name, ...products, ...catalogue.plans].filter((name) => text.includes(name)),
  ];
}

const LINK = /[^\s<>()"'»]*[\p{L}\p{N}](?:[.@]|:\/\/)[\p{L}\p{N}][^\s<>()"'»]*/gu;

/** Words that are written large inside a sentence; German writes every noun so. */
const namedIn = (text: string, language: string): string[] =>
  language === "de" ? [] : (text.match(/(?<=[\p{Ll}\p{N},;] )\p{Lu}\p{L}+/gu) ?? []);
