import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Complaint } from "./complaint.ts";
import { SPLITS, type Split } from "./dataset/split.ts";
import { ENGINES, type EngineName } from "./engines/engine.ts";

export const USAGE = `npm run eval -- [options]            measure an engine on labelled mail
  --engine ${ENGINES.join("|")}   what reads the mail (local)
  --data DIR                         folder with labels.jsonl, businesses.json, eml/ (eval/gold)
  --split dev|test                   the half that the mails' hashes choose
  --limit N                          a quick run on N mails, every intent in its share
  --target 0.95                      precision at which coverage is measured
  --json FILE                        every figure and every mail's outcome, without its words
  --report FILE                      a page with tables and charts (also --html FILE)
  --record FILE, --replay FILE       keep what models say; score it again without them
npm run eval -- compare A.json B.json  is the difference between two runs real?
npm run eval -- corpora [--corpora DIR]  reading of public mail, beside what libraries do with it`;

export interface Options {
  engine: EngineName;
  data: string;
  split: Split | undefined;
  limit: number | undefined;
  target: number;
  json: string | undefined;
  report: string | undefined;
  record: string | undefined;
  replay: string | undefined;
}

export function readOptions(args: readonly string[]): Options {
  const values = parsed(args);
  if (values.record && values.replay)
    throw new Complaint("--record asks the models and --replay does not: give one of them");
  return {
    engine: oneOf(ENGINES, "engine", values.engine) ?? "local",
    data: values.data ?? fileURLToPath(new URL("gold", import.meta.url)),
    split: oneOf(SPLITS, "split", values.split),
    limit: numberIn("limit", values.limit, (n) => Number.isInteger(n) && n > 0, "a whole number from 1"),
    target: numberIn("target", values.target, (n) => n > 0 && n <= 1, "a share such as 0.95") ?? 0.95,
    json: values.json,
    report: values.report ?? values.html,
    record: values.record,
    replay: values.replay,
  };
}

function parsed(args: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        engine: text,
        data: text,
        split: text,
        limit: text,
        target: text,
        json: text,
        report: text,
        html: text,
        record: text,
        replay: text,
      },
    }).values;
  } catch (error) {
    throw new Complaint(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function oneOf<Name extends string>(known: readonly Name[], option: string, given: string | undefined) {
  if (given === undefined) return undefined;
  const found = known.find((name) => name === given);
  if (!found) throw new Complaint(`--${option} "${given}" is not known: write one of ${known.join(", ")}`);
  return found;
}

function numberIn(option: string, given: string | undefined, fits: (n: number) => boolean, example: string) {
  if (given === undefined) return undefined;
  const n = Number(given);
  if (!fits(n)) throw new Complaint(`--${option} "${given}" is no use: write ${example}`);
  return n;
}
