import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const GOLD = path.join(import.meta.dirname, "../../eval/gold");

type Json = Record<string, unknown>;

/** A labelled folder of a few gold mails, with what is to be wrong in it. */
export function aFolder(
  ids: readonly string[],
  {
    label = (given) => given,
    businesses = (given) => given,
  }: { label?: (given: Json) => unknown; businesses?: (given: Record<string, Json>) => unknown } = {},
): string {
  const folder = mkdtempSync(path.join(tmpdir(), "mailroom-labelled-"));
  mkdirSync(path.join(folder, "eml"));
  const lines = readFileSync(path.join(GOLD, "labels.jsonl"), "utf8").split("\n").filter(Boolean);
  const labels = lines.map((line) => JSON.parse(line) as Json).filter(({ id }) => ids.includes(String(id)));
  for (const id of ids) copyFileSync(path.join(GOLD, "eml", `${id}.eml`), path.join(folder, "eml", `${id}.eml`));
  writeFileSync(
    path.join(folder, "labels.jsonl"),
    labels
      .map(label)
      .map((one) => (typeof one === "string" ? one : JSON.stringify(one)))
      .join("\n"),
  );
  const known = JSON.parse(readFileSync(path.join(GOLD, "businesses.json"), "utf8"));
  const given = businesses(known);
  writeFileSync(path.join(folder, "businesses.json"), typeof given === "string" ? given : JSON.stringify(given));
  return folder;
}
