import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { sql } from "../../src/db/drizzle.ts";
import { storeMessage } from "../../src/db/messages.ts";
import { openDatabase } from "../../src/db/open.ts";
import { indexMessage } from "../../src/db/search.ts";
import { createVault } from "../../src/db/vault.ts";
import { normalise } from "../../src/pipeline/normalise.ts";
import { erasePerson } from "../../src/tickets/erase-person.ts";
import { SUPPORT } from "../fakes/desk.ts";

const ORLA = "orla@quayside.example";

test("nothing of a person stays in the file, in the log beside it or in the index of words", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "erase-"));
  const file = path.join(folder, "mailroom.db");
  const vault = createVault([randomBytes(32)]);
  const app = openDatabase(`file:${file}`, vault);
  const command = openDatabase(`file:${file}`, vault);
  try {
    const raw = Buffer.from(`From: ${ORLA}\r\nSubject: The teapot\r\n\r\nIt is cracked.\r\n`);
    const email = await normalise(raw, { ourAddresses: new Set([SUPPORT]), groupListIds: new Set() });
    await app.transaction(async (tx) => {
      await tx.run(sql`insert into mailboxes (address) values (${SUPPORT})`);
      const ids = { mailboxId: 1, providerId: "t", providerThreadId: "t", ticketId: null };
      const id = await storeMessage(tx, { ...ids, direction: "in", receivedAt: 1, email, raw }, 1);
      await indexMessage(tx, id, "cracked teapot");
    });
    const [row] = (await app.read.all(sql`select content from messages`)) as { content: Buffer }[];
    const sealed = row!.content.subarray(0, 60);
    const words = async () =>
      ((await app.read.all(sql`select id from message_words_data where id > 10`)) as unknown[]).length;
    const onDisk = () => [file, `${file}-wal`].filter((one) => readFileSync(one).includes(sealed));
    expect(onDisk()).not.toEqual([]);
    expect(await words()).toBeGreaterThan(0);
    await erasePerson(command, ORLA, "command line", () => 2);
    expect(onDisk()).toEqual([]);
    expect(await words()).toBe(0);
  } finally {
    await command.close();
    await app.close();
    rmSync(folder, { recursive: true });
  }
});
