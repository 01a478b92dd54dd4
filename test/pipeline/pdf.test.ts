import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { readPdfText } from "../../src/pipeline/attachments/pdf.ts";
import { aPdf } from "../fakes/pdf.ts";

const LINE = "Invoice INV-2041, 268,500 USD";
/** Every sign of sixteen million has a letter of its own, and none of the small ones: no array, a table that grows and grows. */
const ENDLESS =
  "begincmap 1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 1 beginbfrange <F0000000> <F0FFFFFE> <0041> endbfrange endcmap";

test("the text of a PDF is read", async () => {
  await expect(readPdfText(aPdf(LINE), 1_000)).resolves.toBe(`${LINE}\n`);
});

test("a PDF that asks for more memory than there is has no text, and the next one is read", async () => {
  await expect(readPdfText(aPdf(LINE, ENDLESS), 1_000)).resolves.toBeUndefined();
  await expect(readPdfText(aPdf(LINE), 1_000)).resolves.toBe(`${LINE}\n`);
});

test("those behind it in the row end without text as well", async () => {
  const read = await Promise.all([readPdfText(aPdf(LINE, ENDLESS), 1_000), readPdfText(aPdf(LINE), 1_000)]);
  expect(read).toEqual([undefined, undefined]);
});

test("a process that has nothing else to do ends, though its reader rests", async () => {
  const module = new URL("../../src/pipeline/attachments/pdf.ts", import.meta.url).href;
  const bytes = Buffer.from(aPdf(LINE)).toString("base64");
  const program = `const { readPdfText } = await import("${module}"); console.log(await readPdfText(Buffer.from("${bytes}", "base64"), 99));`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program], {
    timeout: 30_000,
  });
  expect(stdout.trim()).toBe(LINE);
});
