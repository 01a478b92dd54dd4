import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { startModel } from "../sandbox/model/index.ts";
import { openaiEmbedder } from "../src/adapters/openai/embedder.ts";
import type { EngineStep } from "../src/domain/decision.ts";
import type { RedactedText } from "../src/domain/email.ts";
import type { Passage, PassageQuery } from "../src/domain/passage.ts";
import type { Embedder } from "../src/pipeline/answer/embedding.ts";
import { questionWords } from "../src/pipeline/answer/question-words.ts";
import { openKnowledge } from "./knowledge.ts";

/**
 * How well a question finds the passage that answers it: both businesses' articles in one knowledge base, so that there is
 * something to get wrong. Right is a passage of the named article that holds the named words. Full text alone, and fused with
 * an embedding model where one is at hand (`OPENAI_API_KEY` or `OPENAI_BASE_URL`, `LLM_EMBEDDING_MODEL`).
 * `node eval/retrieval.ts [--misses] [--stand-in]`
 */
const Question = z.object({
  business: z.string(),
  language: z.string(),
  question: z.string(),
  article: z.string(),
  says: z.string(),
  /** `paraphrased`: written without a look at how the article puts it. */
  kind: z.enum(["plain", "paraphrased"]).default("plain"),
});
type Question = z.infer<typeof Question>;

const HERE = import.meta.dirname;
const LIMIT = 5;
const LOOKED_AT = 20;
const PATIENCE_MS = 30_000;

interface Result {
  question: Question;
  rank: number;
  found: Passage[];
}

export async function measureRetrieval(embedder?: Embedder) {
  const folder = path.join(HERE, "gold/kb");
  const { knowledge, embedding, settings, close } = await openKnowledge(folder, embedder);
  const languages = await knowledge.languages();
  const lines = readFileSync(path.join(HERE, "retrieval-questions.jsonl"), "utf8").trim().split("\n");
  const questions = lines.map((line) => Question.parse(JSON.parse(line)));
  const steps: EngineStep[] = [];
  const embedded =
    embedding?.off === undefined && embedding !== undefined && (await knowledge.embedded(embedding.space));
  const vectors = embedded
    ? await embedding.vectorsOf(
        questions.map(({ question }) => question),
        PATIENCE_MS,
        settings,
        steps,
      )
    : undefined;

  const text: Result[] = [];
  const fused: Result[] = [];
  for (const [index, question] of questions.entries()) {
    const asked = { subject: "" as RedactedText, visibleText: question.question as RedactedText };
    const query: PassageQuery = {
      ...questionWords(asked, question.language, languages),
      products: [],
      language: question.language,
    };
    text.push(resultOf(question, await knowledge.search(query, LOOKED_AT)));
    if (!vectors) continue;
    const meaning = { space: embedding!.space, vector: vectors[index]! };
    fused.push(resultOf(question, await knowledge.search({ ...query, meaning }, LOOKED_AT)));
  }
  await close();
  const articles = globSync("**/*.md", { cwd: folder }).length;
  return {
    articles,
    text,
    fused: vectors ? fused : undefined,
    costUsd: steps.reduce((sum, one) => sum + one.costUsd, 0),
  };
}

function resultOf(question: Question, found: Passage[]): Result {
  const rank = found.findIndex(
    (passage) =>
      passage.key.startsWith(`${question.business}/${question.article}#`) &&
      passage.text.replace(/[*`]/g, "").includes(question.says),
  );
  return { question, rank, found };
}

const share = (part: number, whole: number) => (whole === 0 ? "–" : (part / whole).toFixed(3));

export function figuresOf(results: readonly { rank: number }[]) {
  const within = results.filter(({ rank }) => rank >= 0 && rank < LIMIT).length;
  const reciprocal = results.reduce((sum, { rank }) => sum + (rank < 0 ? 0 : 1 / (rank + 1)), 0);
  return { questions: results.length, recall: within / results.length, mrr: reciprocal / results.length, within };
}

const GROUPS: Record<string, (question: Question) => boolean> = {
  all: () => true,
  English: ({ language }) => language === "en",
  "other languages": ({ language }) => language !== "en",
  plain: ({ kind }) => kind === "plain",
  paraphrased: ({ kind }) => kind === "paraphrased",
  "… in English": ({ kind, language }) => kind === "paraphrased" && language === "en",
};

function table(title: string, results: readonly Result[]): string[] {
  const lines = [title, `questions        n    recall@${LIMIT}  MRR`];
  for (const [name, belongs] of Object.entries(GROUPS)) {
    const list = results.filter(({ question }) => belongs(question));
    const { within, mrr } = figuresOf(list);
    lines.push(
      `${name.padEnd(16)} ${String(list.length).padEnd(4)} ${share(within, list.length).padEnd(9)} ${mrr.toFixed(3)}`,
    );
  }
  return lines;
}

const misses = (results: readonly Result[]): string[] =>
  results
    .filter(({ rank }) => rank < 0 || rank >= LIMIT)
    .flatMap(({ question, rank, found }) => [
      "",
      `${question.question} (${question.article}, rank ${rank + 1 || "none"})`,
      ...found.slice(0, 3).map((one) => `  ${one.key}`),
    ]);

async function main(): Promise<void> {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, LLM_EMBEDDING_MODEL: named } = process.env;
  const name = named || "text-embedding-3-small";
  const standIn = process.argv.includes("--stand-in") ? await startModel() : undefined;
  const account = standIn ? { apiKey: standIn.apiKey, baseUrl: standIn.baseUrl } : { apiKey, baseUrl };
  const embedder = account.apiKey || account.baseUrl ? openaiEmbedder({ name, ...account }) : undefined;
  const { articles, text, fused, costUsd } = await measureRetrieval(embedder);
  const lines = [`${articles} articles`, "", ...table("Full text alone", text), ""];
  if (fused) {
    const which = standIn
      ? "the sandbox's stand-in, hashed pieces of words: it knows nothing of meaning"
      : `${name} at ${baseUrl ? new URL(baseUrl).host : "OpenAI"}, $${costUsd.toFixed(5)} for the questions`;
    lines.push(...table(`Fused with an embedding (${which})`, fused));
  } else lines.push("Fused: not measured, because no embedding model is at hand (OPENAI_BASE_URL, or --stand-in).");
  if (process.argv.includes("--misses")) lines.push(...misses(fused ?? text));
  process.stdout.write(`${lines.join("\n")}\n`);
  await standIn?.stop();
}

if (process.argv[1] === import.meta.filename) await main();
