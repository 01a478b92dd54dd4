import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import SQLite from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { appendAudit, verifyAudit } from "../../src/db/audit.ts";
import type { Database } from "../../src/db/database.ts";
import { sql } from "../../src/db/drizzle.ts";
import { ensureMailboxes, listMailboxes, storeCredential, storedCredential } from "../../src/db/mailboxes.ts";
import { openDatabase } from "../../src/db/open.ts";
import { createVault } from "../../src/db/vault.ts";

let folder: string;
let db: Database;
const url = () => `file:${path.join(folder, "mailroom.db")}`;
const key = randomBytes(32);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "mailroom-db-"));
  db = openDatabase(url(), createVault([key]));
});
afterEach(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

test("what a transaction did is there for readers after it, and not at all when it threw", async () => {
  await db.transaction((tx) => ensureMailboxes(tx, ["a@x.example"]));
  await expect(
    db.transaction(async (tx) => {
      await ensureMailboxes(tx, ["b@x.example"]);
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  expect((await listMailboxes(db.read)).map((one) => one.address)).toEqual(["a@x.example"]);
});

test("transactions started together run one after the other, in order, across their awaits", async () => {
  const seen: string[] = [];
  const work = (name: string) =>
    db.transaction(async (tx) => {
      seen.push(`${name} in`);
      await ensureMailboxes(tx, [`${name}@x.example`]);
      await new Promise((resolve) => setTimeout(resolve, 5));
      seen.push(`${name} out`);
    });
  await Promise.all([work("a"), work("b"), work("c")]);
  expect(seen).toEqual(["a in", "a out", "b in", "b out", "c in", "c out"]);
});

test("a transaction inside a transaction is refused at once instead of waiting for itself", async () => {
  await expect(db.transaction(() => db.transaction(async () => undefined))).rejects.toThrow("for ever");
  await expect(db.transaction(async () => "still works")).resolves.toBe("still works");
});

test("a failed transaction leaves the queue usable, and readers never see half of one", async () => {
  const half = db.transaction(async (tx) => {
    await ensureMailboxes(tx, ["half@x.example"]);
    expect(await listMailboxes(db.read)).toHaveLength(0);
    throw new Error("no");
  });
  await expect(half).rejects.toThrow();
  expect(await listMailboxes(db.read)).toHaveLength(0);
});

test("a database that a newer Mailroom wrote stops the start with one sentence", async () => {
  const raw = new SQLite(path.join(folder, "mailroom.db"));
  raw.prepare("insert into __drizzle_migrations (hash, created_at) values ('later', ?)").run(Date.UTC(2100, 0, 1));
  raw.close();
  expect(() => openDatabase(url(), createVault([key]))).toThrow("written by a newer Mailroom");
});

test("sealed columns are unreadable on disk, and with another key", async () => {
  await db.transaction((tx) => storeCredential(tx, "a@x.example", "1//very-secret-refresh-token"));
  expect(await storedCredential(db.read, "a@x.example")).toBe("1//very-secret-refresh-token");
  const raw = new SQLite(path.join(folder, "mailroom.db"), { readonly: true });
  const { credential } = raw.prepare("select credential from mailboxes").get() as { credential: Buffer };
  raw.close();
  expect(credential.includes("very-secret")).toBe(false);
  expect(() => openDatabase(url(), createVault([randomBytes(32)]))).toThrow("could not be decrypted");
});

test("a sealed value moved to another column does not open there", () => {
  const vault = createVault([key]);
  expect(() => vault.open(vault.seal("text", "drafts.content"), "messages.content")).toThrow("could not be decrypted");
});

test("a ring of keys opens what the old one sealed, and hashes stay the same", async () => {
  const old = db.read.vault;
  const later = openDatabase(url(), createVault([randomBytes(32), key]));
  const ring = later.read.vault;
  expect(ring.open(old.seal("text", "p"), "p").toString()).toBe("text");
  expect(ring.keyIdOf(old.seal("text", "p"))).not.toBe(ring.keyId);
  expect(ring.hash("ann@x.example", "sender")).toBe(old.hash("ann@x.example", "sender"));
  await later.close();
});

test("the audit chain is whole until a row is changed or taken out", async () => {
  for (let at = 1; at <= 5; at++) {
    await db.transaction((tx) =>
      appendAudit(tx, { at, actor: "U1", action: "ticket.claimed", ticketId: at, details: { b: at, a: "x" } }),
    );
  }
  expect(await verifyAudit(db.read)).toMatchObject({ rows: 5, brokenAt: undefined });
  await db.transaction(async (tx) => void (await tx.run(sql`update audit set actor = 'U2' where seq = 3`)));
  expect((await verifyAudit(db.read)).brokenAt).toBe(3);
  await db.transaction(async (tx) => void (await tx.run(sql`update audit set actor = 'U1' where seq = 3`)));
  expect((await verifyAudit(db.read)).brokenAt).toBeUndefined();
  await db.transaction(async (tx) => void (await tx.run(sql`delete from audit where seq = 4`)));
  expect((await verifyAudit(db.read)).brokenAt).toBe(5);
  await db.transaction(async (tx) => void (await tx.run(sql`delete from audit where seq = 5`)));
  expect(await verifyAudit(db.read)).toMatchObject({ rows: 3, brokenAt: 4, why: "the newest 2 rows are missing" });
});

test("a file that is no database is said to be damaged, with what to do, and left as it is", () => {
  const file = path.join(folder, "damaged.db");
  writeFileSync(file, "a disk or another program wrote something else here, where the first page was\n".repeat(20));
  const before = readFileSync(file);
  expect(() => openDatabase(`file:${file}`, createVault([key]))).toThrow(
    expect.objectContaining({ code: "database_damaged", message: expect.stringContaining("npm run restore") }),
  );
  expect(readFileSync(file)).toEqual(before);
});
