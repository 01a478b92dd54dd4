import os from "node:os";
import { type Figure, type Findings, isMissed, type Measurement } from "./measurement.ts";

export interface Report {
  at: string;
  machine: ReturnType<typeof machine>;
  quick: boolean;
  measurements: ({ name: string; title: string } & (Findings | { failed: string }))[];
}

export const machine = () => ({
  cpu: os.cpus()[0]?.model ?? "unknown",
  cores: os.availableParallelism(),
  memoryGb: Math.round(os.totalmem() / 2 ** 30),
  system: `${os.type()} ${os.arch()}`,
  node: process.version,
  loadBefore: Number(os.loadavg()[0]!.toFixed(2)),
});

export function machineLine(): string {
  const { cpu, cores, memoryGb, system, node, loadBefore } = machine();
  return `${cores} cores (${cpu}), ${memoryGb} GB, ${system}, Node ${node}, load ${loadBefore}`;
}

export function findingsText({ name, title }: Measurement, { data, figures }: Findings): string {
  const lines = figures.map(
    (figure) =>
      `  ${figure.what.padEnd(62)} ${written(figure.value).padStart(9)} ${figure.unit.padEnd(9)} ${verdict(figure)}`,
  );
  return [`${name}: ${title}`, `  on ${data}`, ...lines, ""].join("\n");
}

const written = (value: number): string => {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
};

function verdict(figure: Figure): string {
  const { bar, samples } = figure;
  const of = samples === undefined ? "" : ` (${samples.toLocaleString("en")} samples)`;
  if (!bar) return of.trim();
  const line = "atMost" in bar ? `at most ${bar.atMost}` : `at least ${bar.atLeast}`;
  return `bar: ${line}, ${isMissed(figure) ? "MISSED" : "met"}${of}`;
}
