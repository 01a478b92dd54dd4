import { readFileSync, writeFileSync } from "node:fs";
import { loadFolder } from "../dataset/folder.ts";

/**
 * Which labelled mail the local engine has seen while it was trained, by the hash of its bytes: on that mail its figures say
 * nothing about mail it has not seen. `node eval/train/trained-on.ts DIR...` writes the list for the folders it is trained on.
 */
const LIST = new URL("./trained-on.json", import.meta.url);

/** How many of these mails the local engine was trained on. */
export function countTrainedOn(cases: readonly { contentHash: string }[]): number {
  const seen = new Set(JSON.parse(readFileSync(LIST, "utf8")) as string[]);
  return cases.filter(({ contentHash }) => seen.has(contentHash)).length;
}

if (process.argv[1] === import.meta.filename) {
  const sets = await Promise.all(process.argv.slice(2).map(loadFolder));
  const hashes = sets.flat().map(({ contentHash }) => contentHash);
  writeFileSync(LIST, `${JSON.stringify([...new Set(hashes)].sort(), null, 1)}\n`);
  // The thread that reads PDFs would keep the process for a moment.
  process.exit(0);
}
