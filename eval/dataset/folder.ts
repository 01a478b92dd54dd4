import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { toFailure } from "../../src/domain/errors.ts";
import { normalise } from "../../src/pipeline/normalise.ts";
import { Complaint } from "../complaint.ts";
import { parseBusinesses } from "./businesses-file.ts";
import { type Case, caseOf, type Place } from "./case.ts";
import { type LabelLine, parseLabels } from "./label-line.ts";

/** A labelled mail of a folder, with the bytes it came as, so that reading it can be measured. */
export interface FolderCase extends Case {
  label: LabelLine;
  raw: Uint8Array;
  context: Place["context"];
  /** Of the bytes alone: the same mail under another name is still the same mail. */
  contentHash: string;
  /** Of id and bytes: which split a mail falls into. */
  hash: string;
  /** Of the line in `labels.jsonl`: a changed label makes another set. */
  labelHash: string;
}

export const hashOf = (...parts: (string | Uint8Array)[]): string => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex").slice(0, 32);
};

/** A folder with `labels.jsonl`, `businesses.json` and `eml/`, in the order of the labels. */
export async function loadFolder(folder: string): Promise<FolderCase[]> {
  if (!existsSync(folder)) throw new Complaint(`There is no folder ${folder}`);
  const read = (name: string): string => {
    const file = path.join(folder, name);
    if (!existsSync(file)) throw new Complaint(`${folder} holds no ${name}: docs/evaluation.md says what goes into it`);
    // Editors on Windows put a mark before the first byte.
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  };
  const businesses = parseBusinesses(read("businesses.json"), "businesses.json");
  const lines = parseLabels(read("labels.jsonl"), "labels.jsonl");
  if (lines.length === 0) throw new Complaint(`${folder}/labels.jsonl holds no label`);

  const cases: FolderCase[] = [];
  for (const { line, label, source } of lines) {
    const complain = (key: string, what: string) => new Complaint(`labels.jsonl, line ${line}: \`${key}\` ${what}`);
    const business = businesses.get(label.business);
    if (!business)
      throw complain(
        "business",
        `"${label.business}" is not in businesses.json, which has ${[...businesses.keys()].join(", ")}`,
      );
    const { place, inboxes } = business;
    const mailbox = inboxes.find((inbox) => inbox.toLowerCase() === label.mailbox.toLowerCase());
    if (mailbox === undefined)
      throw complain("mailbox", `"${label.mailbox}" is no inbox of ${label.business}: ${inboxes.join(", ")}`);
    for (const [key, intents] of [["intent", [label.intent]] as const, ["also_ok", label.also_ok] as const]) {
      const unknown = intents.find((intent) => !(intent in place.settings.intents));
      if (unknown !== undefined)
        throw complain(
          key,
          `"${unknown}" is no intent; write one of ${Object.keys(place.settings.intents).join(", ")}`,
        );
    }
    const file = path.join(folder, "eml", `${label.id}.eml`);
    if (!existsSync(file)) throw complain("id", `"${label.id}" has no file eml/${label.id}.eml`);
    const raw = readFileSync(file);
    const email = await normalise(raw, place.context).catch((error: unknown) => {
      throw complain("id", `"${label.id}": eml/${label.id}.eml: ${toFailure(error).message}`);
    });
    const contentHash = hashOf(raw);
    const about = { id: label.id, set: path.basename(folder), business: label.business, mailbox, label };
    cases.push({
      ...caseOf(about, email, place),
      label,
      raw,
      context: place.context,
      contentHash,
      hash: hashOf(label.id, contentHash),
      labelHash: hashOf(source),
    });
  }
  return cases;
}
