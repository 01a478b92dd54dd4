import {
  type ArticleOutcome,
  type ArticleRefusal,
  type ChatFile,
  isPdfName,
  MOST_PDF_BYTES,
  MOST_TEXT_BYTES,
  refusedFile,
} from "../domain/article.ts";
import { toFailure } from "../domain/errors.ts";
import type { ChatFiles } from "../domain/ports.ts";
import { authoriseEditor, type Forbidden } from "../domain/roles.ts";
import { articleFromFile } from "../pipeline/answer/article-file.ts";
import { writtenArticle } from "../pipeline/answer/written-article.ts";
import { type AddArticle, addArticle } from "../tickets/articles.ts";
import type { DeskJobs } from "./desk-jobs.ts";

type Deps = Pick<DeskJobs, "db" | "settings" | "now" | "scanner"> & { files: ChatFiles };

const refused = (why: string): ArticleRefusal => ({ kind: "refused", part: "file", why });

/** What can be said of a file that somebody handed over, before anything of it is read. */
export const lookAtFile =
  ({ settings, files }: Deps) =>
  async ({
    by,
    fileId,
  }: {
    by: string;
    fileId: string;
  }): Promise<{ kind: "file"; name: string } | ArticleRefusal | Forbidden> => {
    const may = authoriseEditor(settings.current().settings, by);
    if (may.kind === "forbidden") return may;
    const file = await reachable(() => files.look(fileId));
    if ("kind" in file) return file;
    const why = refusedFile(file);
    return why === undefined ? { kind: "file", name: file.name } : refused(why);
  };

type ArticleFileRequest = Omit<AddArticle, "text" | "fileName"> & { fileId: string };

/** Reads a file of Slack's as an article. */
export const addArticleFile =
  (deps: Deps) =>
  async (request: ArticleFileRequest): Promise<ArticleOutcome> => {
    const { by, fileId, title, language, replace, changes } = request;
    const may = authoriseEditor(deps.settings.current().settings, by);
    if (may.kind === "forbidden") return may;
    const file = await reachable(() => deps.files.look(fileId));
    if ("kind" in file) return file;
    const why = refusedFile(file);
    if (why !== undefined) return refused(why);
    const most = isPdfName(file.name) ? MOST_PDF_BYTES : MOST_TEXT_BYTES;
    const bytes = await reachable(() => deps.files.fetch(file, most));
    if ("kind" in bytes) return bytes;
    const read = await articleFromFile(file.name, bytes, deps.scanner);
    if (read.kind === "refused") return read;
    const article = { title, language, text: read.text, fileName: file.name };
    return addArticle(deps, { written: writtenArticle })({ ...article, by, replace, changes });
  };

/** What the workspace does not allow, or no longer has, is a sentence for whoever asked. */
async function reachable<T extends ChatFile | Uint8Array>(ask: () => Promise<T>): Promise<T | ArticleRefusal> {
  try {
    return await ask();
  } catch (error) {
    const { code } = toFailure(error);
    if (code === "slack_scope_missing")
      return refused(
        "Mailroom may not read files here: the Slack app lacks the scope files:read. Paste the text instead, or ask whoever installed the app to add the scope and install it again.",
      );
    if (code === "slack_rejected" || code === "slack_message_gone")
      return refused("Slack no longer has this file, or does not show it to Mailroom. Upload it again.");
    if (code === "slack_unavailable" || code === "slack_rate_limited")
      return refused("Slack did not hand the file over just now. Try again in a minute.");
    throw error;
  }
}
