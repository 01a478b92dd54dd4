import { readFileSync } from "node:fs";
import path from "node:path";
import { GOLD, readCompany } from "../sandbox/demo/company.ts";
import { goldMail } from "../sandbox/demo/gold.ts";
import { settingsOf } from "../sandbox/demo/settings.ts";
import { staffOf } from "../sandbox/demo/staff.ts";
import { Entities } from "../src/domain/decision.ts";
import type { FetchedMail } from "../src/domain/ports.ts";
import { seedSettings } from "../src/domain/settings/seed.ts";
import type { Settings } from "../src/domain/settings/settings.ts";

export type Business = "larkspur" | "tidewater";

export interface Labelled {
  id: string;
  mailbox: string;
  raw: Buffer;
  /** The newest words of the person who wrote. */
  text: string;
  intent: string;
  machine: string;
  /** What a model says that reads like the labels. */
  answer: Record<string, unknown>;
}

/** The labelled mail to one business, in the order in which it came. */
export function labelledMail(business: Business): Labelled[] {
  const labels = new Map(
    readFileSync(path.join(GOLD, "labels.jsonl"), "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Label)
      .map((label) => [label.id, label]),
  );
  return goldMail(business).map(({ id, mailbox, raw }) => {
    const label = labels.get(id)!;
    return {
      id,
      mailbox,
      raw,
      text: label.visible_text,
      intent: label.intent,
      machine: label.machine,
      answer: answerOf(label),
    };
  });
}

export const settingsFor = (business: Business): Settings => {
  const company = readCompany(business);
  return seedSettings(settingsOf(company, staffOf(company), { now: Date.now(), zone: "UTC" }));
};

interface Label {
  id: string;
  intent: string;
  priority: string;
  required_action: string;
  sentiment: string;
  entities: unknown;
  risk_flags: string[];
  visible_text: string;
  machine: string;
}

const answerOf = (label: Label): Record<string, unknown> => ({
  intent: label.intent,
  priority: label.priority,
  confidence: 0.9,
  requiredAction: label.required_action,
  sentiment: label.sentiment,
  entities: Entities.parse(label.entities),
  riskFlags: label.risk_flags,
  summary: label.visible_text.slice(0, 160),
  reasons: ["as the label says"],
});

const MESSAGE_ID = /<([^<>\s@]+@[^<>\s@]+)>/g;
const ID_FIELDS = /^(Message-ID|In-Reply-To|References):((?:.|\r?\n[ \t])*)/gim;

/**
 * The same mails as mails of another day: new message ids, references among them kept, an hour between rounds so that none
 * is taken for a copy.
 */
export function asFetched(mails: readonly Labelled[], round: number, startAt: number): FetchedMail[] {
  return mails.map(({ id, raw }, index) => {
    const text = raw.toString("latin1");
    const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
    const fresh = text.slice(0, end).replace(ID_FIELDS, (field) => field.replace(MESSAGE_ID, `<r${round}.$1>`));
    const [first] = /^(?:References|In-Reply-To):\s*(<[^>]+>)/im.exec(fresh)?.slice(1) ?? [];
    const [own] = /^Message-ID:\s*(<[^>]+>)/im.exec(fresh)?.slice(1) ?? [];
    return {
      providerId: `r${round}-${id}`,
      threadId: first ?? own ?? `r${round}-${id}`,
      labels: ["INBOX", "UNREAD"],
      receivedAt: startAt + round * 3_600_000 + index * 1_000,
      raw: Buffer.from(fresh + text.slice(end), "latin1"),
    };
  });
}
