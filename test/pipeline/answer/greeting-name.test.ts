import { expect, test } from "vitest";
import { NO_ENTITIES, type TriageDecision } from "../../../src/domain/decision.ts";
import type { Email } from "../../../src/domain/email.ts";
import { greetingName } from "../../../src/pipeline/answer/greeting-name.ts";

const greeted = (name: string | null, language = "en", header?: string) =>
  greetingName(
    { entities: { ...NO_ENTITIES, person_name: name } } as TriageDecision,
    {
      language,
      machine: { kind: "none" },
      ...(header && { from: { name: header, address: "x@y.example" } }),
    } as Email,
  );

test.each([
  ["Orla Keane", "en", "Orla"],
  ["Orla Keane", "de", "Orla Keane"],
  ["Jean-Luc Moreau", "fr", "Jean-Luc Moreau"],
  ["Dr. Amal Haddad", "en", "Dr. Amal Haddad"],
  ["J. Smith", "en", "J. Smith"],
  ["Kaylee", "en", "Kaylee"],
  ["西村 香織", "ja", "西村 香織"],
])("%s in %s is greeted as %s", (name, language, expected) => {
  expect(greeted(name, language)).toBe(expected);
});

test.each([
  "Accounts Payable",
  "Pingwell Billing",
  "You get a full refund",
  "Customer Service",
  "https://x.example",
  "Anmeldung",
  "Accueil",
  "Segreteria",
])("%s is nobody to greet", (name) => {
  expect(greeted(null, "en", name)).toBeUndefined();
});
