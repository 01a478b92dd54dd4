import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import SQLite from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { storeMessage } from "../../src/db/messages.ts";
import { searchTickets } from "../../src/db/search.ts";
import { getTicket } from "../../src/db/tickets.ts";
import { normalise } from "../../src/pipeline/normalise.ts";
import { openBooks } from "./books.ts";
import { command, start } from "./command.ts";
import { cardWith, type Desk, mailFrom, openDesk, SUPPORT, shownOn, until } from "./desk.ts";

const ORLA = "orla@quayside.example";
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await desk.start();
});
afterAll(() => desk.end());

const write = (subject: string, from: string, text: string) =>
  desk.gmail.deliver(SUPPORT, mailFrom({ from, subject, text }));
const file = (name: string) => path.join(desk.folder, name);

async function withBooks<T>(work: (books: ReturnType<typeof openBooks>) => Promise<T>): Promise<T> {
  const books = openBooks(desk);
  try {
    return await work(books);
  } finally {
    await books.close();
  }
}

const sealedWith = (): Map<string, number> => {
  const raw = new SQLite(file("mailroom.db"), { readonly: true });
  const rows = raw
    .prepare(
      "select hex(substr(content, 2, 4)) as key, count(*) as n from (select content from messages union all select content from raw_messages union all select hash_key from origin) where content is not null group by 1",
    )
    .all() as { key: string; n: number }[];
  raw.close();
  return new Map(rows.map(({ key, n }) => [key, n]));
};

describe("npm run audit:verify", () => {
  test("says how many rows there are and their newest hash, and knows a hash noted earlier", async () => {
    write("Adding a receptionist", `Orla Keane <${ORLA}>`, "Which role do I give our receptionist Bridget?");
    await cardWith(desk, "Adding a receptionist");
    const { code, said } = await command(desk, "audit-verify");
    expect(said).toMatch(/^The audit trail is whole: \d+ rows\.\nIts newest hash is [0-9a-f]{64}\n/);
    expect(code).toBe(0);
    const head = /[0-9a-f]{64}/.exec(said)![0];
    expect((await command(desk, "audit-verify", [head])).code).toBe(0);
    expect(await command(desk, "audit-verify", ["0123"])).toMatchObject({
      code: 1,
      said: expect.stringMatching(/0123 is not in it/),
    });
  });

  test("names the first row that was changed, says what to do, and fails", async () => {
    await command(desk, "backup", [file("changed.db")]);
    const raw = new SQLite(file("changed.db"));
    raw.prepare("update audit set actor = 'U02BOB' where seq = 2").run();
    raw.close();
    const { code, said } = await command(desk, "audit-verify", [], { DATABASE_URL: `file:${file("changed.db")}` });
    expect(said).toContain("broken at row 2: it says something else than when it was written");
    expect(said).toContain("What to do:");
    expect(code).toBe(1);
  });

  test("says where it looked when there is no database, and makes none", async () => {
    const { code, said } = await command(desk, "audit-verify", [], {
      DATABASE_URL: `file:${file("nowhere.db")}`,
      MAILROOM_KEY: "",
    });
    expect(said).toContain("there is no database at");
    expect(code).toBe(1);
    expect(existsSync(file("nowhere.db"))).toBe(false);
  });
});

