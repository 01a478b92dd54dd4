import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { againstPlainLoop } from "./against-plain-loop.ts";
import { backlog } from "./backlog.ts";
import { besideLibraries } from "./beside-libraries.ts";
import { burst } from "./burst.ts";
import { buttons } from "./buttons.ts";
import { home } from "./home.ts";
import { localPass } from "./local-pass.ts";
import { isMissed, type Measurement } from "./measurement.ts";
import { ownTime, ownTimeBySize } from "./own-time.ts";
import { findingsText, machine, machineLine, type Report } from "./report.ts";
import { startAndMemory } from "./start-and-memory.ts";
import { visibleToCard } from "./visible-to-card.ts";

const MEASUREMENTS: readonly Measurement[] = [
  ownTime,
  localPass,
  besideLibraries,
  ownTimeBySize,
  visibleToCard,
  buttons,
  home,
  startAndMemory,
  againstPlainLoop,
  backlog,
  burst,
];

const USAGE = `npm run bench -- [options]
  --only NAME,NAME   some measurements: ${MEASUREMENTS.map(({ name }) => name).join(", ")}
  --quick            a smoke with small numbers; no figures to quote
  --full             10,000 mails for memory and backlog
  --json FILE        the figures as JSON
  --strict           exit code 1 when a bar is missed`;

const options = readOptions();

const wanted = options.only?.split(",").map((name) => name.trim());
const unknown = wanted?.filter((name) => !MEASUREMENTS.some((one) => one.name === name)) ?? [];
if (unknown.length > 0) {
  console.error(
    `There is no measurement called ${unknown.join(", ")}. There are: ${MEASUREMENTS.map(({ name }) => name).join(", ")}.`,
  );
  process.exit(1);
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        only: { type: "string" },
        json: { type: "string" },
        quick: { type: "boolean", default: false },
        full: { type: "boolean", default: false },
        strict: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    process.exit(1);
  }
}

const report: Report = {
  at: new Date().toISOString(),
  machine: machine(),
  quick: options.quick,
  measurements: [],
};
console.log(`${machineLine()}${options.quick ? "; quick: a smoke, no figures to quote" : ""}\n`);

let failed = false;
let missed = false;
for (const measurement of MEASUREMENTS) {
  const { name, title } = measurement;
  if (wanted && !wanted.includes(name)) continue;
  try {
    const findings = await measurement.run({ quick: options.quick, full: options.full });
    console.log(findingsText(measurement, findings));
    report.measurements.push({ name, title, ...findings });
    missed ||= findings.figures.some(isMissed);
  } catch (error) {
    failed = true;
    console.error(`${name}: could not be measured. ${error instanceof Error ? error.stack : error}\n`);
    report.measurements.push({ name, title, failed: String(error) });
  }
}
if (options.json) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
process.exit(failed || (options.strict && missed) ? 1 : 0);
