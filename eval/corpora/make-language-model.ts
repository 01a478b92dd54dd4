import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
// @ts-expect-error: the same
import { dictionary } from "../../node_modules/eld/src/dictionary.js";
// @ts-expect-error: the tables are not part of eld's typed surface
import { ngramsData } from "../../node_modules/eld/src/ngrams/large.js";
import { hashBytes, NGRAM_LANGUAGES } from "../../src/pipeline/language/ngrams.ts";

/**
 * Writes `src/pipeline/language/ngrams.bin`: the large table of eld 2.1.0 (Apache-2.0, © 2023 Nito T.M.) as sorted hashes in
 * typed arrays. As a JavaScript object that table costs 415 MB and 1.5 s to load; like this it costs 3 MB and some ms, with
 * the same scores. Languages that their script alone tells are left out. Run by hand after an update of eld.
 */
const table = ngramsData as { languages: Record<string, string>; ngrams: Record<string, Record<string, number>> };
const idOf = new Map(NGRAM_LANGUAGES.map((code, id) => [code, id]));
const byteOf = new Map<string, number>();
(dictionary as string[]).forEach((char, byte) => {
  if (byte >= 0x80 && char !== " ") byteOf.set(char, byte);
});

const rows: { hash: number; scores: [number, number][] }[] = [];
for (const [ngram, byLanguage] of Object.entries(table.ngrams)) {
  const scores = Object.entries(byLanguage).flatMap(([language, score]): [number, number][] => {
    const id = idOf.get(table.languages[language] ?? "");
    return id === undefined ? [] : [[id, score]];
  });
  if (scores.length > 0) rows.push({ hash: hashBytes(bytesOf(ngram)), scores });
}
rows.sort((a, b) => a.hash - b.hash);
rows.forEach((row, i) => {
  if (row.hash === rows[i + 1]?.hash) console.warn(`two n-grams share the hash ${row.hash}`);
});

const pairs = rows.flatMap(({ scores }) => scores.flat());
const out = new Uint8Array(4 + rows.length * 5 + pairs.length);
const view = new DataView(out.buffer);
view.setUint32(0, rows.length, true);
rows.forEach(({ hash, scores }, i) => {
  view.setUint32(4 + i * 4, hash, true);
  out[4 + rows.length * 4 + i] = scores.length;
});
out.set(pairs, 4 + rows.length * 5);
const target = fileURLToPath(new URL("../../src/pipeline/language/ngrams.bin", import.meta.url));
writeFileSync(target, out);
console.log(`${rows.length} n-grams, ${pairs.length / 2} scores, ${out.length} bytes`);

function bytesOf(ngram: string): Uint8Array {
  return Uint8Array.from(ngram, (char) => byteOf.get(char) ?? char.charCodeAt(0));
}
