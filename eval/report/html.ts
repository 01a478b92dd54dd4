import type { Judged } from "../bars.ts";
import { FIELDS } from "../figures/fields.ts";
import type { Figure } from "../figures/measure.ts";
import type { RunFile } from "../run-file.ts";
import { coverageChart, dotPlot, reliabilityChart } from "./charts.ts";
import { escapeHtml as e } from "./escape.ts";
import { STYLE } from "./style.ts";
import { askedOf } from "./text.ts";
import { caveats, MAIN_FIGURES, nameOf, rangeOf, titleOf, written } from "./words.ts";

const HEADLINES = [
  "intent.accuracy",
  "intent.macroF1",
  "coverage.share",
  "calibration.ece",
  "autoSend.unsafe",
  "field.all.f1",
  "text.exact",
  "cost.usdPerMail",
];

/** One page that needs nothing else: no script, no font, no address to load from. */
export function htmlReport(run: RunFile, judged: readonly Judged[]): string {
  const { info, measured } = run;
  const { figures } = measured;
  const title = `${titleOf(info)} on ${info.data}`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mailroom evaluation: ${e(title)}</title><style>${STYLE}</style></head><body>
<h1>${e(title)}</h1>
<p class="soft">${info.mails} mails, split ${e(info.split)}, set <code>${e(info.set)}</code>. Intervals are of 95 %: Wilson's for shares, bootstrap for the rest.</p>
${caveats(info)
  .map((line) => `<p class="note">${e(line)}</p>`)
  .join("\n")}
<div class="tiles">${HEADLINES.map((name) => tile(name, figures[name])).join("")}</div>
${judged.length > 0 ? section("Bars", barTable(judged), "wide") : ""}
<div class="grid2">
${section("Is the certainty honest?", `${reliabilityChart(measured.reliability)}<p class="soft">On the dashed line, what is claimed is what is right. Below it the engine boasts.</p>`)}
${section("How much can be decided without a person?", `${coverageChart(measured.coverage.curve, measured.coverage.target)}<p class="soft">${e(coverageSentence(run))}</p>`)}
</div>
${section("F1 by intent", dotPlot("F1 of every intent", intentRows(run)), "wide")}
${section("Label against answer", confusionTable(run), "wide")}
${section(
  "F1 by field",
  dotPlot(
    "F1 of every field",
    [...FIELDS, "all"].map((field) => row(field, figures[`field.${field}.f1`])),
  ),
  "wide",
)}
${section("Intent accuracy by language", dotPlot("Intent accuracy by language", languageRows(run)), "wide")}
${section("All figures", figureTable(run), "wide")}
${section("Who decided", countTable(measured.decidedBy, "engine", "mails"), "wide")}
${Object.keys(measured.calls).length > 0 ? section("Calls to models", countTable(measured.calls, "how it ended", "calls"), "wide") : ""}
${measured.unsafe.length > 0 ? section("Unsafe to send", `<p>${measured.unsafe.map(e).join(", ")}</p>`, "wide") : ""}
</body></html>
`;
}

const section = (title: string, body: string, kind = ""): string =>
  `<section${kind && ` class="${kind}"`}><h2>${e(title)}</h2>${body}</section>`;

const tile = (name: string, figure: Figure | undefined): string =>
  `<div class="tile"><span>${e(name === "field.all.f1" ? "Fields F1" : nameOf(name))}</span><b>${e(written(name, figure?.value ?? null))}</b><span>${e(figure ? rangeOf(name, figure) : "")}</span></div>`;

const row = (label: string, figure: Figure | undefined) => ({
  label,
  ...(figure ?? { value: null, low: null, high: null, n: 0 }),
});

function intentRows({ measured: { confusion, figures } }: RunFile) {
  return confusion.classes.map((intent) => ({
    ...row(intent, figures[`intent.${intent}.f1`]),
    n: figures[`intent.${intent}.recall`]?.n ?? 0,
  }));
}

const languageRows = ({ measured: { figures } }: RunFile) =>
  Object.entries(figures)
    .flatMap(([name, figure]) => {
      const language = /^language\.(\w+)\.intentAccuracy$/.exec(name)?.[1];
      return language === undefined ? [] : [row(language, figure)];
    })
    .sort((a, b) => b.n - a.n);

function coverageSentence({ measured: { coverage, figures } }: RunFile): string {
  const target = `${Math.round(100 * coverage.target)} %`;
  if (coverage.threshold === null) return `No threshold keeps ${target} right.`;
  const share = written("coverage.share", figures["coverage.share"]?.value ?? null);
  return `From a confidence of ${coverage.threshold.toFixed(3)} on, at least ${target} are right: that is ${share} of the mail.`;
}

const rows = (head: readonly string[], body: readonly (readonly string[])[]): string =>
  `<table><thead><tr>${head.map((cell) => `<th scope="col">${e(cell)}</th>`).join("")}</tr></thead><tbody>${body
    .map(
      ([name = "", ...cells]) =>
        `<tr><th scope="row">${e(name)}</th>${cells.map((cell) => `<td>${e(cell)}</td>`).join("")}</tr>`,
    )
    .join("")}</tbody></table>`;

const barTable = (judged: readonly Judged[]): string =>
  `<table><thead><tr><th scope="col">figure</th><th scope="col">measured</th><th scope="col">asked</th><th scope="col"></th></tr></thead><tbody>${judged
    .map(
      ({ name, value, bar, met }) =>
        `<tr><th scope="row">${e(nameOf(name))}</th><td>${e(written(name, value))}</td><td>${e(askedOf(name, bar))}</td><td class="${met ? "met" : "missed"}">${met ? "met" : "missed"}</td></tr>`,
    )
    .join("")}</tbody></table>`;

/** Shaded by the share of the row, so that rare intents show as clearly as common ones. */
function confusionTable({ measured: { confusion } }: RunFile): string {
  const { classes, counts } = confusion;
  const body = counts.map((line, index) => {
    const of = line.reduce((sum, n) => sum + n, 0);
    const cells = line.map((n, column) => {
      const shade = of === 0 ? 0 : 0.75 * (n / of);
      return `<td${column === index ? ' class="hit"' : ""} style="background:rgb(var(--heat) / ${shade.toFixed(2)})">${n || ""}</td>`;
    });
    return `<tr><th scope="row">${e(classes[index]!)}</th>${cells.join("")}</tr>`;
  });
  return `<table class="heat"><thead><tr><th scope="col">label \\ answer</th>${classes.map((name) => `<th scope="col">${e(name)}</th>`).join("")}</tr></thead><tbody>${body.join("")}</tbody></table>`;
}

const figureTable = ({ measured: { figures } }: RunFile): string =>
  rows(
    ["figure", "value", "95 % between", "mails"],
    MAIN_FIGURES.filter((name) => figures[name]).map((name) => [
      nameOf(name),
      written(name, figures[name]!.value),
      rangeOf(name, figures[name]!),
      String(figures[name]!.n),
    ]),
  );

const countTable = (counts: Readonly<Record<string, number>>, what: string, of: string): string =>
  rows(
    [what, of],
    Object.entries(counts).map(([name, n]) => [name, String(n)]),
  );
