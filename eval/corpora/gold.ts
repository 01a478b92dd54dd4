import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { MachineKind } from "../../src/domain/email.ts";
import { normalise } from "../../src/pipeline/normalise.ts";
import { macroF1, type Pair } from "../figures/classes.ts";
import { fold, tokenF1 } from "../figures/text.ts";

interface Label {
  id: string;
  language: string;
  machine: MachineKind;
  visible_text: string;
}

export interface GoldScore {
  mails: number;
  exact: number;
  /** Token F1 of the visible text, mean over mails. */
  f1: number;
  language: number;
  machineF1: number;
  /** Mail of people that was called a machine's: must be 0. */
  peopleAsMachines: string[];
  attachmentsRead: number;
  missed: string[];
}

const FOLDER = new URL("../gold/", import.meta.url);

/** The first 120 mails were looked at while the rules were written, the last 60 only counted, those between seen once. */
export const HALVES = { "1-120": [1, 120], "121-180": [121, 180], "181-240": [181, 240] } as const;

export async function scoreGold([from, to]: readonly [number, number]): Promise<GoldScore> {
  const labels = readFileSync(new URL("labels.jsonl", FOLDER), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Label)
    .filter(({ id }) => Number(id.slice(4)) >= from && Number(id.slice(4)) <= to);
  const context = { ourAddresses: inboxes(), groupListIds: new Set<string>() };
  const score: GoldScore = {
    mails: 0,
    exact: 0,
    f1: 0,
    language: 0,
    machineF1: 0,
    peopleAsMachines: [],
    attachmentsRead: 0,
    missed: [],
  };
  const pairs: Pair[] = [];
  for (const label of labels) {
    const email = await normalise(readFileSync(new URL(`eml/${label.id}.eml`, FOLDER)), context);
    const got = fold(email.visibleText);
    score.mails++;
    score.f1 += tokenF1(got, fold(label.visible_text));
    if (got === fold(label.visible_text)) score.exact++;
    else score.missed.push(label.id);
    if (email.language === label.language) score.language++;
    score.attachmentsRead += email.attachments.filter(({ text }) => text !== undefined).length;
    pairs.push({ wanted: label.machine, got: email.machine.kind });
    if (label.machine === "none" && email.machine.kind !== "none") score.peopleAsMachines.push(label.id);
  }
  score.f1 /= score.mails;
  score.machineF1 = macroF1(pairs);
  return score;
}

export const goldIsThere = (): boolean => existsSync(fileURLToPath(new URL("labels.jsonl", FOLDER)));

function inboxes(): Set<string> {
  const businesses = JSON.parse(readFileSync(new URL("businesses.json", FOLDER), "utf8")) as Record<
    string,
    { inboxes: string[] }
  >;
  return new Set(Object.values(businesses).flatMap((business) => business.inboxes));
}
