import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { MACHINE_KINDS, type MachineKind } from "../../src/domain/email.ts";
import { normalise } from "../../src/pipeline/normalise.ts";

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
  const pairs: { expected: MachineKind; got: MachineKind }[] = [];
  for (const label of labels) {
    const email = await normalise(readFileSync(new URL(`eml/${label.id}.eml`, FOLDER)), context);
    const got = fold(email.visibleText);
    score.mails++;
    score.f1 += tokenF1(got, fold(label.visible_text));
    if (got === fold(label.visible_text)) score.exact++;
    else score.missed.push(label.id);
    if (email.language === label.language) score.language++;
    score.attachmentsRead += email.attachments.filter(({ text }) => text !== undefined).length;
    pairs.push({ expected: label.machine, got: email.machine.kind });
    if (label.machine === "none" && email.machine.kind !== "none") score.peopleAsMachines.push(label.id);
  }
  score.f1 /= score.mails;
  score.machineF1 = macroF1(pairs);
  return score;
}

export const goldIsThere = (): boolean => existsSync(fileURLToPath(new URL("labels.jsonl", FOLDER)));

export const fold = (text: string): string => text.replace(/\s+/g, " ").trim();

export function tokenF1(got: string, expected: string): number {
  const a = got.split(" ").filter(Boolean);
  const b = expected.split(" ").filter(Boolean);
  if (a.length + b.length === 0) return 1;
  const left = new Map<string, number>();
  for (const token of b) left.set(token, (left.get(token) ?? 0) + 1);
  let common = 0;
  for (const token of a) {
    const count = left.get(token) ?? 0;
    if (count > 0) {
      common++;
      left.set(token, count - 1);
    }
  }
  return (2 * common) / (a.length + b.length);
}

/** Mean over the kinds that occur, in the labels or in the answers. */
export function macroF1(pairs: readonly { expected: MachineKind; got: MachineKind }[]): number {
  const scores = MACHINE_KINDS.flatMap((kind) => {
    const hits = pairs.filter(({ expected, got }) => expected === kind && got === kind).length;
    const said = pairs.filter(({ got }) => got === kind).length;
    const are = pairs.filter(({ expected }) => expected === kind).length;
    return said + are === 0 ? [] : [(2 * hits) / (said + are)];
  });
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

function inboxes(): Set<string> {
  const businesses = JSON.parse(readFileSync(new URL("businesses.json", FOLDER), "utf8")) as Record<
    string,
    { inboxes: string[] }
  >;
  return new Set(Object.values(businesses).flatMap((business) => business.inboxes));
}
