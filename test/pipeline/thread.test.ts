import { expect, test } from "vitest";
import { viewThread } from "../../src/pipeline/thread.ts";

const mail = {
  subject: "Re: Lamp",
  visibleText: "Still broken.",
  quotedText: "",
  references: ["<1@x>", "<2@x>"],
  inReplyTo: "<2@x>",
};

test("history is what is being answered and what it began with", () => {
  const view = viewThread(mail, [
    { direction: "in", text: "It flickers too." },
    { direction: "out", text: "Did you change the bulb?" },
    { direction: "in", text: "No light at all." },
    { direction: "out", text: "Which lamp?" },
    { direction: "in", text: "My lamp is broken." },
  ]);
  expect(view.history.map(({ text }) => text)).toEqual(["Did you change the bulb?", "My lamp is broken."]);
  expect(view.threadSize).toBe(6);
});

test("without a stored conversation the newest quote stands in", () => {
  const quotedText =
    "On Mon, Oct 5, 2026 at 9:05 AM Bo <bo@x.example> wrote:\n\n> Did you change the bulb?\n>\n> On Sun, Oct 4, 2026 at 9:05 AM Ann <ann@x.example> wrote:\n> > My lamp is broken.";
  const view = viewThread({ ...mail, quotedText }, []);
  expect(view.history).toEqual([{ direction: "out", text: "Did you change the bulb?" }]);
  expect(view.threadSize).toBe(3);
});

test("a long mail keeps its beginning and its end", () => {
  const visibleText = `First words. ${"All about the lamp. ".repeat(200)}So please send a new one.`;
  const { newest } = viewThread({ ...mail, visibleText }, []);
  expect(newest.length).toBeLessThanOrEqual(1_500);
  expect(newest.startsWith("First words.")).toBe(true);
  expect(newest.endsWith("So please send a new one.")).toBe(true);
});

test("a first mail has no history", () => {
  expect(viewThread({ ...mail, references: [], inReplyTo: undefined }, [])).toMatchObject({
    newest: "Still broken.",
    history: [],
    threadSize: 1,
  });
});
