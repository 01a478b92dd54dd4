import { appendAudit } from "../db/audit.ts";
import type { Tx } from "../db/database.ts";
import {
  listDocuments,
  liveHash,
  type ReadDocument,
  retireDocument,
  storeDocument,
  writtenMarkdown,
} from "../db/documents.ts";
import { enqueue } from "../db/jobs.ts";
import type { ArticleOutcome, ArticleRefusal, ArticleRequest, ChangedArticle } from "../domain/article.ts";
import { JOB_PRIORITY } from "../domain/jobs.ts";
import { authoriseEditor, type Forbidden } from "../domain/roles.ts";
import type { Desk } from "./desk.ts";

/** What the verbs need of the pipeline; the app hands it in. */
export interface ArticleTools {
  written: (request: ArticleRequest) => { kind: "article"; document: ReadDocument; markdown: string } | ArticleRefusal;
}

export type AddArticle = ArticleRequest & {
  by: string;
  /** Somebody has seen that there is one of this title, or a version that they did not know. */
  replace: boolean;
  changes?: ChangedArticle | undefined;
};

/** A new article, or the next version of one. It is searched from the same moment on. */
export const addArticle =
  ({ db, settings, now }: Desk, { written }: ArticleTools) =>
  async ({ by, replace, changes, ...request }: AddArticle): Promise<ArticleOutcome> => {
    const may = authoriseEditor(settings.current().settings, by);
    if (may.kind === "forbidden") return may;
    const article = written(request);
    if (article.kind === "refused") return article;
    return db.transaction((tx) => putArticle(tx, { ...article, by, replace, changes }, now()));
  };

interface PutArticle extends Pick<AddArticle, "by" | "replace" | "changes"> {
  document: ReadDocument;
  markdown: string;
}

/** The same inside a transaction, for whoever has asked already whether the person may. */
export async function putArticle(
  tx: Tx,
  { document, markdown, by, replace, changes }: PutArticle,
  now: number,
): Promise<ArticleOutcome> {
  const { path, title, language } = document;
  const all = await listDocuments(tx);
  const file = all.find((one) => one.source === "folder" && same(one.title, title));
  if (file)
    return {
      kind: "refused",
      part: "title",
      why: `The file ${file.path} in the folder has this title already: change that file, or give this article another title.`,
    };
  const before = all.find((one) => one.path === path);
  if (before && (await liveHash(tx, path)) === document.hash) return { kind: "same", title: before.title };
  const changed = changes && all.find((one) => one.path === changes.path);
  // What was written over an old version, or over another article, needs a word first.
  const unseen = changed?.version === changes?.version ? undefined : changed;
  const taken = before?.path === changed?.path ? undefined : before;
  const there = unseen ?? taken;
  if (there && !replace)
    return {
      kind: "exists",
      path: there.path,
      title: there.title,
      version: there.version,
      by: there.addedBy,
      at: there.readAt,
    };
  // Under another title it is the same article all the same: the old one is not searched beside it.
  if (changed && changed.path !== path) await retireDocument(tx, changed.path, now, by);
  const version = await storeDocument(tx, document, now, { addedBy: by, markdown });
  const passages = document.passages.length;
  await appendAudit(tx, { at: now, actor: by, action: "article.added", details: { version, passages } });
  // Its vectors follow; by its words it is found from now on.
  await enqueue(
    tx,
    { kind: "refresh-knowledge", key: "refresh-knowledge", payload: {}, priority: JOB_PRIORITY.send },
    now,
  );
  return { kind: "added", path, title, language, version, passages };
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

export type RemoveOutcome =
  | { kind: "removed"; title: string }
  | { kind: "no-article" }
  | { kind: "a-file" }
  | Forbidden;

/** Takes an article out of the search. Its versions stay, for the answers that stood on them. */
export const removeArticle =
  ({ db, settings, now }: Desk) =>
  async ({ by, path }: { by: string; path: string }): Promise<RemoveOutcome> => {
    const may = authoriseEditor(settings.current().settings, by);
    if (may.kind === "forbidden") return may;
    return db.transaction(async (tx) => {
      const article = (await listDocuments(tx)).find((one) => one.path === path);
      if (!article) return { kind: "no-article" };
      if (article.source === "folder") return { kind: "a-file" };
      await retireDocument(tx, path, now(), by);
      const { version } = article;
      await appendAudit(tx, { at: now(), actor: by, action: "article.removed", details: { version } });
      return { kind: "removed", title: article.title };
    });
  };

export type ReadArticleOutcome =
  | { kind: "article"; path: string; title: string; language: string; version: number; text: string }
  | { kind: "no-article" }
  | Forbidden;

/** An article as it was written in Slack, to be changed. */
export const readArticleText =
  ({ db, settings }: Desk) =>
  async ({ by, path }: { by: string; path: string }): Promise<ReadArticleOutcome> => {
    const may = authoriseEditor(settings.current().settings, by);
    if (may.kind === "forbidden") return may;
    const article = (await listDocuments(db.read)).find((one) => one.path === path);
    const markdown = await writtenMarkdown(db.read, path);
    if (!article || markdown === undefined) return { kind: "no-article" };
    const { title, language, version } = article;
    return { kind: "article", path, title, language, version, text: markdown.replace(/^# .*\n+/, "").trimEnd() };
  };
