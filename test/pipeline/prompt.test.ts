import { expect, test } from "vitest";
import { Settings } from "../../src/domain/settings/settings.ts";
import { contrasting } from "../../src/pipeline/understand/contrasting.ts";
import { triagePrompts } from "../../src/pipeline/understand/prompt.ts";

const ALIKE = ["Where is my parcel?", "Where is my parcel now?", "Nobody here can log in since this morning."];

test.each([
  { name: "none", examples: [], chosen: [] },
  { name: "one", examples: ["Where is it?"], chosen: ["Where is it?"] },
  { name: "two alike are both told", examples: ALIKE.slice(0, 2), chosen: ALIKE.slice(0, 2) },
  { name: "of three the two that say different things", examples: ALIKE, chosen: [ALIKE[0], ALIKE[2]] },
  { name: "examples without words", examples: ["?", "!", "…"], chosen: ["?", "!"] },
])("$name", ({ examples, chosen }) => expect(contrasting(examples)).toEqual(chosen));

test("a model is told the two of the settings that differ most, and its version says that it was", () => {
  const settings = (examples: string[]) =>
    Settings.parse({
      mailboxes: [{ address: "support@larkspur.example" }],
      queues: { triage: { channel: "C0TRIAGE" } },
      people: [{ slack: "U01ADMIN", name: "Admin", roles: ["admin"] }],
      intents: {
        support: { description: "A customer with a question", examples },
        other: { description: "Anything else" },
      },
    });
  const { full } = triagePrompts(settings(ALIKE));
  expect(full.system).toContain(ALIKE[0]);
  expect(full.system).toContain(ALIKE[2]);
  expect(full.system).not.toContain(ALIKE[1]);
  expect(triagePrompts(settings(ALIKE.slice(0, 1))).full.version).not.toBe(full.version);
});
