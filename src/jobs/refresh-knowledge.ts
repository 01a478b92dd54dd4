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
  const files = folder === undefined ? [] : await markdownIn(folder);
  const known = await liveFiles(db.read);
  let changed = 0;
  for (const file of files) {
    const markdown = await readFile(path.join(folder!, file), "utf8");
    const hash = createHash("sha256").update(markdown).digest("hex");
    if (known.get(file) !== hash) {
      await db.transaction((tx) => storeDocument(tx, { path: file, hash, ...indexedArticle(file, markdown) }, now()));
      changed += 1;
    }
    known.delete(file);
  }
  await db.transaction(async (tx) => {
    for (const gone of known.keys()) await retireDocument(tx, gone, now());
  });
  if (changed > 0 || known.size > 0)
    log.info({ articles: files.length, changed, gone: known.size }, "read the knowledge base");
}

async function markdownIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch((cause) => {
    throw new MailroomError("settings_invalid", { detail: `knowledge.folder: ${folder} cannot be read`, cause });
  });
  const files: string[] = [];
  for (const name of names.filter((one) => /\.md$/i.test(one)).sort()) {
    const { size } = await stat(path.join(folder, name));
    if (size <= MOST_TEXT_BYTES) files.push(name.replaceAll("\\", "/"));
  }
  return files.slice(0, MOST_FILES);
}
