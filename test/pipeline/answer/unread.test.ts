import { expect, test } from "vitest";
import { NO_HISTORY } from "../../../src/domain/sender.ts";
import { SUPPORT, settingsWith } from "../../fakes/desk.ts";
import { aModel, enginesWith, readingWith } from "../../fakes/reading.ts";
import { aMail } from "./an-answer.ts";

/** Without a model an answer is what shares the most words with the mail: it leaves unread only where it holds what is asked. */
const ARTICLES = [
  {
    path: "washing.md",
    text: "# Washing\n\nA down jacket goes into the washing machine: wash it cold with down soap, and tumble dry it on low for three hours.",
  },
];
const settings = settingsWith({
  intents: {
    other: { description: "Anything else." },
    support: { description: "A customer asks for help.", posture: "auto", thresholds: { route: 0, draft: 0, send: 0 } },
  },
});

async function read(subject: string, text: string) {
  const now = () => Date.UTC(2026, 10, 20, 10);
  let asked = 0;
  // A model reads the mail; for the answer the day's money is spent.
  const engines = enginesWith(aModel().model, now, { budgetSpent: () => asked++ > 0 });
  const { draft, byItself } = await readingWith(
    engines,
    ARTICLES,
  )({
    email: await aMail({ subject, text }),
    mailbox: SUPPORT,
    settings,
    settingsVersion: 1,
    receivedAt: now(),
    history: NO_HISTORY,
    earlier: [],
    previous: undefined,
    placeholders: undefined,
    waiting: true,
  });
  return { cites: draft?.draft.citations.length, loose: draft?.draft.loose ?? false, sends: byItself?.send ?? false };
}

test("what holds what the mail asks leaves by itself", async () => {
  const text =
    "Hello, can I put my down jacket into the washing machine? It smells of campfire since our last weekend out.";
  expect(await read("Washing my jacket", text)).toEqual({ cites: 1, loose: false, sends: true });
});

test("what shares words by chance is offered to a person", async () => {
  const text =
    "We camp for three nights with a wet labrador. Is the two-person tent really for two people, and can one sit up in it? Does its door face the side or the end? My husband would dry and wash the dog before.";
  expect(await read("Two people and a dog", text)).toEqual({ cites: 1, loose: true, sends: false });
});
