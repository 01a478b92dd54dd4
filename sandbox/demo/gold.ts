import { readFileSync } from "node:fs";
import path from "node:path";
import { GOLD } from "./company.ts";
import type { Business } from "./options.ts";

/** One mail of the labelled set, before it is dated. */
export interface GoldMail {
  id: string;
  mailbox: string;
  raw: Buffer;
}

/** The mail to one business in the order in which it was delivered. */
export function goldMail(business: Business): GoldMail[] {
  const lines = readFileSync(path.join(GOLD, "labels.jsonl"), "utf8").split("\n").filter(Boolean);
  return lines
    .map((line) => JSON.parse(line) as { id: string; mailbox: string; business: Business })
    .filter((label) => label.business === business)
    .map(({ id, mailbox }) => ({ id, mailbox, raw: readFileSync(path.join(GOLD, "eml", `${id}.eml`)) }));
}
