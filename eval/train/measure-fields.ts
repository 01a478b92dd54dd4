import { createHash } from "node:crypto";
import { parseArgs } from "node:util";
import { fitToIntent, readFields } from "../../src/pipeline/local/fields/fields.ts";
import { summarise } from "../../src/pipeline/local/fields/summary.ts";
import { count, FIELDS, type Field, newTally, valuesOf } from "../figures/fields.ts";
import { type Case, loadGold, loadSet } from "./cases.ts";

/**
 * How well the fields are read without a model: precision, recall, F1 and the share of mails with exactly the right answer.
 * Half of the gold mails is held out: it is counted, never looked at. `--show company_name --in set2 --most 5` prints the
 * first misses of one field, for the other sets.
 *
 * The intent is taken from the label here, as the caller takes it from its own reading: what only some intents have (a
 * timeline, a sender's company) would otherwise measure the classifier.
 */

const isHeldOut = (id: string): boolean => createHash("sha256").update(id).digest()[0]! % 2 === 1;
const gold = await loadGold();
const parts: [name: string, cases: Case[]][] = [
  ["gold", gold.filter(({ id }) => !isHeldOut(id))],
  ["held", gold.filter(({ id }) => isHeldOut(id))],
  ["set1", await loadSet("set1")],
  ["set2", await loadSet("set2")],
  ["set3", await loadSet("set3")],
];

const { values } = parseArgs({
  options: {
    show: { type: "string" },
    in: { type: "string", default: "set1" },
    most: { type: "string", default: "5" },
    skip: { type: "string", default: "0" },
    lenient: { type: "boolean", default: false },
  },
});
const { lenient } = values;

if (values.show) showMisses(values.show as Field, values.in, Number(values.most), Number(values.skip));
else printTable();

function showMisses(field: Field, part: string, most: number, skip: number) {
  const cases = part === "held" ? [] : (parts.find(([name]) => name === part)?.[1] ?? []);
  const misses = cases
    .map((one) => ({ one, got: fitToIntent(readFields(one), one.label.intent, one.settings)[field] }))
    .filter(
      ({ one, got }) =>
        !count(field, newTally(), valuesOf(field, one.label.entities), valuesOf(field, { [field]: got }), lenient),
    );
  for (const { one, got } of misses.slice(skip, skip + most)) {
    const { email, label } = one;
    const text = `${email.subject} | ${email.visibleText} |sig| ${email.signature}`.replace(/\s*\n\s*/g, " / ");
    console.log(
      `${one.id} ${label.intent}/${label.machine}/${label.language} ${email.from?.name} <${email.from?.address}>\n  wanted ${JSON.stringify(label.entities[field])} got ${JSON.stringify(got)}\n  ${text.slice(0, 500)}`,
    );
  }
  console.log(`${misses.length} misses`);
}

function printTable() {
  const percent = (share: number) => (Number.isNaN(share) ? "  - " : (100 * share).toFixed(1).padStart(5));
  console.log("field              part   n    P     R     F1    exact  exact where there is one");
  for (const field of FIELDS)
    for (const [part, cases] of parts) {
      const tally = newTally();
      for (const one of cases) {
        const got = fitToIntent(readFields(one), one.label.intent, one.settings);
        count(field, tally, valuesOf(field, one.label.entities), valuesOf(field, got), lenient);
      }
      const precision = tally.hit / (tally.hit + tally.wrong);
      const recall = tally.hit / (tally.hit + tally.missed);
      const f1 = (2 * precision * recall) / (precision + recall);
      const row = [precision, recall, f1, tally.exact / tally.mails, tally.exactWithValue / tally.withValue];
      console.log(`${field.padEnd(18)} ${part} ${String(tally.withValue).padStart(4)} ${row.map(percent).join(" ")}`);
    }
  printTimes();
}

function printTimes() {
  const all = parts.flatMap(([, cases]) => cases);
  const times = all
    .map((one) => {
      const startedAt = performance.now();
      readFields(one);
      summarise(one.email, one.email.language);
      return performance.now() - startedAt;
    })
    .sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))]!.toFixed(3);
  console.log(`ms per mail: median ${at(0.5)}, 95% ${at(0.95)}, most ${at(1)}`);
}
