import type { Knowledge, Passage, PassageQuery } from "../domain/passage.ts";
import type { Reader } from "./database.ts";
import { openPassage } from "./documents.ts";
import { and, eq, inArray, isNull, sql } from "./drizzle.ts";
import { hasVectors, nearestPassages, type VectorIndex, vectorIndex } from "./passage-vectors.ts";
import { prepared } from "./prepared.ts";
import { documents, passages } from "./schema-knowledge.ts";

/** A word of a title says what the whole is about. */
const TITLE_WEIGHT = 2;
/** How much an article in the customer's own language is preferred to one that fits as well. */
const OWN_LANGUAGE = 1.3;
/** Ranks are added up as 1 / (this + rank), so that the two searches need no common scale. */
const RANK_OFFSET = 3;
/** Pieces of words find much that only looks alike. */
const PIECES_WEIGHT = 0.2;
/** So that a weak model does no harm: where words find little, as across languages, what lies near in meaning leads all the same. */
const MEANING_WEIGHT = 0.5;
/** So many lie near; the rest is only less far. */
const NEAREST = 20;
/** Words of the same notion: what a customer calls a bill, the article may call an invoice. */
const RELATED_WEIGHT = 0.5;
/** What everyday English also calls a thing: its list is short, and says nearly as much as the customer's own words. */
const EVERYDAY_WEIGHT = 0.7;
/** What speaks of it in several places is about it. */
const ARTICLE_WEIGHT = 0.2;
const PIECE = 3;
const LONGEST_QUERY = 120;

interface Hit {
  id: number;
  article: number;
  language: string;
  score: number;
}

const languages = prepared((db) =>
  db.selectDistinct({ language: documents.language }).from(documents).where(isNull(documents.retiredAt)).prepare(),
);

/** The knowledge base as it is in the database. */
export function knowledgeIn(db: Reader): Knowledge {
  let index: VectorIndex | undefined;
  const near = async ({ meaning }: PassageQuery): Promise<{ id: number }[]> => {
    if (!meaning) return [];
    index = await vectorIndex(db, meaning.space, index);
    return nearestPassages(index, meaning.vector, NEAREST);
  };
  return {
    async languages() {
      const rows = await languages(db).execute();
      return rows.map(({ language }) => language);
    },
    embedded: (space) => hasVectors(db, space),
    search: async (query, limit) => searchPassages(db, query, await near(query), limit),
    byKeys: (keys) => passagesByKeys(db, keys),
  };
}

/**
 * The passages that fit best: by whole words (English ones in any form), for what those miss by pieces of words, and by
 * meaning where an embedding of the question is at hand.
 */
async function searchPassages(
  db: Reader,
  query: PassageQuery,
  byMeaning: readonly { id: number }[],
  limit: number,
): Promise<Passage[]> {
  const words = [...new Set([...query.words, ...query.products])].filter((word) => /[\p{L}\p{N}]/u.test(word));
  const byWords = await hits(db, "passage_words", words.slice(0, LONGEST_QUERY).map(asTerm), query.language);
  const pieces = query.language === "en" && byWords.length > 0 ? [] : piecesOf(words);
  const byPieces = await hits(db, "passage_pieces", pieces, query.language);

  const related = query.related.map(asTerm).slice(0, LONGEST_QUERY);
  const byRelated = await hits(db, "passage_words", related, query.language);
  const everyday = query.everyday.map(asTerm).slice(0, LONGEST_QUERY);
  const byEveryday = await hits(db, "passage_words", everyday, query.language);

  const scores = new Map<number, number>();
  const add = (list: readonly { id: number }[], weight: number) => {
    for (const [rank, { id }] of list.entries()) scores.set(id, (scores.get(id) ?? 0) + weight / (RANK_OFFSET + rank));
  };
  add(byWords, 1);
  add(byRelated, RELATED_WEIGHT);
  add(byEveryday, EVERYDAY_WEIGHT);
  add(byPieces, PIECES_WEIGHT);
  add(byMeaning, MEANING_WEIGHT);
  if (scores.size === 0) return [];
  const articleOf = new Map([byWords, byRelated, byEveryday, byPieces].flat().map(({ id, article }) => [id, article]));
  const articles = new Map<number | undefined, number>();
  for (const [id, score] of scores) {
    const article = articleOf.get(id);
    articles.set(article, (articles.get(article) ?? 0) + score);
  }
  // What was found by its meaning alone stands for itself.
  for (const [id, score] of scores)
    if (articleOf.has(id)) scores.set(id, score + ARTICLE_WEIGHT * articles.get(articleOf.get(id))!);
  const best = [...scores].sort(([, a], [, b]) => b - a).slice(0, limit);
  const rows = await read(
    db,
    inArray(
      passages.id,
      best.map(([id]) => id),
    ),
  );
  return best.flatMap(([id]) => rows.find((row) => row.id === id) ?? []);
}

async function hits(
  db: Reader,
  table: "passage_words" | "passage_pieces",
  terms: readonly string[],
  language: string,
): Promise<Hit[]> {
  if (terms.length === 0) return [];
  const rows = (await db.all(sql`
    select w.rowid as id, d.id as article, d.language as language, -bm25(${sql.raw(table)}, ${TITLE_WEIGHT}, 1.0) as score
    from ${sql.raw(table)} w
    join passages p on p.id = w.rowid join documents d on d.id = p.document_id
    where ${sql.raw(table)} match ${terms.join(" OR ")} order by score desc limit 50`)) as Hit[];
  const weighed = rows.map((hit) => ({ ...hit, score: hit.score * (hit.language === language ? OWN_LANGUAGE : 1) }));
  return weighed.sort((a, b) => b.score - a.score);
}

/** Quoted, so that no word of a mail is an operator of the search. */
const asTerm = (word: string): string => {
  const bare = `"${word.replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim()}"`;
  return word.endsWith("*") ? `${bare} *` : bare;
};

/** Three letters in a row, so that "Rechnungsadresse" finds "Adresse" and a run of Chinese finds its words. */
function piecesOf(words: readonly string[]): string[] {
  const found = new Set<string>();
  for (const word of words) {
    const bare = [...word.replace(/[^\p{L}\p{M}\p{N}]+/gu, "")];
    for (let from = 0; from + PIECE <= bare.length; from++) found.add(`"${bare.slice(from, from + PIECE).join("")}"`);
  }
  return [...found].slice(0, 2 * LONGEST_QUERY);
}

async function passagesByKeys(db: Reader, keys: readonly string[]): Promise<Passage[]> {
  if (keys.length === 0) return [];
  const rows = await read(db, and(inArray(passages.key, [...keys]), isNull(documents.retiredAt)));
  return keys.flatMap((key) => rows.find((row) => row.key === key) ?? []);
}

/** A passage as an answer once stood on it, even if its article has changed since. */
export async function getPassages(db: Reader, ids: readonly number[]): Promise<Passage[]> {
  return ids.length === 0 ? [] : read(db, inArray(passages.id, [...ids]));
}

async function read(db: Reader, where: ReturnType<typeof and>): Promise<Passage[]> {
  const rows = await db
    .select({
      id: passages.id,
      key: passages.key,
      title: documents.title,
      heading: passages.heading,
      content: passages.content,
      language: documents.language,
    })
    .from(passages)
    .innerJoin(documents, eq(passages.documentId, documents.id))
    .where(where);
  return rows.map(({ content, ...row }) => ({ ...row, text: openPassage(db, content) }));
}
