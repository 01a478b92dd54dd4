import { expect, test } from "vitest";
import { groupQuestions } from "../../src/domain/questions.ts";

const asked = (ticketId: number, subject: string, text = "", intent = "support") => ({
  ticketId,
  subject,
  asked: text,
  intent,
  at: ticketId * 1_000,
});

test("questions that say much the same stand together, those asked most first, the newest of each shown", () => {
  const groups = groupQuestions([
    asked(1, "Bringing a dog to the office", "May visitors bring a dog?"),
    asked(2, "Re: dog in the office", "Can I bring my dog when I visit?"),
    asked(3, "Solar panels", "Do you sell solar panels for tents?"),
    asked(4, "Dog office visit", "Is a dog allowed in your office?"),
  ]);
  expect(groups.map(({ ticketIds, newest }) => [ticketIds, newest.ticketId])).toEqual([
    [[4, 2, 1], 4],
    [[3], 3],
  ]);
});

test("one word in common, another intent, or what was masked joins nothing", () => {
  const groups = groupQuestions([
    asked(1, "Office chairs", "Do you sell office chairs?"),
    asked(2, "Office hours", "When does the office open?"),
    asked(3, "Office chairs", "Do you sell office chairs?", "lead"),
    asked(4, "[ORDER_1] [EMAIL_1]", ""),
    asked(5, "[ORDER_1] [EMAIL_2]", ""),
  ]);
  expect(groups).toHaveLength(5);
});

test("words that are in nearly every question tell none apart", () => {
  const groups = groupQuestions(
    ["printer", "elevator", "window", "heating", "garden", "kitchen"].map((thing, index) =>
      asked(index + 1, `Question about Larkspur ${thing}`, `Hello Larkspur, please tell us about the ${thing}`),
    ),
  );
  expect(groups).toHaveLength(6);
});
