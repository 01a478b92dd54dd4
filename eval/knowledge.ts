import { randomBytes } from "node:crypto";
import { openDatabase } from "../src/db/open.ts";
import { knowledgeIn } from "../src/db/passage-search.ts";
import { createVault } from "../src/db/vault.ts";
import type { Knowledge } from "../src/domain/passage.ts";
import { parseSettings } from "../src/domain/settings/parse.ts";
import type { Settings } from "../src/domain/settings/settings.ts";
import { embedKnowledge } from "../src/jobs/embed-knowledge.ts";
import { refreshKnowledge } from "../src/jobs/refresh-knowledge.ts";
import { type Embedder, Embedding } from "../src/pipeline/answer/embedding.ts";

interface OpenKnowledge {
  knowledge: Knowledge;
  /** The embedding model, once it has seen every passage. */
  embedding: Embedding | undefined;
  settings: Settings;
  close: () => Promise<void>;
}

/** The articles of a folder, read and searched as the running desk does it. */
export async function openKnowledge(folder: string, embedder?: Embedder): Promise<OpenKnowledge> {
  const db = openDatabase(":memory:", createVault([randomBytes(32)]));
  const settings = parseSettings({
    mailboxes: [{ address: "support@larkspur.example" }],
    queues: { triage: { channel: "C0TRIAGE" } },
    people: [{ slack: "U01ALICE", name: "Alice", roles: ["admin"] }],
    knowledge: { folder },
  });
  const silent = () => undefined;
  const warn = (about: object, words?: string) => process.stderr.write(`${words} ${JSON.stringify(about)}\n`);
  const log = { debug: silent, info: silent, warn: warn as never, error: silent, child: () => log };
  const store = { current: () => ({ settings, version: 1 }), reload: async () => undefined };
  const embedding = embedder && new Embedding(embedder, { now: Date.now, budgetSpent: () => false });
  const desk = { db, settings: store as never, now: Date.now, log, embedding };
  await refreshKnowledge(desk);
  await embedKnowledge(desk);
  return { knowledge: knowledgeIn(db.read), embedding, settings, close: () => db.close() };
}