describe("npm run erase", () => {
  test("an address that never wrote, and no address at all, are told so", async () => {
    expect(await command(desk, "erase", ["nobody@nowhere.example", "--yes"])).toMatchObject({
      code: 1,
      said: expect.stringMatching(/Nobody with the address nobody@nowhere\.example/),
    });
    expect(await command(desk, "erase")).toMatchObject({ code: 1, said: expect.stringMatching(/Say whom/) });
    expect(await command(desk, "erase", ["not an address"])).toMatchObject({
      code: 1,
      said: expect.stringMatching(/Say whom/),
    });
  });

  test("without --yes it shows what would go and does nothing", async () => {
    write(
      "A friend of Orla",
      "Finn <finn@harbour.example>",
      `My colleague ${ORLA} told me about you. What does it cost?`,
    );
    await cardWith(desk, "A friend of Orla");
    const { code, said } = await command(desk, "erase", [ORLA]);
    expect(said).toMatch(/1 tickets \(#\d+\), 1 mails/);
    expect(said).toMatch(/names the address and stays with them: ticket #\d+/);
    expect(said).toContain("Nothing was erased");
    expect(code).toBe(1);
    await withBooks(async ({ db }) => {
      expect((await searchTickets(db.read, "receptionist", { limit: 5, offset: 0 })).total).toBe(1);
    });
  });

  test("with --yes text, names and addresses are gone from the database, the index and Slack; the audit trail stays whole", async () => {
    const card = await cardWith(desk, "Adding a receptionist");
    await until(desk, () => desk.slack.thread(card).some((reply) => shownOn(reply).includes("Bridget")));
    expect(await command(desk, "erase", [ORLA.toUpperCase(), "--yes"])).toMatchObject({
      code: 0,
      said: expect.stringMatching(/Erased\./),
    });
    const everything = () =>
      JSON.stringify([desk.slack.message(card.channel, card.ts), ...desk.slack.thread(card)]).toLowerCase();
    await until(desk, () => !/orla|quayside|receptionist|bridget/.test(everything()));
    expect(everything()).toContain("no longer kept");
    expect(everything()).toContain("this was erased");
    await withBooks(async ({ db }) => {
      expect((await searchTickets(db.read, "receptionist", { limit: 5, offset: 0 })).total).toBe(0);
      expect((await searchTickets(db.read, "colleague", { limit: 5, offset: 0 })).total).toBe(1);
      const ticket = await getTicket(db.read, 1);
      expect(ticket).toMatchObject({ state: "done", about: undefined, senderHash: null, senderDomain: null });
    });
    expect(await command(desk, "audit-verify")).toMatchObject({ code: 0 });
    expect(await command(desk, "erase", [ORLA, "--yes"])).toMatchObject({
      code: 1,
      said: expect.stringMatching(/Nobody with the address/),
    });
  });
});

describe("npm run backup and restore", () => {
  test("a backup beside the running app is whole, says that the key is not in it, and overwrites nothing", async () => {
    const { code, said } = await command(desk, "backup", [file("one.db")]);
    expect(said).toContain("is NOT in it");
    expect(code).toBe(0);
    expect(statSync(file("one.db")).mode & 0o077).toBe(0);
    expect(await command(desk, "backup", [file("one.db")])).toMatchObject({
      code: 1,
      said: expect.stringMatching(/is there already/),
    });
  });

  test("a restore is refused while Mailroom runs, with a damaged or foreign file, and with another key", async () => {
    expect(await command(desk, "restore", [file("one.db")])).toMatchObject({
      code: 1,
      said: expect.stringMatching(/Stop it first/),
    });
    const bytes = readFileSync(file("one.db"));
    writeFileSync(file("cut.db"), bytes.subarray(0, bytes.length / 2));
    writeFileSync(file("text.db"), "this is no database at all, whatever its name says");
    const other = { MAILROOM_KEY: Buffer.alloc(32, 7).toString("base64") };
    expect(await desk.stop()).toBe(0);
    expect(await command(desk, "restore", [file("cut.db")])).toMatchObject({
      code: 1,
      said: expect.stringMatching(/cannot be put back/),
    });
    expect(await command(desk, "restore", [file("text.db")])).toMatchObject({
      code: 1,
      said: expect.stringMatching(/is not a database/),
    });
    expect(await command(desk, "restore", [file("one.db")], other)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/could not be decrypted/),
    });
    expect(await command(desk, "restore", [file("none.db")])).toMatchObject({
      code: 1,
      said: expect.stringMatching(/There is no file/),
    });
    expect(readdirSync(desk.folder).filter((name) => name.includes("before-") || name.includes("restoring"))).toEqual(
      [],
    );
  });
});

describe("npm run restore over a database that is beyond reading", () => {
  test.each([
    ["overwritten", () => Buffer.from("the disk wrote something else here")],
    ["cut off", () => readFileSync(file("one.db")).subarray(0, 50_000)],
  ])("%s: the backup is put in its place, and what is left of it is kept", async (_, left) => {
    writeFileSync(file("broken.db"), left());
    writeFileSync(file("broken.db-wal"), "what was not yet in the file");
    const there = { DATABASE_URL: `file:${file("broken.db")}` };
    const { code, said } = await command(desk, "restore", [file("one.db")], there);
    expect(said).toMatch(/Put back: \d+ tickets/);
    expect(code).toBe(0);
    const [aside] = /\S+broken\.db\.before-[\w-]+/.exec(said) ?? [];
    expect(readFileSync(aside!)).toEqual(left());
    expect((await command(desk, "audit-verify", [], there)).code).toBe(0);
    for (const name of readdirSync(desk.folder)) if (name.startsWith("broken.db")) rmSync(file(name));
  });
});

describe("npm run key:rotate", () => {
  test("is refused while Mailroom runs, and with a key from the environment says what to set", async () => {
    await desk.start();
    expect(await command(desk, "key-rotate")).toMatchObject({ code: 1, said: expect.stringMatching(/Stop it first/) });
    await desk.stop();
    const key = { MAILROOM_KEY: readFileSync(file("key"), "utf8").trim() };
    expect(await command(desk, "key-rotate", [], key)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/set MAILROOM_KEY_NEW/),
    });
  });

  test("killed in the middle it goes on when run again; then the old key opens nothing, and everything works", {
    timeout: 180_000,
  }, async () => {
    await withBooks(async ({ db, mailbox }) => {
      const { id: mailboxId } = await mailbox();
      const raw = Buffer.from(mailFrom({ from: "A <a@a.example>", subject: "Filler", text: "Nothing." }));
      const email = await normalise(raw, { ourAddresses: new Set(), groupListIds: new Set() });
      for (let part = 0; part < 20; part++)
        await db.transaction(async (tx) => {
          for (let one = 0; one < 200; one++)
            await storeMessage(
              tx,
              {
                mailboxId,
                providerId: `filler-${part}-${one}`,
                providerThreadId: `filler-${part}-${one}`,
                ticketId: null,
                direction: "in",
                receivedAt: Date.now(),
                email,
                raw,
              },
              Date.now(),
            );
        });
    });
    copyFileSync(file("key"), file("key.before"));
    const [before] = [...sealedWith().keys()];
    const cut = start(desk, "key-rotate");
    // Its last word before the messages: they are being worked on now.
    await expect.poll(cut.said, { timeout: 90_000, interval: 5 }).toContain("effects.content");
    await new Promise((resolve) => setTimeout(resolve, 30));
    cut.child.kill("SIGKILL");
    await cut.ended;
    const half = sealedWith();
    expect([...half.keys()]).toHaveLength(2);
    expect(half.get(before!)).toBeGreaterThan(0);
    expect(readFileSync(file("key"), "utf8").trim().split("\n")).toHaveLength(2);

    // In between both keys open, so that the desk need not stand still; the old one alone is refused.
    const alone = { MAILROOM_KEY: readFileSync(file("key.before"), "utf8").trim() };
    expect(await command(desk, "audit-verify", [], alone)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/could not be decrypted/),
    });
    await desk.start();
    await cardWith(desk, "A friend of Orla");
    await desk.stop();

    expect(await command(desk, "key-rotate")).toMatchObject({
      code: 0,
      said: expect.stringMatching(/Everything is sealed with the new key/),
    });
    const after = sealedWith();
    expect([...after.keys()]).toHaveLength(1);
    expect(after.has(before!)).toBe(false);
    expect(readFileSync(file("key"), "utf8").trim().split("\n")).toHaveLength(1);
    expect(readFileSync(file("key.old"), "utf8")).toBe(readFileSync(file("key.before"), "utf8"));
    expect(statSync(file("key")).mode & 0o077).toBe(0);
    expect(await command(desk, "audit-verify", [], alone)).toMatchObject({ code: 1 });
    await desk.start();
    write("After the change", "Finn <finn@harbour.example>", "Does everything still work?");
    await cardWith(desk, "After the change");
    await withBooks(async ({ db }) => {
      expect((await searchTickets(db.read, "colleague", { limit: 5, offset: 0 })).total).toBe(1);
    });
    expect(await command(desk, "audit-verify")).toMatchObject({ code: 0 });
  });
});
