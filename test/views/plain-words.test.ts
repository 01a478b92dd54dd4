import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { JOBS } from "../../src/domain/jobs.ts";
import { nearest } from "../../src/domain/nearest.ts";
import { COMMANDS, parseTriage } from "../../src/listeners/commands/parse.ts";
import { evalText, statsText } from "../../src/views/command-replies.ts";
import { jobWords } from "../../src/views/job-words.ts";
import { changesText, historyModal } from "../../src/views/settings-modals.ts";
import { sourcesText } from "../../src/views/thread.ts";
import { timelineText } from "../../src/views/timeline.ts";

/** What people read has our words for things: no id, no name out of the code, nothing that says less than it seems to. */

const SRC = path.join(import.meta.dirname, "../../src");
const sources = ["tickets", "jobs"].flatMap((folder) =>
  readdirSync(path.join(SRC, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(path.join(SRC, folder, name), "utf8")),
);

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
