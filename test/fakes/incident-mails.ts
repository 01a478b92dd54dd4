import { readFileSync } from "node:fs";
import path from "node:path";

/** A mail of the scenarios that incidents are measured on; `member`: it tells of the incident. */
export interface IncidentMail {
  scenario: string;
  member: boolean;
  subject: string;
  text: string;
}

const FILE = path.join(import.meta.dirname, "../../eval/incidents/mails.jsonl");
const MAILS: IncidentMail[] = readFileSync(FILE, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
export const OUTAGE = MAILS.filter(({ scenario, member }) => scenario === "login-down" && member);
export const ORDINARY = MAILS.filter(({ member }) => !member);
