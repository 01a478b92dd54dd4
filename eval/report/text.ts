import type { Judged } from "../bars.ts";
import type { Difference } from "../compare.ts";
import { FIELDS } from "../figures/fields.ts";
import type { RunFile } from "../run-file.ts";
import { caveats, MAIN_FIGURES, nameOf, rangeOf, titleOf, written } from "./words.ts";

/** Columns as wide as their widest cell; the first is text, the others are numbers. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

export function textReport({ info, measured }: RunFile): string {
  const { figures } = measured;
  const cell = (name: string) => written(name, figures[name]?.value ?? null);
  const intents = measured.confusion.classes;
  const languages = Object.keys(figures)
    .map((name) => /^language\.(\w+)\.intentAccuracy$/.exec(name)?.[1])
    .filter((language) => language !== undefined)
    .sort((a, b) => figures[`language.${b}.intentAccuracy`]!.n - figures[`language.${a}.intentAccuracy`]!.n);
  const { classes, counts } = measured.confusion;
  return [
    `Engine ${titleOf(info)} on ${info.data}, ${info.split}: ${info.mails} mails, set ${info.set}`,
    ...caveats(info).map((line) => `! ${line}`),
    "",
    table([
      ["", "value", "95 % between", "mails"],
      ...MAIN_FIGURES.filter((name) => figures[name]).map((name) => [
        nameOf(name),
        cell(name),
        rangeOf(name, figures[name]!),
        String(figures[name]!.n),
      ]),
    ]),
    "",
    table([
      ["intent", "labels", "precision", "recall", "F1"],
      ...intents.map((intent) => [
        intent,
        String(figures[`intent.${intent}.recall`]?.n ?? 0),
        ...["precision", "recall", "f1"].map((kind) => cell(`intent.${intent}.${kind}`)),
      ]),
    ]),
    "",
    table([["label \\ answer", ...classes], ...classes.map((name, row) => [name, ...counts[row]!.map(String)])]),
    "",
    table([
      ["field", "values", "precision", "recall", "F1", "exact", "exact where given"],
      ...[...FIELDS, "all"].map((field) => [
        field,
        String(figures[`field.${field}.f1`]?.n ?? 0),
        ...["precision", "recall", "f1", "exact", "exactWhereGiven"].map((kind) => cell(`field.${field}.${kind}`)),
      ]),
    ]),
    "",
    table([
      ["language", "mails", "intent right"],
      ...languages.map((language) => [
        language,
        String(figures[`language.${language}.intentAccuracy`]!.n),
        cell(`language.${language}.intentAccuracy`),
      ]),
    ]),
    "",
    table([
      ["claimed", "mails", "mean claim", "right"],
      ...measured.reliability.map(({ from, to, n, confidence, accuracy }) => [
        `${from.toFixed(1)} to ${to.toFixed(1)}`,
        String(n),
        confidence.toFixed(3),
        accuracy.toFixed(3),
      ]),
    ]),
    "",
    `Decided by: ${list(measured.decidedBy)}`,
    ...(Object.keys(measured.calls).length > 0 ? [`Calls: ${list(measured.calls)}`] : []),
    ...(measured.unsafe.length > 0 ? [`Unsafe to send: ${measured.unsafe.join(", ")}`] : []),
  ].join("\n");
}

const list = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, n]) => `${name} ${n}`)
    .join(", ");

export const barLine = ({ name, bar, value, met }: Judged): string =>
  `${met ? "met   " : "MISSED"}  ${nameOf(name)} (${name}): ${written(name, value)}, asked is ${askedOf(name, bar)}`;

export const askedOf = (name: string, { least, most }: Judged["bar"]): string =>
  least === undefined ? `at most ${written(name, most ?? null)}` : `at least ${written(name, least)}`;

export function textComparison(differences: readonly Difference[]): string {
  const signed = (name: string, value: number) => (value > 0 ? `+${written(name, value)}` : written(name, value));
  return table([
    ["", "A", "B", "B minus A, 95 % between", "p", "real?"],
    ...differences.map(({ name, a, b, low, high, p, real }) => [
      name,
      written(name, a),
      written(name, b),
      `${signed(name, low)} to ${signed(name, high)}`,
      p === undefined ? "" : p < 0.001 ? "<0.001" : p.toFixed(3),
      real ? "yes" : "not shown",
    ]),
  ]);
}
