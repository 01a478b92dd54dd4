import { id, sealed } from "./columns.ts";
import { index, integer, sql, sqliteTable, text, uniqueIndex } from "./drizzle.ts";
import { tickets } from "./schema-tickets.ts";

/** What answers stand on. Conventions as in columns.ts: every `content` is sealed. */

/** One version of an article. */
export const documents = sqliteTable(
  "documents",
  {
    id: id(),
    source: text({ enum: ["folder", "slack"] })
      .notNull()
      .default("folder"),
    /** Within the folder; `slack:…` for what was written in Slack, which no file can be called. */
    path: text().notNull(),
    version: integer().notNull(),
    /** Of the content: another content is another version. */
    hash: text().notNull(),
    title: text().notNull(),
    language: text().notNull(),
    readAt: integer().notNull(),
    /** Slack member id of who wrote this version; files have no author. */
    addedBy: text(),
    /** When it was changed, or taken away. Answers given meanwhile still show what they stood on. */
    retiredAt: integer(),
    retiredBy: text(),
    /** Markdown as it was written in Slack; a file has its own. */
    content: sealed(),
  },
  (t) => [
    uniqueIndex("documents_version").on(t.path, t.version),
    uniqueIndex("documents_one_live").on(t.path).where(sql`retired_at is null`),
  ],
);

export const passages = sqliteTable(
  "passages",
  {
    id: id(),
    documentId: integer()
      .notNull()
      .references(() => documents.id),
    key: text().notNull(),
    heading: text().notNull(),
    /** Keyed, over all that it is found by: what has the same has the same vector. */
    hash: text().notNull(),
    /** Markdown. */
    content: sealed().notNull(),
  },
  (t) => [uniqueIndex("passages_key").on(t.documentId, t.key), index("passages_hash").on(t.hash)],
);

/** Where a passage lies among meanings, as an embedding model has it. Sealed: a vector tells much of its text. */
export const passageVectors = sqliteTable(
  "passage_vectors",
  {
    id: id(),
    hash: text().notNull(),
    /** The model and who serves it (`Embedder.space`). */
    space: text().notNull(),
    dimensions: integer().notNull(),
    madeAt: integer().notNull(),
    /** 32-bit floats. */
    content: sealed().notNull(),
  },
  (t) => [uniqueIndex("passage_vectors_one").on(t.hash, t.space)],
);

/** An article that a person's answer would make. A ticket is asked about once, whatever came of it. */
export const articleProposals = sqliteTable(
  "article_proposals",
  {
    id: id(),
    ticketId: integer()
      .notNull()
      .unique()
      .references(() => tickets.id),
    /** `nothing`: what was left of the answer, once all that is the customer's was out, says nothing to others. */
    state: text({ enum: ["open", "approved", "dismissed", "nothing"] }).notNull(),
    /** Slack member id of who asked for it; absent: the daily look. */
    askedBy: text(),
    proposedAt: integer().notNull(),
    settledAt: integer(),
    settledBy: text(),
    /** Title, question, text and language, masked. */
    content: sealed(),
  },
  (t) => [index("article_proposals_state").on(t.state)],
);
