import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { liveFiles, retireDocument, storeDocument } from "../db/documents.ts";
import { MOST_TEXT_BYTES } from "../domain/article.ts";
import { MailroomError, toFailure } from "../domain/errors.ts";
import { indexedArticle } from "../pipeline/answer/written-article.ts";
import type { DeskJobs } from "./desk-jobs.ts";

const MOST_FILES = 5_000;

/** Before the first mail is answered there must be something to answer from; later starts find it in the database. */
export async function readKnowledgeFirst(deps: Pick<DeskJobs, "db" | "settings" | "now" | "log">): Promise<void> {
  const { folder } = deps.settings.current().settings.knowledge;
  if (folder === undefined || (await liveFiles(deps.db.read)).size > 0) return;
  await refreshKnowledge(deps).catch((error) =>
    deps.log.warn({ code: toFailure(error).code }, "the knowledge base could not be read yet"),
  );
}

/** Reads the knowledge base: what is new or changed becomes a new version, what is gone is searched no more. */
export async function refreshKnowledge({ db, settings, now, log }: Pick<DeskJobs, "db" | "settings" | "now" | "log">) {
  const { folder } = settings.current().settings.knowledge;
  const names = folder === undefined ? [] : await markdownIn(folder);
  const known = await liveFiles(db.read);
  if (folder !== undefined && names.length === 0 && known.size > 0) {
    log.warn({ articles: known.size }, "there is no article in knowledge.folder, so what was read of it before stays");
    return;
  }
  let changed = 0;
  const skipped: string[] = [];
  for (const name of names) {
    const markdown = await articleIn(path.join(folder!, name));
    if (markdown === undefined) skipped.push(name);
    else {
      const hash = createHash("sha256").update(markdown).digest("hex");
      if (known.get(name) !== hash) {
        await db.transaction((tx) => storeDocument(tx, { path: name, hash, ...indexedArticle(name, markdown) }, now()));
        changed += 1;
      }
    }
    known.delete(name);
  }
  await db.transaction(async (tx) => {
    for (const gone of known.keys()) await retireDocument(tx, gone, now());
  });
  if (skipped.length > 0)
    log.warn(
      { files: skipped.slice(0, 10), skipped: skipped.length },
      "articles that cannot be read, or are larger than 0.5 MB: what was read of them before stays",
    );
  if (changed > 0 || known.size > 0)
    log.info({ articles: names.length, changed, gone: known.size }, "read the knowledge base");
}

/** What a file says; undefined for a folder, a link that leads nowhere, a file that may not be read or is too large. */
async function articleIn(file: string): Promise<string | undefined> {
  try {
    const about = await stat(file);
    return about.isFile() && about.size <= MOST_TEXT_BYTES ? await readFile(file, "utf8") : undefined;
  } catch {
    return undefined;
  }
}

async function markdownIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch((cause) => {
    throw new MailroomError("settings_invalid", { detail: `knowledge.folder: ${folder} cannot be read`, cause });
  });
  const articles = names.filter((one) => /\.md$/i.test(one)).map((name) => name.replaceAll("\\", "/"));
  if (articles.length > MOST_FILES)
    throw new MailroomError("settings_invalid", {
      detail: `knowledge.folder: ${articles.length} articles, and ${MOST_FILES} are the most`,
    });
  return articles.sort();
}
