import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { normalise } from "../../src/pipeline/normalise.ts";
import { type Case, caseOf, placeOf } from "../dataset/case.ts";
import { loadFolder } from "../dataset/folder.ts";
import { readBusinesses } from "./businesses.ts";
import { type Row, rawMail } from "./raw-mail.ts";

export type { Case } from "../dataset/case.ts";

const DATA = new URL("./data/", import.meta.url);
const GOLD = fileURLToPath(new URL("../gold", import.meta.url));

const linesOf = <T>(url: URL): T[] =>
  readFileSync(url, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T);

/** A set of training rows, each turned into raw mail and read like any other. */
export async function loadSet(name: string): Promise<Case[]> {
  const businesses = readBusinesses(new URL(`${name}.businesses.json`, DATA));
  const places = new Map(Object.entries(businesses).map(([id, one]) => [id, placeOf(one)]));
  const cases: Case[] = [];
  for (const row of linesOf<Row>(new URL(`${name}.jsonl`, DATA))) {
    const place = places.get(row.business);
    if (!place) throw new Error(`${row.id}: there is no business "${row.business}"`);
    const email = await normalise(rawMail(row, place.domain), place.context);
    cases.push(
      caseOf({ id: row.id, set: name, business: row.business, mailbox: row.mailbox, label: row }, email, place),
    );
  }
  return cases;
}

/** The development gold set: raw mail as it came. */
export const loadGold = (): Promise<Case[]> => loadFolder(GOLD);
