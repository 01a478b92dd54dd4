import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { RedactedText } from "../src/domain/email.ts";
import type { Passage } from "../src/domain/passage.ts";
import { questionWords } from "../src/pipeline/answer/question-words.ts";
import { openKnowledge } from "./knowledge.ts";

/**
 * How well a question finds the passage that answers it: both businesses' articles in one knowledge base, so that there is
 * something to get wrong. Right is a passage of the named article that holds the named words.
 * `node eval/retrieval.ts [--misses]`
 */
const Question = z.object({
  business: z.string(),
  language: z.string(),
  question: z.string(),
  article: z.string(),
  says: z.string(),
});
type Question = z.infer<typeof Question>;

const HERE = import.meta.dirname;
const LIMIT = 5;

export async function measureRetrieval() {
  const folder = path.join(HERE, "gold/kb");
  const { knowledge, close } = await openKnowledge(folder);
  const languages = await knowledge.languages();
  const results: { question: Question; rank: number; found: Passage[] }[] = [];
  for (const line of readFileSync(path.join(HERE, "retrieval-questions.jsonl"), "utf8").trim().split("\n")) {
    const question = Question.parse(JSON.parse(line));
    const text = { subject: "" as RedactedText, visibleText: question.question as RedactedText };
    const asked = questionWords(text, question.language, languages);
    const found = await knowledge.search({ ...asked, products: [], language: question.language }, 20);
    const rank = found.findIndex(
      (passage) =>
        passage.key.startsWith(`${question.business}/${question.article}#`) &&
        passage.text.replace(/[*`]/g, "").includes(question.says),
    );
    results.push({ question, rank, found });
  }
  await close();
  return { articles: globSync("**/*.md", { cwd: folder }).length, results };
}

const share = (part: number, whole: number) => (whole === 0 ? "–" : (part / whole).toFixed(3));

export function figuresOf(results: readonly { rank: number }[]) {
  const within = results.filter(({ rank }) => rank >= 0 && rank < LIMIT).length;
  const reciprocal = results.reduce((sum, { rank }) => sum + (rank < 0 ? 0 : 1 / (rank + 1)), 0);
  return { questions: results.length, recall: within / results.length, mrr: reciprocal / results.length, within };
}

async function main(): Promise<void> {
  const { articles, results } = await measureRetrieval();
  const groups = {
    all: results,
    English: results.filter(({ question }) => question.language === "en"),
    "other languages": results.filter(({ question }) => question.language !== "en"),
  };
  const lines = [`${articles} articles, full text alone`, "", `questions        n    recall@${LIMIT}  MRR`];
  for (const [name, list] of Object.entries(groups)) {
    const { within, mrr } = figuresOf(list);
    lines.push(
      `${name.padEnd(16)} ${String(list.length).padEnd(4)} ${share(within, list.length).padEnd(9)} ${mrr.toFixed(3)}`,
    );
  }
  if (process.argv.includes("--misses")) {
    for (const { question, rank, found } of results.filter((one) => one.rank < 0 || one.rank >= LIMIT))
      lines.push(
        "",
        `${question.question} (rank ${rank + 1 || "none"})`,
        ...found.slice(0, 3).map((one) => `  ${one.key}`),
      );
  }
  process.stdout.write(`${lines.join("\n")}\n`);
}

if (process.argv[1] === import.meta.filename) await main();
