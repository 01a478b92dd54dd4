import { expect, test } from "vitest";
import type { RequiredAction } from "../../../src/domain/decision.ts";
import type { Passage } from "../../../src/domain/passage.ts";
import { bestSentences } from "../../../src/pipeline/answer/best-sentences.ts";

const passage = (id: number, title: string, text: string): Passage => ({
  id,
  key: `${id}.md#text`,
  title,
  heading: "",
  text,
  language: "en",
});
const CANCEL = passage(
  1,
  "Cancel a subscription",
  "Monthly subscriptions end at the close of the paid month; nothing is refunded for a started month. Yearly ones may be cancelled within 30 days.",
);
const EXPORT = passage(
  2,
  "Export your data",
  "The page is for owners. Choose Date range to limit the export, for example to one audit year. Cancelled appointments are in it.",
);
const SYNC = passage(
  3,
  "Calendar sync",
  "Choose one-way or two-way for each practice. Busy times of your calendar block online booking. Changes take five minutes.",
);

const quoted = (subject: string, text: string, action: RequiredAction, found: Passage[]) =>
  bestSentences({ subject, text, language: "en", action }, found)?.citations[0]?.title;

test("the article whose title is asked for goes before one that has more of the mail's words by chance", () => {
  const text =
    "Our accountant needs all appointments of the year for an audit. Is there a way to export them without clicking through month by month? And are cancelled ones of a month included, or only paid ones?";
  expect(quoted("Exporting last year", text, "answer_question", [CANCEL, EXPORT])).toBe("Export your data");
});

test("a long mail about something else is not answered with words it shares by chance", () => {
  const text =
    "I consult for forty practices. Six asked me what to use for online booking. Do you have a reseller arrangement?";
  expect(quoted("Working together?", text, "answer_question", [SYNC])).toBeUndefined();
});

const MATTER = "Since the weekend our calendar sync shows every appointment twice. Busy times are in it as well.";
test.each<[RequiredAction, string | undefined]>([
  ["answer_question", "Calendar sync"],
  ["forward_support", "Calendar sync"],
  ["process_billing", "Calendar sync"],
  ["schedule_demo", undefined],
  ["route_ops", undefined],
  ["escalate", "Calendar sync"],
  ["ignore", undefined],
])("where %s is needed, an article is an answer: %s", (action, title) => {
  expect(quoted("Calendar sync is wrong", MATTER, action, [SYNC])).toBe(title);
});

test("where somebody must look into it, the article has to be about what the subject or a question says", () => {
  expect(quoted("Please help", MATTER, "forward_support", [SYNC])).toBeUndefined();
});

test("one and many are one word, short ones as well", () => {
  const roles = passage(4, "Roles and users", "Add somebody under Settings > People > Invite. Users are free.");
  expect(quoted("New colleague", "Which role do I pick when I add her?", "answer_question", [roles])).toBe(
    "Roles and users",
  );
});
