import type { Reader, Tx } from "./database.ts";
import { openPassage } from "./documents.ts";
import { and, count, desc, eq, isNull, max, ne, sql } from "./drizzle.ts";
import { documents, passages, passageVectors } from "./schema-knowledge.ts";

const VECTOR = "passage_vectors.content";

export interface PassageToEmbed {
  hash: string;
  title: string;
  heading: string;
  text: string;
  language: string;
}

/** Passages in force that have no vector for these words in this space. */
export async function passagesWithoutVector(db: Reader, space: string, limit: number): Promise<PassageToEmbed[]> {
  const rows = await db
    .select({
      hash: passages.hash,
      title: documents.title,
      heading: passages.heading,
      content: passages.content,
      language: documents.language,
    })
    .from(passages)
    .innerJoin(documents, eq(passages.documentId, documents.id))
    .leftJoin(passageVectors, and(eq(passageVectors.hash, passages.hash), eq(passageVectors.space, space)))
    .where(and(isNull(documents.retiredAt), isNull(passageVectors.id)))
    .groupBy(passages.hash)
    .limit(limit);
  return rows.map(({ content, ...row }) => ({ ...row, text: openPassage(db, content) }));
}

export async function storeVector(
  tx: Tx,
  { hash, space, vector }: { hash: string; space: string; vector: Float32Array },
  now: number,
): Promise<void> {
  const bytes = new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
  await tx
    .insert(passageVectors)
    .values({ hash, space, dimensions: vector.length, madeAt: now, content: tx.vault.seal(bytes, VECTOR) })
    .onConflictDoNothing();
}

/** Forgets what lies in another space, and what no article in force says any more; returns how many there were. */
export async function dropOldVectors(tx: Tx, space: string): Promise<number> {
  const live = sql`(select p.hash from passages p join documents d on d.id = p.document_id where d.retired_at is null)`;
  const gone = await tx
    .delete(passageVectors)
    .where(sql`${ne(passageVectors.space, space)} or ${passageVectors.hash} not in ${live}`)
    .returning({ id: passageVectors.id });
  return gone.length;
}

/** Forgets those that are longer or shorter than what the same name gives by now: somebody has put another model behind it. */
export async function dropOtherLengths(tx: Tx, space: string, dimensions: number): Promise<number> {
  const gone = await tx
    .delete(passageVectors)
    .where(and(eq(passageVectors.space, space), ne(passageVectors.dimensions, dimensions)))
    .returning({ id: passageVectors.id });
  return gone.length;
}

export async function hasVectors(db: Reader, space: string): Promise<boolean> {
  const [row] = await db
    .select({ id: passageVectors.id })
    .from(passageVectors)
    .where(eq(passageVectors.space, space))
    .limit(1);
  return row !== undefined;
}

export interface VectorIndex {
  /** Of the state of the tables that it was read from. */
  state: string;
  space: string;
  dimensions: number;
  ids: number[];
  /** One after the other, each of length one. */
  vectors: Float32Array;
}

/** Changes when an article or a vector comes or goes. */
async function stateOf(db: Reader): Promise<string> {
  const [live] = await db
    .select({ newest: max(documents.id), live: count() })
    .from(documents)
    .where(isNull(documents.retiredAt));
  const [vector] = await db.select({ newest: max(passageVectors.id) }).from(passageVectors);
  return `${live?.newest}:${live?.live}:${vector?.newest}`;
}

/** All vectors of the articles in force, as they are searched: read again only when something has changed. */
export async function vectorIndex(db: Reader, space: string, known: VectorIndex | undefined): Promise<VectorIndex> {
  const state = await stateOf(db);
  if (known?.state === state && known.space === space) return known;
  const rows = await db
    .select({ id: passages.id, dimensions: passageVectors.dimensions, content: passageVectors.content })
    .from(passageVectors)
    .innerJoin(passages, eq(passages.hash, passageVectors.hash))
    .innerJoin(documents, eq(passages.documentId, documents.id))
    .where(and(eq(passageVectors.space, space), isNull(documents.retiredAt)));
  const dimensions = rows[0]?.dimensions ?? 0;
  const fitting = rows.filter((row) => row.dimensions === dimensions);
  const vectors = new Float32Array(fitting.length * dimensions);
  for (const [index, { content }] of fitting.entries()) {
    const bytes = db.vault.open(content, VECTOR);
    // A copy, because a Buffer need not begin where four bytes do.
    vectors.set(new Float32Array(Uint8Array.from(bytes).buffer), index * dimensions);
  }
  return { state, space, dimensions, ids: fitting.map(({ id }) => id), vectors };
}

/** The passages that lie nearest, by cosine: every vector has length one. Looking at all of 20,000 takes about 10 ms. */
export function nearestPassages(
  { ids, vectors, dimensions }: VectorIndex,
  wanted: Float32Array,
  limit: number,
): { id: number; score: number }[] {
  if (wanted.length !== dimensions) return [];
  const best: { id: number; score: number }[] = [];
  for (let row = 0; row < ids.length; row++) {
    const id = ids[row]!;
    const score = product(vectors, row * dimensions, wanted);
    if (best.length === limit && score <= best[limit - 1]!.score) continue;
    const at = best.findIndex((one) => one.score < score);
    best.splice(at === -1 ? best.length : at, 0, { id, score });
    if (best.length > limit) best.pop();
  }
  return best;
}

/** Four sums at once, because each addition would otherwise wait for the one before. */
function product(vectors: Float32Array, from: number, wanted: Float32Array): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  const whole = wanted.length - (wanted.length % 4);
  for (let at = 0; at < whole; at += 4) {
    a += vectors[from + at]! * wanted[at]!;
    b += vectors[from + at + 1]! * wanted[at + 1]!;
    c += vectors[from + at + 2]! * wanted[at + 2]!;
    d += vectors[from + at + 3]! * wanted[at + 3]!;
  }
  for (let at = whole; at < wanted.length; at++) a += vectors[from + at]! * wanted[at]!;
  return a + b + c + d;
}

/** With which model how many passages in force can be found by meaning. */
export async function embeddedPassages(db: Reader): Promise<{ model: string; passages: number } | undefined> {
  const [row] = await db
    .select({ space: passageVectors.space, passages: count() })
    .from(passageVectors)
    .innerJoin(passages, eq(passages.hash, passageVectors.hash))
    .innerJoin(documents, eq(passages.documentId, documents.id))
    .where(isNull(documents.retiredAt))
    .groupBy(passageVectors.space)
    .orderBy(desc(count()))
    .limit(1);
  return row && { model: row.space.replace(/ \w+$/, ""), passages: row.passages };
}
