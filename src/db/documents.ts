import type { ArticleLine } from "../domain/article.ts";
import type { Reader, Tx } from "./database.ts";
import { and, asc, desc, eq, inArray, isNotNull, isNull, max, sql } from "./drizzle.ts";
import { documents, passages } from "./schema-knowledge.ts";

export interface ReadDocument {
  path: string;
  hash: string;
  title: string;
  language: string;
  /** `words`: what the passage is found by. */
  passages: { key: string; heading: string; text: string; words: { title: string; body: string } }[];
}

/** What was written in Slack: by whom, and as they wrote it. */
interface Written {
  addedBy: string;
  markdown: string;
}

const TEXT = "passages.content";
const MARKDOWN = "documents.content";

/** What the folder held when it was read last: path to content hash. */
export async function liveFiles(db: Reader): Promise<Map<string, string>> {
  const rows = await db
    .select({ path: documents.path, hash: documents.hash })
    .from(documents)
    .where(and(eq(documents.source, "folder"), isNull(documents.retiredAt)));
  return new Map(rows.map(({ path, hash }) => [path, hash]));
}

/** Puts a new version of an article in the place of the one before; returns its number. */
export async function storeDocument(tx: Tx, document: ReadDocument, now: number, written?: Written): Promise<number> {
  const { path, hash, title, language } = document;
  await retireDocument(tx, path, now, written?.addedBy);
  const [newest] = await tx
    .select({ version: max(documents.version) })
    .from(documents)
    .where(eq(documents.path, path));
  const version = (newest?.version ?? 0) + 1;
  const [row] = await tx
    .insert(documents)
    .values({
      ...{ path, version, hash, title, language, readAt: now },
      ...(written && {
        source: "slack",
        addedBy: written.addedBy,
        content: tx.vault.seal(written.markdown, MARKDOWN),
      }),
    })
    .returning({ id: documents.id });
  for (const { key, heading, text, words } of document.passages) {
    const [added] = await tx
      .insert(passages)
      .values({
        documentId: row!.id,
        key,
        heading,
        hash: tx.vault.hash(JSON.stringify([title, heading, text]), "passages.hash"),
        content: tx.vault.seal(text, TEXT),
      })
      .returning({ id: passages.id });
    const values = sql`(${added!.id}, ${words.title}, ${words.body})`;
    await tx.run(sql`insert into passage_words (rowid, title, body) values ${values}`);
    await tx.run(sql`insert into passage_pieces (rowid, title, body) values ${values}`);
  }
  return version;
}

/** Takes an article out of what is searched. Its passages stay, for the answers that stood on them. */
export async function retireDocument(tx: Tx, path: string, now: number, by?: string): Promise<boolean> {
  const [row] = await tx
    .update(documents)
    .set({ retiredAt: now, retiredBy: by ?? null })
    .where(and(eq(documents.path, path), isNull(documents.retiredAt)))
    .returning({ id: documents.id });
  if (!row) return false;
  for (const { id } of await tx.select({ id: passages.id }).from(passages).where(eq(passages.documentId, row.id))) {
    await tx.run(sql`delete from passage_words where rowid = ${id}`);
    await tx.run(sql`delete from passage_pieces where rowid = ${id}`);
  }
  return true;
}

/** What there is to answer from, by path, with the names of the passages. */
export async function listDocuments(db: Reader): Promise<ArticleLine[]> {
  const { id, source, path, title, language, version, readAt, addedBy } = documents;
  const rows = await db
    .select({ id, source, path, title, language, version, readAt, addedBy, key: passages.key })
    .from(documents)
    .leftJoin(passages, eq(passages.documentId, documents.id))
    .where(isNull(documents.retiredAt))
    .orderBy(asc(documents.path), asc(passages.id));
  const lines = new Map<number, ArticleLine>();
  for (const { id: document, key, ...about } of rows) {
    const line = lines.get(document) ?? { ...about, keys: [] };
    if (key !== null) line.keys.push(key);
    lines.set(document, line);
  }
  return [...lines.values()];
}

export interface DocumentVersion {
  version: number;
  readAt: number;
  addedBy: string | null;
  retiredAt: number | null;
  retiredBy: string | null;
}

/** Every version of an article that there was, the newest first. */
export const versionsOf = (db: Reader, path: string): Promise<DocumentVersion[]> => {
  const { version, readAt, addedBy, retiredAt, retiredBy } = documents;
  return db
    .select({ version, readAt, addedBy, retiredAt, retiredBy })
    .from(documents)
    .where(eq(documents.path, path))
    .orderBy(desc(version));
};

/** The article in force as it was written in Slack. */
export async function writtenMarkdown(db: Reader, path: string): Promise<string | undefined> {
  const [row] = await db
    .select({ content: documents.content })
    .from(documents)
    .where(and(eq(documents.path, path), isNull(documents.retiredAt)));
  return row?.content ? db.vault.open(row.content, MARKDOWN).toString("utf8") : undefined;
}

export async function liveHash(db: Reader, path: string): Promise<string | undefined> {
  const [row] = await db
    .select({ hash: documents.hash })
    .from(documents)
    .where(and(eq(documents.path, path), isNull(documents.retiredAt)));
  return row?.hash;
}

export const openPassage = (db: Reader, sealed: Buffer): string => db.vault.open(sealed, TEXT).toString("utf8");

/** Whether one of these passages is no longer what an article says: it was changed or removed since. */
export async function anyRetired(db: Reader, passageIds: readonly number[]): Promise<boolean> {
  if (passageIds.length === 0) return false;
  const [row] = await db
    .select({ id: passages.id })
    .from(passages)
    .innerJoin(documents, eq(documents.id, passages.documentId))
    .where(and(inArray(passages.id, [...passageIds]), isNotNull(documents.retiredAt)))
    .limit(1);
  return row !== undefined;
}
