import type { Database, Reader, Tx } from "./database.ts";
import { sql } from "./drizzle.ts";
import type { Vault } from "./vault.ts";

/**
 * Full text search without the text: what is indexed is a keyed hash of every word (of text that is masked already), so that
 * the index tells nobody what customers wrote. Words are found whole, in any case; the price is that parts of words are not.
 */
const MOST_WORDS = 2_000;

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(text.normalize("NFKC").toLowerCase())) {
    if (!isWordLike || segment.length < 2) continue;
    words.push(segment);
    if (words.length >= MOST_WORDS) break;
  }
  return words;
}

/** Most words of a mail stood in another one: a hash is remembered, for so many words of a key. */
const REMEMBERED = 20_000;
const remembered = new WeakMap<Vault, Map<string, string>>();

/** Letters and digits only: FTS5's own tokenizer must leave a hash in one piece. */
function hashed({ vault }: Reader, word: string): string {
  const hashes = remembered.get(vault) ?? new Map<string, string>();
  remembered.set(vault, hashes);
  const known = hashes.get(word);
  if (known) return known;
  const made = `w${Buffer.from(vault.hash(word, "search"), "base64url").subarray(0, 8).toString("hex")}`;
  if (hashes.size >= REMEMBERED) hashes.clear();
  hashes.set(word, made);
  return made;
}

/** Makes a message findable by the words of its masked text. */
export async function indexMessage(tx: Tx, messageId: number, maskedText: string): Promise<void> {
  const words = [...new Set(wordsOf(maskedText))].map((word) => hashed(tx, word)).join(" ");
  await tx.run(sql`delete from message_words where rowid = ${messageId}`);
  await tx.run(sql`insert into message_words (rowid, words) values (${messageId}, ${words})`);
}

export async function forgetMessages(tx: Tx, messageIds: readonly number[]): Promise<void> {
  for (const id of messageIds) await tx.run(sql`delete from message_words where rowid = ${id}`);
}

/** Pages of the index that one transaction rewrites: others write in between. */
const MERGED_PAGES = 64;

/**
 * Has the index written anew. Of a deleted row FTS5 only notes that it is gone: the hashes of its words stay where they are until
 * the part of the index that they are in is merged with another.
 */
export async function forgetDeletedWords(db: Database): Promise<void> {
  // Negative: begin with all parts, however few there are. FTS5 has merged nothing when fewer than two rows changed.
  for (let pages = -MERGED_PAGES, merged = true; merged; pages = MERGED_PAGES)
    merged = await db.transaction(async (tx) => {
      const before = await changesOf(tx);
      await tx.run(sql`insert into message_words (message_words, rank) values ('merge', ${pages})`);
      return (await changesOf(tx)) - before >= 2;
    });
}

async function changesOf(tx: Tx): Promise<number> {
  const [row] = (await tx.all(sql`select total_changes() as changes`)) as { changes: number }[];
  return row!.changes;
}

/** A word that every mail holds would otherwise sort them all: 4 s for a million. Nobody pages through more. */
const MOST_FOUND = 2_000;

/** Tickets with a message that holds all the words, the newest first; of very many, those of the newest messages. */
export async function searchTickets(
  db: Reader,
  query: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ ids: number[]; total: number }> {
  const words = [...new Set(wordsOf(query))].slice(0, 12);
  if (words.length === 0) return { ids: [], total: 0 };
  const match = words.map((word) => `"${hashed(db, word)}"`).join(" AND ");
  const rows = (await db.all(sql`
    select m.ticket_id as id
    from (select rowid as id from message_words where message_words match ${match} order by rowid desc limit ${MOST_FOUND}) w
    join messages m on m.id = w.id where m.ticket_id is not null
    group by m.ticket_id order by max(m.received_at) desc`)) as { id: number }[];
  return { ids: rows.slice(offset, offset + limit).map((row) => row.id), total: rows.length };
}
