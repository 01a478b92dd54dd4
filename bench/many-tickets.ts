import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import SQLite from "better-sqlite3";
import { type Database, sealJson } from "../src/db/database.ts";
import { findMailboxes } from "../src/db/mailboxes.ts";
import { openDatabase } from "../src/db/open.ts";
import { createVault } from "../src/db/vault.ts";
import type { Settings } from "../src/domain/settings/settings.ts";
import { openSettings, type SettingsStore } from "../src/tickets/settings-store.ts";

const DAY_MS = 24 * 60 * 60_000;
/** Two years of mail, one ticket in ten still open. */
const SPAN_MS = 730 * DAY_MS;
const OPEN_SHARE = 0.1;
const OPEN_STATES = ["new", "new", "new", "new", "new", "claimed", "claimed", "claimed", "waiting", "snoozed"] as const;
const PRIORITIES = ["low", "normal", "normal", "normal", "high", "urgent"] as const;
/** Sealing a summary for each of a million rows would only measure the cipher. */
const SUMMARIES = 500;

export interface Archive {
  db: Database;
  settings: SettingsStore;
  now: () => number;
  close(): Promise<void>;
}

/** A desk's database after years of work: written in bulk, through the real schema, searchable with the real index. */
export async function archiveOf(count: number, seed: () => Settings): Promise<Archive> {
  const folder = mkdtempSync(path.join(tmpdir(), "mailroom-bench-"));
  const file = path.join(folder, "mailroom.db");
  const now = Date.now();
  const db = openDatabase(`file:${file}`, createVault([randomBytes(32)]));
  const settings = await openSettings(db, seed, () => now);
  const { mailboxes, people, queues, intents } = settings.current().settings;
  const boxes = await findMailboxes(
    db.read,
    mailboxes.map(({ address }) => address),
  );
  const owners = people.filter(({ roles }) => roles.includes("agent")).map(({ slack }) => slack);
  const words = indexRows(db);

  const bulk = new SQLite(file);
  bulk.pragma("foreign_keys = OFF");
  bulk.pragma("synchronous = OFF");
  const insert = statements(bulk);
  const summaries = Array.from({ length: SUMMARIES }, (_, index) =>
    sealJson(db.read, "tickets.content", {
      subject: `Question ${index} about a booking that moved`,
      sender: { name: `Customer ${index}`, address: `customer${index}@clinic${index}.example` },
      summary: "The booking moved to another day and the patient was told nothing. What should we do?",
    }),
  );
  const pick = <T>(from: readonly T[], at: number): T => from[at % from.length]!;
  const queueNames = Object.keys(queues);
  const intentNames = Object.keys(intents);
  bulk.transaction(() => {
    for (let id = 1; id <= count; id++) {
      // Spread without a pattern that an index could live off, and the same in every run.
      const chance = (Math.imul(id, 2_654_435_761) >>> 0) / 2 ** 32;
      const some = Math.floor(chance * 1_000_003);
      const openedAt = now - SPAN_MS + Math.floor((id / count) * SPAN_MS);
      const state = chance < OPEN_SHARE ? pick(OPEN_STATES, some) : "done";
      const box = pick(boxes, some).id;
      const due =
        state === "new" || state === "claimed" ? now + Math.floor((chance / OPEN_SHARE - 0.3) * 3 * DAY_MS) : null;
      insert.ticket.run({
        id,
        box,
        thread: `t${id}`,
        queue: pick(queueNames, some),
        state,
        outcome: state === "done" ? "answered" : null,
        intent: pick(intentNames, some >> 3),
        priority: pick(PRIORITIES, some >> 5),
        domain: `clinic${some % 5_000}.example`,
        owner: state === "claimed" ? pick(owners, some) : null,
        due,
        openedAt,
        content: pick(summaries, some),
      });
      insert.message.run(id, box, `m${id}`, `t${id}`, id, openedAt, String(id));
      insert.decision.run(id, id, pick(intentNames, some >> 3), openedAt);
      insert.call.run(id, openedAt);
      insert.words.run(id, pick(words, some));
    }
    for (const box of boxes) insert.total.run(box.id, Math.floor(count / boxes.length));
  })();
  bulk.pragma("wal_checkpoint(TRUNCATE)");
  bulk.close();
  return {
    db,
    settings,
    now: () => now,
    async close() {
      await db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function statements(bulk: SQLite.Database) {
  return {
    ticket:
      bulk.prepare(`insert into tickets (id, mailbox_id, provider_thread_id, queue, state, outcome, intent, priority,
      sender_domain, owner, due_at, opened_at, content) values (@id, @box, @thread, @queue, @state, @outcome, @intent,
      @priority, @domain, @owner, @due, @openedAt, @content)`),
    message: bulk.prepare(`insert into messages (id, mailbox_id, provider_id, provider_thread_id, ticket_id, direction,
      received_at, content_hash, machine, language) values (?, ?, ?, ?, ?, 'in', ?, ?, 'none', 'en')`),
    decision:
      bulk.prepare(`insert into decisions (ticket_id, message_id, decided_by, engine, intent, priority, confidence,
      needs_review, settings_version, decided_at) values (?, ?, 'model', 'bench', ?, 'normal', 0.9, 0, 1, ?)`),
    call: bulk.prepare(`insert into model_calls (ticket_id, purpose, model, outcome, took_ms, input_tokens, cached_tokens,
      output_tokens, cost_usd, called_at) values (?, 'triage', 'bench', 'answered', 600, 900, 700, 150, 0.0005, ?)`),
    words: bulk.prepare("insert into message_words (rowid, words) values (?, ?)"),
    total: bulk.prepare("insert into ledger_totals (mailbox_id, state, total) values (?, 'ticket', ?)"),
  };
}

/** A word that every mail has, one that one in ten has, one that one in 500 has. */
export const SEARCHES = { rare: "rare7", common: "tenth3", everywhere: "booking" } as const;

/** What the index holds for a mail, in the form that src/db/search.ts writes. */
function indexRows(db: Database): string[] {
  const hashed = (word: string) =>
    `w${Buffer.from(db.read.vault.hash(word, "search"), "base64url").subarray(0, 8).toString("hex")}`;
  const ordinary = Array.from({ length: 20 }, (_, index) => `ordinary${index}`);
  return Array.from({ length: SUMMARIES }, (_, index) =>
    [SEARCHES.everywhere, `tenth${index % 10}`, `rare${index}`, ...ordinary.slice(index % 10)].map(hashed).join(" "),
  );
}
