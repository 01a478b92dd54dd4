import { expect, test } from "vitest";
import { NO_CONTEXT, type RedactionContext } from "../../../src/pipeline/redact/context.ts";
import { Placeholders } from "../../../src/pipeline/redact/placeholders.ts";
import { redact } from "../../../src/pipeline/redact/redact.ts";

const context: RedactionContext = { ...NO_CONTEXT, language: "es", regions: ["ES"] };
const masked = (text: string) => redact(text, new Placeholders(), context).text;

test("a number that is named once is masked wherever it stands, however it is spaced", () => {
  expect(masked("612 345 678\n\nllámame al 612345678, es decir 612-345-678")).toBe(
    "[PHONE_1]\n\nllámame al [PHONE_1], es decir [PHONE_1]",
  );
});

test("a part of it, a part number and a price with its digits stay", () => {
  const text = "llámame al 612345678\n\nRef. 345 678, pieza X612345678, total 6.123.456,78 €";
  expect(masked(text)).toBe(text.replace("al 612345678", "al [PHONE_1]"));
});
