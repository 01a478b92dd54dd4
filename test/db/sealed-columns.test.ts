import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { sealedColumns } from "../../src/db/reseal.ts";
import { aDatabase } from "../fakes/database.ts";

const read = (file: string) => readFileSync(path.join(import.meta.dirname, "../..", file), "utf8");

/** What takes out each sealed value, or why it stays. Whoever adds a column that holds content decides it here, in the code and in docs/data.md. */
const GOES: Readonly<Record<string, "erase" | "prune" | "stays">> = {
  "origin.hash_key": "stays",
  "mailboxes.credential": "stays",
  "raw_messages.content": "erase",
  "messages.content": "erase",
  "tickets.content": "erase",
  "tickets.placeholders": "erase",
  "decisions.content": "erase",
  "drafts.content": "erase",
  "permits.content": "erase",
  "corrections.content": "erase",
  "article_proposals.content": "erase",
  "effects.content": "erase",
  "sketches.content": "erase",
  "incidents.content": "prune",
  "incident_replies.content": "prune",
  "documents.content": "stays",
  "passages.content": "stays",
  "passage_vectors.content": "stays",
};
const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

test("every sealed column is accounted for: taken out by retention and by erasing a person, or kept for a reason", async () => {
  const columns = (await sealedColumns(aDatabase())).map(({ table, column }) => `${table}.${column}`);
  expect(columns.sort()).toEqual(Object.keys(GOES).sort());
  const data = read("docs/data.md");
  for (const name of columns)
    expect({ name, told: data.includes(`\`${name.split(".")[0]}\``) }).toEqual({ name, told: true });
  for (const [name, way] of Object.entries(GOES)) {
    const [table] = name.split(".");
    const code = way === "erase" ? read("src/db/erase.ts") : way === "prune" ? read("src/db/incidents.ts") : undefined;
    if (code)
      expect({ name, handled: new RegExp(`\\b${camel(table!)}\\b`).test(code) }).toEqual({ name, handled: true });
  }
});
