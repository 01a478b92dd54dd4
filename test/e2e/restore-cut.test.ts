import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import SQLite from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { backUp } from "../../src/db/backup.ts";
import type { Database } from "../../src/db/database.ts";
import { markAttempt, markDone, planEffect } from "../../src/db/effects.ts";
import { loadKeys } from "../../src/db/key-file.ts";
import { openDatabase } from "../../src/db/open.ts";
import { createVault } from "../../src/db/vault.ts";
import { command } from "./command.ts";

/** A restore that is cut short, wherever: there is always a database, and none that would do again what was done after the backup. */

const POWER_CUT = path.join(import.meta.dirname, "power-cut.js");
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "restore-cut-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string) => path.join(folder, name);
const open = (): Database => {
  const url = `file:${file("mailroom.db")}`;
  return openDatabase(url, createVault(loadKeys(undefined, url)));
};

/** An answer that was planned at noon, when the backup was made, and left in the afternoon. */
async function aDay(): Promise<void> {
  const db = open();
  const effect = { kind: "gmail.reply" as const, idempotencyKey: "reply:1", request: {} };
  const { id } = await db.transaction((tx) => planEffect(tx, effect, 1));
  backUp(file("mailroom.db"), file("noon.db"));
  await db.transaction((tx) => markAttempt(tx, id, 2));
  await db.transaction((tx) => markDone(tx, id, { id: "sent" }, 3));
  await db.close();
}

function answerIn(name: string): unknown {
  const raw = new SQLite(file(name), { readonly: true, fileMustExist: true });
  try {
    return raw.prepare("select state from effects").pluck().get();
  } finally {
    raw.close();
  }
}

test("killed after each thing it does to a file, and run again", { timeout: 120_000 }, async () => {
  const seen: unknown[] = [];
  for (let step = 1; ; step++) {
    for (const name of readdirSync(folder)) if (name !== "key") rmSync(file(name));
    await aDay();
    const cut = await command({ folder }, "restore", [file("noon.db")], {
      NODE_OPTIONS: `--import ${POWER_CUT}`,
      CUT_AFTER: String(step),
    });
    seen.push(answerIn("mailroom.db"));
    if (cut.code === 0) break;
    expect(cut.code).toBeNull();
    expect(await command({ folder }, "restore", [file("noon.db")])).toMatchObject({ code: 0 });
    expect({ step, answer: answerIn("mailroom.db") }).toEqual({ step, answer: "attempting" });
  }
  // The afternoon's, then the backup's with its doubts, and nothing in between.
  expect(seen.filter((state) => state === "done").length).toBeGreaterThan(2);
  expect(seen.filter((state, index) => state !== seen[index - 1])).toEqual(["done", "attempting"]);
});
