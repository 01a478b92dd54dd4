import { expect, test } from "vitest";
import { parseSettings } from "../../../src/domain/settings/parse.ts";
import { inLanguage, redactionContext } from "../../../src/pipeline/redact/context.ts";
import { findPii } from "../../../src/pipeline/redact/find-pii.ts";

const settings = parseSettings({
  company: { name: "Larkspur", timezone: "Europe/Madrid" },
  mailboxes: [{ address: "support@larkspur.example", aliases: ["help@larkspur.example"] }],
  queues: { triage: { channel: "C0TRIAGE" } },
  people: [{ slack: "U01ALICE", name: "Alice", roles: ["admin"] }],
  catalogue: { ids: { order_id: "TW-\\d{6}", ticket: "#\\d{5}", api_key: "lk_live_[A-Za-z0-9]+" } },
  answering: { signature: "Larkspur\n100 Larkspur Way, Portland, OR 97201\n+1 503 555 0100" },
});
const values = (text: string, language = "en") => {
  const context = inLanguage(redactionContext(settings), language);
  return findPii(text, context).map(({ start, end }) => text.slice(start, end));
};

test.each([
  "help@larkspur.example",
  "maya@larkspur.example",
  "call you at 503.555.0100",
  "came to 100 Larkspur Way, Portland, OR 97201",
  "my phone order TW-208112, ticket #48213",
])("what the company publishes or numbers itself stays: %s", (text) => expect(values(text)).toEqual([]));

test("a catalogue format named as a key is hidden", () => {
  expect(values("our key lk_live_4hT9wQ2mZx7R")).toEqual(["lk_live_4hT9wQ2mZx7R"]);
});

test("a format stands for whole words only", () => {
  expect(values("mobile TW-2081120 and mobile 503-555-0199")).toEqual(["503-555-0199"]);
});

test("numbers are read the way the company's country writes them, whatever the language", () => {
  expect(values("Best, Ana 612 345 678")).toEqual(["612 345 678"]);
});
