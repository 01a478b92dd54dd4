import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { MailroomError } from "../src/domain/errors.ts";
import { NO_KNOWLEDGE } from "../src/domain/passage.ts";
import { type Bars, judge } from "./bars.ts";
import { compare, pairUp } from "./compare.ts";
import { Complaint } from "./complaint.ts";
import { loadFolder } from "./dataset/folder.ts";
import { setHash, splitOf, stratified } from "./dataset/split.ts";
import { openEngine } from "./engines/engine.ts";
import { measure } from "./figures/measure.ts";
import { openKnowledge } from "./knowledge.ts";
import { type Options, readOptions, USAGE } from "./options.ts";
import { wasFailedByModel } from "./outcome.ts";
import { runPass } from "./pass.ts";
import { htmlReport } from "./report/html.ts";
import { barLine, textComparison, textReport } from "./report/text.ts";
import { type RunFile, readRun } from "./run-file.ts";
import { countTrainedOn } from "./train/trained-on.ts";

const BARS = JSON.parse(readFileSync(new URL("bars.json", import.meta.url), "utf8")) as Bars;

/** `npm run eval`: 0 when every bar is met, 1 when one is missed, 2 when it could not be run. */
async function main([command, ...rest]: readonly string[]): Promise<number> {
  if (command === "--help" || command === "help") {
    console.log(USAGE);
    return 0;
  }
  if (command === "compare") return compareRuns(rest);
  if (command === "corpora") return readCorpora(rest);
  if (command !== undefined && !command.startsWith("--")) throw new Complaint(`There is no "${command}".\n\n${USAGE}`);
  return evaluate(readOptions(command === undefined ? [] : [command, ...rest]));
}

async function evaluate(options: Options): Promise<number> {
  const { engine: name, data, split, limit, target } = options;
  for (const file of [options.json, options.report, options.record])
    if (file && !existsSync(path.dirname(file)))
      throw new Complaint(`${file} cannot be written: there is no folder ${path.dirname(file)}`);
  const all = await loadFolder(data);
  const chosen = split ? all.filter((one) => splitOf(one) === split) : all;
  const cases = limit === undefined ? chosen : stratified(chosen, limit);
  const [first] = cases;
  if (!first) throw new Complaint(`${data} has no mail in the split "${split}"`);

  const engine = openEngine(name, {
    environment: process.env,
    record: options.record,
    replay: options.replay,
    settings: first.settings,
  });
  const shelves = await openShelves(data, new Set(cases.map(({ business }) => business)));
  const knowledgeOf = (business: string) => shelves.get(business)?.knowledge ?? NO_KNOWLEDGE;
  const outcomes = await runPass(cases, engine, knowledgeOf, progress(cases.length));
  for (const shelf of shelves.values()) await shelf.close();
  const run: RunFile = {
    mailroomEval: 1,
    info: {
      engine: name,
      models: engine.models,
      data: path.basename(path.resolve(data)),
      split: split ?? "all",
      limit: limit ?? null,
      set: setHash(cases),
      mails: cases.length,
      trainedOn: countTrainedOn(cases),
      unanswered: engine.unanswered(),
      replayed: options.replay !== undefined,
      notByModel: outcomes.filter(wasFailedByModel).length,
    },
    measured: measure(outcomes, target),
    outcomes,
  };
  const judged = limit === undefined ? judge(BARS[name], run.measured.figures) : [];
  console.log(textReport(run));
  if (judged.length > 0) console.log(`\n${judged.map(barLine).join("\n")}`);
  if (options.json) writeFileSync(options.json, `${JSON.stringify(run, null, 1)}\n`);
  if (options.report) writeFileSync(options.report, htmlReport(run, judged));
  const missed = judged.filter(({ met }) => !met);
  if (missed.length > 0) console.error(`\nMissed: ${missed.map((one) => one.name).join(", ")}`);
  return missed.length > 0 ? 1 : 0;
}

/** A line that is written over, where somebody is looking. */
/** The articles of each business that has some: `kb/BUSINESS` beside the mail. */
async function openShelves(data: string, businesses: ReadonlySet<string>) {
  const shelves = new Map<string, Awaited<ReturnType<typeof openKnowledge>>>();
  for (const business of businesses) {
    const folder = path.resolve(data, "kb", business);
    if (existsSync(folder)) shelves.set(business, await openKnowledge(folder));
  }
  return shelves;
}

const progress = (of: number) => (done: number) => {
  if (process.stderr.isTTY) process.stderr.write(done < of ? `\r${done} of ${of}` : "\r\x1b[K");
};

function compareRuns([fileA, fileB]: readonly string[]): number {
  if (!fileA || !fileB) throw new Complaint("Name two files that --json wrote: npm run eval -- compare A.json B.json");
  const [a, b] = [readRun(fileA), readRun(fileB)];
  const pairs = pairUp(a.outcomes, b.outcomes);
  if (pairs.length === 0) throw new Complaint(`${fileA} and ${fileB} have no mail in common`);
  console.log(`A: ${a.info.engine} on set ${a.info.set}; B: ${b.info.engine} on set ${b.info.set}`);
  console.log(
    a.info.set === b.info.set
      ? `The same ${pairs.length} mails.`
      : `Different sets or labels: compared on the ${pairs.length} mails that are in both.`,
  );
  console.log(`\n${textComparison(compare(pairs, a.measured.coverage.target))}`);
  console.log("\nEvery line is judged at 95 %: of twenty differences that are none, one looks real.");
  return 0;
}

async function readCorpora(args: readonly string[]): Promise<number> {
  const [option, folder] = args;
  if (option !== undefined && (option !== "--corpora" || folder === undefined))
    throw new Complaint("Write npm run eval -- corpora --corpora DIR");
  if (folder !== undefined) process.env.MAILROOM_CORPORA = path.resolve(folder);
  await import("./corpora/run.ts");
  return 0;
}

try {
  // The thread that reads PDFs would keep the process for a moment.
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof Complaint || error instanceof MailroomError)) throw error;
  console.error(error.message);
  process.exit(2);
}
