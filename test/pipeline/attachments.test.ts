import { expect, test } from "vitest";
import { readFixture } from "./read-fixture.ts";

const dangers = [
  { file: "attachment-exe-called-pdf", danger: "Windows program" },
  { file: "attachment-double-extension", danger: "Windows program" },
  { file: "attachment-script-in-zip", danger: "run programs" },
  { file: "attachment-encrypted-zip", danger: "encrypted" },
  { file: "attachment-zip-bomb", danger: "unpacks" },
  { file: "attachment-macro-docx", danger: "macros" },
  { file: "attachment-svg-with-script", danger: "script" },
  { file: "attachment-html-form", danger: "form" },
];

test.each(dangers)("$file is $danger", async ({ file, danger }) => {
  const { attachments } = await readFixture(file);
  expect(attachments).toHaveLength(1);
  expect(attachments[0]?.danger).toContain(danger);
  expect(attachments[0]?.text).toBeUndefined();
  expect(attachments[0]?.scan).toBe("not-scanned");
});

const texts = [
  { file: "attachment-docx-text", text: "Order TW-208811\nTotal & tax: 42.00" },
  { file: "attachment-xlsx-text", text: "LKI-2026-00077" },
  { file: "attachment-csv-windows-1252", text: "Müller;12,50 €" },
];

test.each(texts)("$file is read", async ({ file, text }) => {
  const { attachments } = await readFixture(file);
  expect(attachments[0]?.danger).toBeUndefined();
  expect(attachments[0]?.text).toContain(text);
});
