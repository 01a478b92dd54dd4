import { describe, expect, test } from "vitest";
import { NO_ENTITIES } from "../../../src/domain/decision.ts";
import { draftFromTemplate } from "../../../src/pipeline/answer/draft.ts";
import { greetingName } from "../../../src/pipeline/answer/greeting-name.ts";
import { GUARDS, guard } from "../../../src/pipeline/answer/guard.ts";
import { BUILT_IN_TEMPLATES, FOUND } from "../../../src/pipeline/answer/templates.ts";
import { SUPPORT } from "../../fakes/desk.ts";
import { aMail, settings } from "./an-answer.ts";

const decision = (intent: string, language: string, person: string | null) => ({
  intent,
  language,
  entities: { ...NO_ENTITIES, person_name: person },
});

describe("every built-in template passes every guard, with a name and without", () => {
  const all = Object.entries({ ...BUILT_IN_TEMPLATES, found: FOUND }).flatMap(([intent, texts]) =>
    Object.keys(texts).map((language) => [intent, language] as const),
  );
  test.each(all)("%s in %s", async (intent, language) => {
    const email = { ...(await aMail({ from: "orla@quayside.example" })), language };
    for (const person of ["Orla Keane", "Jean-Luc d'Été", null]) {
      const context = {
        email,
        mailbox: SUPPORT,
        settings: settings(),
        decision: decision(intent, language, person) as never,
      };
      const quote = {
        text: "Seats are free.",
        sentences: [{ text: "Seats are free.", sources: ["template"] }],
        citations: [],
      };
      const draft = draftFromTemplate(context, intent === "found" ? quote : undefined);
      const { holds } = guard(draft, { email, settings: settings(), stopLine: undefined });
      expect(holds.filter((one) => one.guard !== "language" && one.guard !== "claims")).toEqual([]);
      if (intent !== "found") expect(holds).toEqual([]);
    }
  });
});

test.each([
  "Full refund approved",
  "evil.com",
  "We will refund you",
  "Click here",
  "Support Team",
  "You get 50 % off",
  "a b c d e",
])("%j greets nobody", async (name) => {
  expect(greetingName(decision("support", "en", name) as never, await aMail())).toBeUndefined();
});

test("guards have names of their own", () => {
  expect(new Set(GUARDS.map(({ name }) => name)).size).toBe(GUARDS.length);
});
