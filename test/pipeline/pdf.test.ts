import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { readPdfText } from "../../src/pipeline/attachments/pdf.ts";
import { normalise } from "../../src/pipeline/normalise.ts";
import { SUPPORT } from "../fakes/desk.ts";
import { aPdf } from "../fakes/pdf.ts";

const LINE = "Invoice INV-2041, 268,500 USD";
/** Every sign of sixteen million has a letter of its own, and none of the small ones: no array, a table that grows and grows. */
const ENDLESS =
  "begincmap 1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 1 beginbfrange <F0000000> <F0FFFFFE> <0041> endbfrange endcmap";

test("the text of a PDF is read", async () => {
  await expect(readPdfText(aPdf(LINE), 1_000)).resolves.toBe(`${LINE}\n`);
});

test("a PDF that asks for more memory than there is has no text, and those behind it are read", async () => {
  const read = await Promise.all([ENDLESS, undefined].map((map) => readPdfText(aPdf(LINE, map), 1_000)));
  expect(read).toEqual([undefined, `${LINE}\n`]);
});

test("a mail of such traps is given up on after a while: its files are listed, and the last one is not read", {
  timeout: 60_000,
}, async () => {
  const part = (bytes: Uint8Array, n: number) =>
    `--x\r\nContent-Type: application/pdf; name="${n}.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString("base64")}\r\n`;
  const files = [aPdf(LINE), ...Array.from({ length: 6 }, () => aPdf(LINE, ENDLESS)), aPdf(LINE)];
  const head = `From: a@x.example\r\nTo: ${SUPPORT}\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n`;
  const { attachments } = await normalise(Buffer.from(`${head}${files.map(part).join("")}--x--\r\n`), {
    ourAddresses: new Set(),
    groupListIds: new Set(),
  });
  expect(attachments.map(({ text }) => text)).toEqual([LINE, ...Array.from({ length: 7 }, () => undefined)]);
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
