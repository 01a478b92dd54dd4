import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { Complaint } from "./complaint.ts";
import type { Measured } from "./figures/measure.ts";
import { Outcome } from "./outcome.ts";

/** What a run was: the same `set` means the same mail and labels. */
export const RunInfo = z.object({
  engine: z.string(),
  models: z.array(z.string()),
  data: z.string(),
  split: z.string(),
  limit: z.number().nullable(),
  set: z.string(),
  mails: z.number(),
  /** Mails of the set that the local engine was trained on. */
  trainedOn: z.number(),
  /** Questions that a replayed recording had no answer to. */
  unanswered: z.number(),
  replayed: z.boolean(),
  /** Mails that a model was to read and did not: it failed, or had been failing. */
  notByModel: z.number(),
});
export type RunInfo = z.infer<typeof RunInfo>;

/** As `--json` writes it and `compare` reads it. */
export interface RunFile {
  mailroomEval: 1;
  info: RunInfo;
  measured: Measured;
  outcomes: Outcome[];
}

/** What `compare` needs of it: the figures are computed again, on the mails that both runs saw. */
const Comparable = z.object({
  mailroomEval: z.literal(1),
  info: RunInfo,
  measured: z.object({ coverage: z.object({ target: z.number() }) }),
  outcomes: z.array(Outcome).min(1),
});
export type Comparable = z.infer<typeof Comparable>;

export function readRun(file: string): Comparable {
  if (!existsSync(file)) throw new Complaint(`There is no file ${file}: make one with npm run eval -- --json ${file}`);
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Complaint(`${file} is not JSON: ${(error as Error).message}`);
  }
  const parsed = Comparable.safeParse(document);
  if (!parsed.success)
    throw new Complaint(`${file} was not written by this version of npm run eval -- --json: run the evaluation again`);
  return parsed.data;
}
