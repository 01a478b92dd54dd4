import type { Reader, Tx } from "./database.ts";
import { and, asc, eq, isNull, max, sql } from "./drizzle.ts";
import { documents, passages } from "./schema.ts";

export interface ReadDocument {
  path: string;
  hash: string;
  title: string;
  language: string;
  /** `words`: what the passage is found by. */
  passages: { key: string; heading: string; text: string; words: { title: string; body: string } }[];
}

/** What the folder held when it was read last: path to content hash. */
export async function liveDocuments(db: Reader): Promise<Map<string, string>> {
  const rows = await db
    .select({ path: documents.path, hash: documents.hash })
    .from(documents)
    .where(isNull(documents.retiredAt));
  return new Map(rows.map(({ path, hash }) => [path, hash]));
}

/** Puts a new version of an article in the place of the one before. */
export async function storeDocument(tx: Tx, document: ReadDocument, now: number): Promise<void> {
  const { path, hash, title, language } = document;
  await retireDocument(tx, path, now);
  const [newest] = await tx
    .select({ version: max(documents.version) })
    .from(documents)
    .where(eq(documents.path, path));
  const version = (newest?.version ?? 0) + 1;
  const [row] = await tx
    .insert(documents)
    .values({ path, version, hash, title, language, readAt: now })
    .returning({ id: documents.id });
  for (const { key, heading, text, words } of document.passages) {
    const [added] = await tx
      .insert(passages)
      .values({ documentId: row!.id, key, heading, text })
      .returning({ id: passages.id });
    const values = sql`(${added!.id}, ${words.title}, ${words.body})`;
    await tx.run(sql`insert into passage_words (rowid, title, body) values ${values}`);
    await tx.run(sql`insert into passage_pieces (rowid, title, body) values ${values}`);
  }
}

/** Takes an article out of what is searched. Its passages stay, for the answers that stood on them. */
export async function retireDocument(tx: Tx, path: string, now: number): Promise<void> {
  const [row] = await tx
    .update(documents)
    .set({ retiredAt: now })
    .where(and(eq(documents.path, path), isNull(documents.retiredAt)))
    .returning({ id: documents.id });
  if (!row) return;
  for (const { id } of await tx.select({ id: passages.id }).from(passages).where(eq(passages.documentId, row.id))) {
    await tx.run(sql`delete from passage_words where rowid = ${id}`);
    await tx.run(sql`delete from passage_pieces where rowid = ${id}`);
  }
}

export interface DocumentLine {
  path: string;
  title: string;
  language: string;
  version: number;
  readAt: number;
  keys: string[];
}

/** What there is to answer from, by path, with the names of the passages. */
export async function listDocuments(db: Reader): Promise<DocumentLine[]> {
  const rows = await db
    .select({ document: documents, key: passages.key })
    .from(documents)
    .leftJoin(passages, eq(passages.documentId, documents.id))
    .where(isNull(documents.retiredAt))
    .orderBy(asc(documents.path), asc(passages.id));
  const lines = new Map<number, DocumentLine>();
  for (const { document, key } of rows) {
    const { id, path, title, language, version, readAt } = document;
    const line = lines.get(id) ?? { path, title, language, version, readAt, keys: [] };
    if (key !== null) line.keys.push(key);
    lines.set(id, line);
  }
  return [...lines.values()];
}
