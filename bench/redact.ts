/**
 * Redaction's own time: on the labelled mail, and on text made to be slow. `node bench/redact.ts`
 * A doubled text may cost twice as much, not four times: the last column is the growth per doubling.
 */
import { readdirSync, readFileSync } from "node:fs";
import PostalMime from "postal-mime";
import { NO_CONTEXT } from "../src/pipeline/redact/context.ts";
import { findPii } from "../src/pipeline/redact/find-pii.ts";

const context = { ...NO_CONTEXT, language: "en", regions: ["US", "DE"] };
const cpuMs = (run: () => void): number => {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const HOSTILE: Record<string, string> = {
  letters: "a",
  capitals: "A",
  "capital words": "Aa Bb ",
  "single capitals": "A ",
  "dashed capitals": "A-",
  figures: "1",
  "spaced figures": "1 ",
  "spaced fours": "4111 ",
  "dotted figures": "1.",
  "dashed pairs": "12-",
  "brackets and figures": "(1)",
  "open brackets": "(12",
  roads: "路",
  "roads and figures": "3丁目6街",
  "cities and streets": "市8;rue ",
  "plus ones": "+1 ",
  "almost phones": "020 7946 041 ",
  phones: "020 7946 0412, ",
  "zero numbers": "0123 456 ",
  cards: "4111 1111 1111 1111 ",
  "almost cards": "4111 1111 1111 1112 ",
  "almost IBANs": "GB29 NWBK ",
  "bare country codes": "GB29",
  "at signs": "@",
  "letters and at signs": "a@",
  "almost addresses": "a@b",
  "dotted labels": "a.",
  "spelled at": "jane at example ",
  "bracketed at": "jane (at) ",
  "street beginnings": "12 Main ",
  streets: "12 Main Street, ",
  "street names": "Am Alten Markt ",
  "French streets": "12 rue de la ",
  "place names": "12 A, Bb, Cc\n",
  "Latin particles": "de la de la ",
  "address labels": "Address: ",
  "address labels with lines": "Address:\n1 Aa\n",
  postcodes: "SW1A 1AA ",
  "commas and capitals": "Aa, ",
  Japanese: "東京都",
  Chinese: "北京市朝阳区建国路",
  Korean: "서울특별시 강남구 ",
  "post marks": "〒123-4567",
  passwords: "password is ",
  "password words": "password a b c ",
  "quoted passwords": 'password "',
  keys: "key ",
  "key beginnings": "sk_live_",
  "web tokens": "eyJ",
  "key blocks": "-----BEGIN PRIVATE KEY-----",
  "random text": "aB3dE5gH7jK9mN1p",
  "connection strings": "a://b:c",
  links: "https://",
  "link tokens": "?token=",
  entities: "&#4",
  "finished entities": "&nbsp;",
  "zero widths": "\u200b",
  "zero widths and figures": "1\u200b",
  "line ends": "\n",
  quotes: "\n> 1",
  tables: "a,b,1\n",
  "wide tables": "1,",
  dates: "01.02.",
  "birth words": "born 1/2/",
  prices: "$1,000 ",
  "long prices": "1.000.",
  times: "12:",
  placeholders: "[PHONE_1]",
  "half placeholders": "[PHONE_",
  "order labels": "order no. ",
  "passport words": "passport AB1",
};

const LENGTHS = [10_000, 20_000, 40_000, 80_000];

function benchMail(): void {
  const folder = new URL("../eval/gold/eml/", import.meta.url);
  const cold = cpuMs(() =>
    findPii("Call 020 7946 0412 or write to jane@example.com, 12 High Street, Leeds LS1 4AP", context),
  );
  Promise.all(readdirSync(folder).map((name) => PostalMime.parse(readFileSync(new URL(name, folder))))).then(
    (mails) => {
      const texts = mails.map(({ subject, text }) => `${subject}\n${text ?? ""}`.slice(0, 2100));
      for (let warm = 0; warm < 5; warm++) for (const text of texts) findPii(text, context);
      const times = texts.map((text) => Math.min(...Array.from({ length: 7 }, () => time(text)))).sort((a, b) => a - b);
      const at = (share: number) => `${(times[Math.floor(share * (times.length - 1))] as number).toFixed(3)} ms`;
      const characters = Math.round(texts.reduce((sum, text) => sum + text.length, 0) / texts.length);
      console.log(`first text of a process: ${cold.toFixed(0)} ms of CPU`);
      console.log(
        `${texts.length} mails of ${characters} characters: median ${at(0.5)}, p95 ${at(0.95)}, slowest ${at(1)}\n`,
      );
      benchHostile();
    },
  );
}

function time(text: string): number {
  const before = performance.now();
  findPii(text, context);
  return performance.now() - before;
}

function benchHostile(): void {
  console.log(
    "hostile text".padEnd(28),
    ...LENGTHS.map((length) => `${length / 1000} k`.padStart(9)),
    "growth".padStart(8),
  );
  for (const [name, unit] of Object.entries(HOSTILE)) {
    const times = LENGTHS.map((length) =>
      Math.min(...[1, 2].map(() => cpuMs(() => findPii(unit.repeat(Math.ceil(length / unit.length)), context)))),
    );
    const growth = ((times.at(-1) as number) / Math.max(times[0] as number, 0.1)) ** (1 / (LENGTHS.length - 1));
    console.log(
      name.padEnd(28),
      ...times.map((ms) => ms.toFixed(1).padStart(9)),
      growth.toFixed(2).padStart(8),
      growth > 2.6 ? "<" : "",
    );
  }
}

benchMail();
