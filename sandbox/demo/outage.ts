import { readFileSync } from "node:fs";
import path from "node:path";
import type { Gmail } from "../gmail/index.ts";

interface Line {
  scenario: string;
  member: boolean;
  subject: string;
  text: string;
}

/** What goes wrong at each of the businesses, as their customers tell of it. */
const TROUBLE: Readonly<Record<string, string>> = { larkspur: "login-down", tidewater: "site-down" };
const MAILS = path.join(import.meta.dirname, "../../eval/incidents/mails.jsonl");
const WRITERS = [
  "Ada Whitlock",
  "Ben Marchetti",
  "Carmen Ruiz",
  "Dilip Rao",
  "Elin Berg",
  "Farah Haddad",
  "Greta Vogel",
  "Henrik Maier",
  "Isabelle Moreau",
  "Jules Lambert",
  "Karina Soto",
  "Luca Ferri",
];

/** Twelve customers write of one trouble within a minute or so. How many were sent. */
export function bringOutage(gmail: Gmail, business: string, mailbox: string): number {
  const lines: Line[] = readFileSync(MAILS, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const mails = lines.filter(({ scenario, member }) => member && scenario === TROUBLE[business]);
  const encoded = (text: string) => `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`;
  const round = Date.now();
  mails.forEach(({ subject, text }, index) => {
    const name = WRITERS[index % WRITERS.length]!;
    const address = `${name.split(" ")[0]!.toLowerCase()}@${name.split(" ")[1]!.toLowerCase()}-practice.example`;
    const raw = [
      `From: ${name} <${address}>`,
      `To: ${mailbox}`,
      `Subject: ${encoded(subject)}`,
      `Date: ${new Date().toUTCString()}`,
      `Message-ID: <outage-${round}-${index}@${address.split("@")[1]}>`,
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "",
      `${text}\r\n\r\n${name}`,
    ].join("\r\n");
    gmail.deliver(mailbox, raw);
  });
  return mails.length;
}
