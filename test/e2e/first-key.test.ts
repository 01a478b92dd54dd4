import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { command } from "./command.ts";

const POWER_CUT = path.join(import.meta.dirname, "power-cut.js");
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "first-key-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const files = () => readdirSync(folder);
const key = () => readFileSync(path.join(folder, "key"), "utf8");
/** `gmail:connect` is the smallest command that makes a key; this mailbox is nobody's, so it ends there. */
const start = (environment: Record<string, string> = {}) =>
  command({ folder }, "gmail-connect", ["nobody@nowhere.example"], {
    GOOGLE_CLIENT_ID: "id",
    GOOGLE_CLIENT_SECRET: "secret",
    ...environment,
  });
const WHOLE = /^[A-Za-z0-9+/]{43}=\n$/;

test("a power cut while the first key is made leaves the whole key or none", { timeout: 60_000 }, async () => {
  let without = 0;
  for (let step = 1; ; step++) {
    for (const name of files()) rmSync(path.join(folder, name));
    const { code } = await start({ NODE_OPTIONS: `--import ${POWER_CUT}`, CUT_AFTER: String(step) });
    if (!files().includes("key")) without++;
    else expect({ step, key: key() }).toEqual({ step, key: expect.stringMatching(WHOLE) });
    if (code !== null) break;
  }
  expect(without).toBeGreaterThan(0);
  expect(files().filter((name) => name.startsWith("key"))).toEqual(["key"]);
});

test("those that start at once have one key", async () => {
  const said = await Promise.all([start(), start(), start()]);
  for (const one of said) expect(one.said).not.toMatch(/EEXIST|must hold 32 bytes|could not be decrypted/);
  expect(key()).toMatch(WHOLE);
});
