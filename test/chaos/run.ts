import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { MUTANTS, makeMutant } from "./mutants.ts";
import { type StormResult, storm } from "./storm.ts";
import { WEATHERS } from "./weather.ts";

/**
 * `npm run chaos`: kills Mailroom under load, `--kills N` times, at points chosen by `--seed S`, and counts what was lost or
 * done twice. `--weather NAME` keeps to one kind of trouble. `--mutants` switches off one safeguard at a time and shows that the same storm notices; `--without NAME` does so with one.
 */
const values = readOptions();
const kills = Number(values.kills);
const seed = Number(values.seed);
if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed)) {
  console.error("Write --kills and --seed as whole numbers, for instance: npm run chaos -- --kills 5 --seed 7");
  process.exit(2);
}

const unknown = values.weather.filter((name) => !WEATHERS.includes(name));
if (unknown.length > 0) {
  console.error(`There is no weather called ${unknown.join(", ")}. There are:\n  ${WEATHERS.join("\n  ")}`);
  process.exit(2);
}

const safeguards = MUTANTS.map(({ name }) => name);
const strange = values.without.filter((name) => !safeguards.includes(name));
if (strange.length > 0) {
  console.error(`There is no safeguard called ${strange.join(", ")}. There are:\n  ${safeguards.join("\n  ")}`);
  process.exit(2);
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        kills: { type: "string", default: "20" },
        seed: { type: "string", default: String(Date.now() % 1_000_000) },
        weather: { type: "string", multiple: true, default: [] },
        mutants: { type: "boolean", default: false },
        without: { type: "string", multiple: true, default: [] },
        json: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    console.error(
      `${(error as Error).message}\nnpm run chaos -- [--kills N] [--seed S] [--weather NAME] [--mutants] [--without SAFEGUARD] [--json]`,
    );
    process.exit(2);
  }
}

const verdictLine = ({ violations }: StormResult): string =>
  violations.length === 0
    ? "Nothing lost, nothing twice, nothing unapproved; every mail accounted for, the audit chain whole."
    : `${violations.length} violations:`;

if (values.mutants || values.without.length > 0) await showMutants();
else await showStorm();

async function showStorm(): Promise<void> {
  const began = Date.now();
  const result = await storm({ kills, seed, weather: values.weather, tell: console.log });
  if (values.json) console.log(JSON.stringify({ ...result, log: undefined }, null, 2));
  console.log(
    `\nseed ${seed}: killed ${kills} times during ${result.mails} mails, ${result.replies} answers, in ${Math.round((Date.now() - began) / 1000)} s.`,
  );
  console.log(verdictLine(result));
  if (result.violations.length > 0) {
    for (const violation of result.violations) console.log(`  ${violation}`);
    mkdirSync("test-output", { recursive: true });
    writeFileSync(`test-output/chaos-${seed}.log`, result.log);
    console.log(
      `What the app wrote: test-output/chaos-${seed}.log. Again: npm run chaos -- --kills ${kills} --seed ${seed}`,
    );
    process.exitCode = 1;
  }
}

async function showMutants(): Promise<void> {
  const missed: string[] = [];
  for (const mutant of MUTANTS.filter(({ name }) => values.mutants || values.without.includes(name))) {
    const began = Date.now();
    const { root, remove } = makeMutant(mutant);
    try {
      const result = await storm({ kills, seed, root, untilWrong: true, tell: () => undefined });
      const seconds = Math.round((Date.now() - began) / 1000);
      const caught = result.violations.length > 0;
      if (!caught) missed.push(mutant.name);
      console.log(
        `without ${mutant.name}: ${caught ? `noticed, ${result.violations[0]}` : "NOT noticed"} (${result.mails} mails, ${seconds} s)`,
      );
    } catch (error) {
      console.log(
        `without ${mutant.name}: noticed, the app could not go on (${(error as Error).message.split("\n")[0]})`,
      );
    } finally {
      remove();
    }
  }
  if (missed.length > 0) process.exitCode = 1;
}
