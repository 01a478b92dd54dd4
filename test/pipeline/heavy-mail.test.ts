import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

/** Mail that Gmail would deliver and that needs many times its own size if each line or run of it is kept by itself. */

const READER = fileURLToPath(new URL("heavy-reader.ts", import.meta.url));
const HEAP_MB = 160;
const SIZE = 12_000_000;

const full = (unit: string) => Buffer.alloc(SIZE, unit);
const mail = (encoding: string, body: Buffer) =>
  Buffer.concat([Buffer.from(`From: ann@quayside.example\nContent-Transfer-Encoding: ${encoding}\n\n`), body]);

function read(input: Buffer): { text: string; files: string[] } {
  const { stdout, status } = spawnSync(process.execPath, [`--max-old-space-size=${HEAP_MB}`, READER], { input });
  expect(status).toBe(0);
  return JSON.parse(stdout.toString());
}

test.each([
  ["nothing but empty lines", "7bit", "\n", ""],
  ["soft line breaks after each letter", "quoted-printable", "a=\n", "a".repeat(100)],
  ["base64 with junk behind each sign", "base64", "Q!U@J#D$", "ABCABC"],
  ["base64 with blanks and lines between", "base64", "Q U J D \n\n", "ABCABC"],
  ["base64 that is padded all along", "base64", "QQ==", "AAAAAA"],
])("%s", (_, encoding, unit, start) => {
  expect(read(mail(encoding, full(unit))).text.startsWith(start)).toBe(true);
});
