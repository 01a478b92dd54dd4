import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Calibration } from "../../src/pipeline/local/model/calibration.ts";
import { writeWeights } from "../../src/pipeline/local/model/weights.ts";
import { fitCustom, fitFlags } from "./calibrate.ts";
import { cardOf } from "./card.ts";
import { loadSamples } from "./corpus.ts";
import { confusions, crossValidate, figuresOf, flagTable, intentTable, linesOf } from "./cross-validate.ts";
import { fitIntent, fitRest } from "./fit.ts";
import { chancesOf } from "./hold-out.ts";
import { timeEngine } from "./time-engine.ts";

/** `npm run train` writes the weights; `npm run train -- --cross-validate` only says how good they would be. */
const { values } = parseArgs({ options: { "cross-validate": { type: "boolean", default: false } } });

const samples = await loadSamples();
const held = crossValidate(samples);
const print = (lines: string[]) => console.log(lines.join("\n"));
print(
  linesOf(
    "All, every business held out",
    figuresOf(samples, held, () => true),
  ),
);
print(
  linesOf(
    "Gold alone, its businesses held out",
    figuresOf(samples, held, ({ set }) => set === "gold"),
  ),
);

if (values["cross-validate"]) {
  print(["| intent | mails | precision | recall | F1 |", ...intentTable(held)]);
  print(["| flag | mails | precision | recall | F1 |", ...flagTable(samples, held)]);
  print([`mistaken: ${confusions(held, 12).join(", ")}`, `temperature ${held.temperature}`]);
} else {
  const intent = fitIntent(samples);
  const rest = fitRest(samples, chancesOf(held.scores, held.temperature));
  const calibration: Calibration = {
    engine: "local-1",
    temperature: held.temperature,
    flagFrom: fitFlags(samples, held.rest),
    custom: fitCustom(samples, intent),
  };
  const folder = new URL("../../src/pipeline/local/weights/", import.meta.url);
  const write = (file: string, content: string | Uint8Array) => writeFileSync(new URL(file, folder), content);
  write("intent.bin", writeWeights(intent));
  write("rest.bin", writeWeights(rest));
  write("calibration.json", `${JSON.stringify(calibration, undefined, 2)}\n`);
  write("CARD.md", cardOf(samples, held, calibration));
}

const { median, p95 } = timeEngine(samples);
console.log(`whole local pass, processor time: median ${median.toFixed(2)} ms, 95 % under ${p95.toFixed(2)} ms`);
