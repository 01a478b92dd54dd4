import { expect, test } from "vitest";
import { NO_HISTORY, senderFacts } from "../../src/domain/sender.ts";
import { createLocalEngine } from "../../src/pipeline/local/engine.ts";
import { applyRules } from "../../src/pipeline/rules/rules.ts";
import { aMail, SHOP } from "./local/fields/mail.ts";

const { read } = createLocalEngine();

/** Three hundred thousand blanks between two words, of which an expression may look at each pair. */
test.each([
  ["empty lines", "\n"],
  ["indented empty lines", "\n "],
  ["spaces", " "],
  ["spaces behind a word of orders", "\nsystem", " "],
])("rules and engine read %s between two words in one pass", (_, ...parts) => {
  const unit = parts.at(-1) ?? "";
  const lead = parts.length > 1 ? parts[0] : "";
  const input = aMail({ text: `Where is my order?${lead}${unit.repeat(300_000 / unit.length)}x` });
  expect(applyRules(input.email, senderFacts(input.email, SHOP, NO_HISTORY), SHOP).stopLine).toBeUndefined();
  expect(read(input).summary).not.toBe("");
});
