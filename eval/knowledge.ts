import { randomBytes } from "node:crypto";
import { openDatabase } from "../src/db/open.ts";
import { knowledgeIn } from "../src/db/passage-search.ts";
import { createVault } from "../src/db/vault.ts";
import type { Knowledge } from "../src/domain/passage.ts";
import { parseSettings } from "../src/domain/settings/parse.ts";
import { refreshKnowledge } from "../src/jobs/refresh-knowledge.ts";

/** The articles of a folder, read and searched as the running desk does it. */
export async function openKnowledge(folder: string): Promise<{ knowledge: Knowledge; close: () => Promise<void> }> {
  const db = openDatabase(":memory:", createVault([randomBytes(32)]));
  const settings = parseSettings({
    mailboxes: [{ address: "support@larkspur.example" }],
    queues: { triage: { channel: "C0TRIAGE" } },
    people: [{ slack: "U01ALICE", name: "Alice", roles: ["admin"] }],
    knowledge: { folder },
  });
  const silent = () => undefined;
  const log = { debug: silent, info: silent, warn: silent, error: silent, child: () => log };
  const store = { current: () => ({ settings, version: 1 }), reload: async () => undefined };
  await refreshKnowledge({ db, settings: store as never, now: Date.now, log });
  return { knowledge: knowledgeIn(db.read), close: () => db.close() };
}
