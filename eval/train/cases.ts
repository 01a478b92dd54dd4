import { readFileSync } from "node:fs";
import type { Email } from "../../src/domain/email.ts";
import { type SenderFacts, senderFacts } from "../../src/domain/sender.ts";
import { ourAddresses, type Settings } from "../../src/domain/settings/settings.ts";
import { normalise } from "../../src/pipeline/normalise.ts";
import { type Business, readBusinesses, settingsOf } from "./businesses.ts";
import type { Label } from "./label.ts";
import { type Row, rawMail } from "./raw-mail.ts";

/** One labelled mail, read the way live mail is read. */
export interface Case {
  id: string;
  set: string;
  business: string;
  mailbox: string;
  email: Email;
  settings: Settings;
  sender: SenderFacts;
  label: Label;
}

const DATA = new URL("./data/", import.meta.url);
const GOLD = new URL("../gold/", import.meta.url);

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
export async function loadGold(): Promise<Case[]> {
  const businesses = readBusinesses(new URL("businesses.json", GOLD));
  const places = new Map(Object.entries(businesses).map(([id, one]) => [id, placeOf(one)]));
  const cases: Case[] = [];
  for (const label of linesOf<Label & { id: string; business: string; mailbox: string }>(
    new URL("labels.jsonl", GOLD),
  )) {
    const place = places.get(label.business)!;
    const email = await normalise(readFileSync(new URL(`eml/${label.id}.eml`, GOLD)), place.context);
    cases.push(
      caseOf({ id: label.id, set: "gold", business: label.business, mailbox: label.mailbox, label }, email, place),
    );
  }
  return cases;
}

interface Place {
  settings: Settings;
  context: { ourAddresses: Set<string>; groupListIds: Set<string> };
  domain: string;
}

function placeOf(business: Business): Place {
  const settings = settingsOf(business);
  return {
    settings,
    context: { ourAddresses: ourAddresses(settings), groupListIds: new Set() },
    domain: business.domain,
  };
}

const caseOf = (
  about: Pick<Case, "id" | "set" | "business" | "mailbox" | "label">,
  email: Email,
  { settings }: Place,
): Case => ({
  ...about,
  email,
  settings,
  sender: senderFacts(email, settings),
});
