import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { TicketCard } from "../../src/domain/card.ts";
import { JOBS } from "../../src/domain/jobs.ts";
import { nearest } from "../../src/domain/nearest.ts";
import { COMMANDS, parseTriage } from "../../src/listeners/commands/parse.ts";
import { evalText, statsText } from "../../src/views/command-replies.ts";
import { jobWords } from "../../src/views/job-words.ts";
import { changesText, historyModal } from "../../src/views/settings-modals.ts";
import { sourcesText } from "../../src/views/thread.ts";
import { ticketCard } from "../../src/views/ticket-card.ts";
import { timelineText } from "../../src/views/timeline.ts";
import { engineWords, masked } from "../../src/views/words.ts";

/** What people read has our words for things: no id, no name out of the code, nothing that says less than it seems to. */

const SRC = path.join(import.meta.dirname, "../../src");
const sources = ["tickets", "jobs"].flatMap((folder) =>
  readdirSync(path.join(SRC, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(path.join(SRC, folder, name), "utf8")),
);

const CARD: TicketCard = {
  id: 7,
  version: 1,
  state: "new",
  outcome: undefined,
  intent: "support",
  priority: "normal",
  queue: "support",
  dueAt: undefined,
  halfAt: undefined,
  openedAt: 0,
  answeredAt: undefined,
  finishedAt: undefined,
  finishedBy: undefined,
  snoozedUntil: undefined,
  owner: undefined,
  subject: "Reminders",
  sender: { name: "Ann Hill", company: undefined, address: "a@b.example", badges: [] },
  acquaintance: undefined,
  summary: "They do not come.",
  fields: [],
  attachments: [],
  draft: undefined,
  undoUntil: undefined,
  noDraft: undefined,
  sendingOff: undefined,
  incident: undefined,
  mailbox: "support@larkspur.example",
  sensitive: false,
  confidence: 0.9,
  decidedBy: "local",
  engine: "local-1",
  needsReview: false,
  why: [],
  sources: [],
  gmailUrl: "https://mail.google.com/",
};

const timeline = (action: string, details: Record<string, string | number> = {}) =>
  timelineText({
    ticketId: 7,
    entries: [{ at: 0, actor: "U01MAYA", action, details }],
    authorship: { read: undefined, draft: undefined },
    timezone: "UTC",
  });

describe("the timeline", () => {
  const actions = new Set(
    sources.flatMap((text) =>
      [...text.matchAll(/action: "((?:ticket|answer|reply|tool|promise)\.[a-z_-]+)"/g)].map(([, name]) => name!),
    ),
  );

  test("names whatever the code records of a ticket", () => {
    expect(actions.size).toBeGreaterThan(15);
    for (const action of actions) expect(timeline(action)).not.toContain(action.replace(/^.*\./, "."));
  });

  test("says what was snoozed, and from whom a ticket was taken", () => {
    expect(timeline("ticket.snoozed")).toContain("<@U01MAYA> snoozed it");
    expect(timeline("ticket.taken-over", { from: "U01DANIEL" })).toContain("took it over (from <@U01DANIEL>)");
    expect(timeline("ticket.closed", { outcome: "closed" })).toMatch(/closed it$/);
    expect(timeline("ticket.closed", { outcome: "spam" })).toContain("closed it (as spam)");
  });
});

test("every kind of waiting work has words", () => {
  for (const kind of Object.keys(JOBS))
    for (const count of [1, 2]) expect(jobWords(kind, count)).not.toMatch(new RegExp(`^${kind}$`));
});

test("settings that name people and channels show their names", () => {
  const changes = [{ key: "onCall", before: "U01MAYA", after: undefined }];
  expect(changesText(changes)).toContain("<@U01MAYA> → *–*");
  expect(changesText([{ key: "alertsChannel", before: "C0TRIAGE", after: "C0SUPPORT" }])).toContain("<#C0SUPPORT>");
  expect(changesText([{ key: "company.name", before: "UNITED", after: "<@U01MAYA" }])).toContain("UNITED → *&lt;@<@");
  const versions = [{ version: 2, savedBy: "U01MAYA", savedAt: 0, note: "onCall: U01DANIEL → –" }];
  expect(JSON.stringify(historyModal({ versions, current: 2, timezone: "UTC" }))).toContain("<@U01DANIEL> → –");
});

describe("/triage", () => {
  test("oncall without a name asks for one, and takes nobody away", () => {
    expect(parseTriage("oncall")).toMatchObject({ do: "wrong", say: expect.stringContaining("or nobody") });
    expect(parseTriage("oncall nobody")).toEqual({ do: "oncall", user: undefined });
    expect(parseTriage("oncall <@U01MAYA|maya>")).toEqual({ do: "oncall", user: "U01MAYA" });
  });

  test.each([
    ["hlep", "help"],
    ["stauts", "status"],
    ["minne", "mine"],
  ])("%s: did you mean %s?", (typed, meant) => {
    expect(nearest(typed, Object.keys(COMMANDS))).toBe(meant);
    expect(parseTriage(typed)).toMatchObject({ say: expect.stringContaining(`Did you mean \`/triage ${meant}\``) });
  });

  test("figures of nothing are not shown, and nothing is said to have stood that nobody looked at", () => {
    const none = { inTime: 0, firstResponseMs: undefined, corrected: 0, costUsd: 0 };
    const review = { automatic: 0, chosen: 0, fine: 0, wrong: 0, serious: 0 };
    const text = statsText({ days: 7, opened: 1, answered: 0, closed: 0, review, ...none });
    expect(text).toContain("1 ticket, 0 answered");
    expect(text).not.toMatch(/–|0\.0000/);
    const shares = evalText([
      { intent: "lead", seen: 5, corrected: 0 },
      { intent: "billing", seen: 4, corrected: 1 },
    ]);
    expect(shares).toContain("lead: 5 decided, none put right");
    expect(shares).toContain("billing: 4 decided, 1 put right (25 %)");
    expect(shares).not.toContain("100 %");
  });
});

test("a table of an article reads as lines, without its bars", () => {
  const quote = "| Role | Reports |\n|---|---|\n| Front desk | no |\n\nInvite them under People.";
  const text = sourcesText(7, [{ title: "Roles", quote }]);
  expect(text).toContain("Role, Reports; Front desk, no; Invite them");
  expect(text).not.toContain("|");
});

test("what was masked, and the local engine, have names that people use", () => {
  expect(masked("card [CREDIT_CARD_1], not [CREDIT_CARD_2]; [see page 1]")).toBe(
    "card [credit card], not [credit card 2]; [see page 1]",
  );
  expect(engineWords("local-3: no model answered")).toBe("local engine: no model answered");
  expect(engineWords("gpt-5.4-mini")).toBe("gpt-5.4-mini");
});

test.each([
  ["Praxis Dr. Sonnberg", "Praxis Dr. Sonnberg", "Praxis Dr. Sonnberg · a@b.example"],
  ["Pingwell Billing", "Pingwell", "Pingwell Billing · a@b.example"],
  ["Ann Hill", "Hill & Co", "Ann Hill · Hill & Co · a@b.example"],
  ["Ann Hill", undefined, "Ann Hill · a@b.example"],
])("%s of %s is named once", (name, company, expected) => {
  const card = { ...CARD, sender: { name, company, address: "a@b.example", badges: [] } };
  expect(JSON.stringify(ticketCard(card, { now: 0, timezone: "UTC" }))).toContain(`"${expected}"`);
});

test("a card's summary shows no placeholder", () => {
  const card = { ...CARD, summary: "my card is [CREDIT_CARD_1]" };
  expect(JSON.stringify(ticketCard(card, { now: 0, timezone: "UTC" }))).toContain('"My card is [credit card]"');
});
