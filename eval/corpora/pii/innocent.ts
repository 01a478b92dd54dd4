import { readdirSync } from "node:fs";
import PostalMime from "postal-mime";
import { NO_CONTEXT } from "../../../src/pipeline/redact/context.ts";
import { corpusPath, readBytes, readText } from "../corpus.ts";
import { htmlText } from "./gold.ts";
import { countInnocent, find, halfOf, show } from "./tally.ts";

/** Anonymised complaints and tickets hold nothing personal: all that is masked there is wrong. Public mail holds contact data. */
const TICKETS = ["cfpb-complaints", "endava-it-tickets", "banking77-sample"];
const MAIL = {
  "enron mail": ["tickets", "enron-with-categories"],
  "ham, easy": ["spam-ham", "spamassassin", "easy_ham"],
  "ham, hard": ["spam-ham", "spamassassin", "hard_ham"],
};

export async function measureInnocent(): Promise<void> {
  for (const name of TICKETS)
    for (const line of readText("tickets", `${name}.jsonl`).trim().split("\n")) {
      const { text, title, body } = JSON.parse(line) as { text?: string; title?: string; body?: string };
      count(name, text ?? `${title}\n${body}`);
    }
  for (const [name, folder] of Object.entries(MAIL))
    for (const file of readdirSync(corpusPath(...folder)).filter((one) => one.endsWith(".eml")))
      count(name, await mailText(Buffer.from(readBytes(...folder, file))));
}

async function mailText(raw: Buffer): Promise<string> {
  const start = raw.subarray(0, 5).toString() === "From " ? raw.indexOf("\n") + 1 : 0;
  const mail = await PostalMime.parse(raw.subarray(start));
  return mail.text?.trim() ? mail.text : htmlText(mail.html ?? "");
}

function count(set: string, text: string): void {
  const half = halfOf(text);
  const spans = find(text, { ...NO_CONTEXT, language: "en" });
  countInnocent(set, half, text, spans);
  for (const { kind, start, end, reason } of spans)
    if (kind !== "email") show(half, `${set}, ${kind} (${reason})`, text.slice(Math.max(0, start - 24), end + 12));
}
