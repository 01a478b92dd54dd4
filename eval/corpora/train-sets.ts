import { readFileSync } from "node:fs";
import type { MachineKind } from "../../src/domain/email.ts";
import { normalise } from "../../src/pipeline/normalise.ts";
import { macroF1, type Pair } from "../figures/classes.ts";
import { fold, tokenF1 } from "../figures/text.ts";
import { type Row, rawMail } from "../train/raw-mail.ts";

/** The labelled training mail of other businesses: more languages, more trades, other hands than the gold set. */
export interface SetScore {
  mails: number;
  exact: number;
  f1: number;
  language: number;
  machineF1: number;
  peopleAsMachines: string[];
}

type LabelledRow = Row & { visible_text: string; language: string; machine: MachineKind };

export async function scoreTrainSet(name: string): Promise<SetScore> {
  const read = (file: string) => readFileSync(new URL(`../train/data/${file}`, import.meta.url), "utf8");
  const businesses = JSON.parse(read(`${name}.businesses.json`)) as Record<
    string,
    { domain: string; inboxes: string[] }
  >;
  const context = {
    ourAddresses: new Set(Object.values(businesses).flatMap(({ inboxes }) => inboxes)),
    groupListIds: new Set<string>(),
  };
  const score: SetScore = { mails: 0, exact: 0, f1: 0, language: 0, machineF1: 0, peopleAsMachines: [] };
  const pairs: Pair[] = [];
  for (const line of read(`${name}.jsonl`).trim().split("\n")) {
    const row = JSON.parse(line) as LabelledRow;
    const email = await normalise(rawMail(row, businesses[row.business]?.domain ?? "ours.example"), context);
    const [got, expected] = [fold(email.visibleText), fold(row.visible_text)];
    score.mails++;
    score.f1 += tokenF1(got, expected);
    if (got === expected) score.exact++;
    if (email.language === row.language) score.language++;
    pairs.push({ wanted: row.machine, got: email.machine.kind });
    if (row.machine === "none" && email.machine.kind !== "none") score.peopleAsMachines.push(row.id);
  }
  score.f1 /= score.mails;
  score.machineF1 = macroF1(pairs);
  return score;
}
