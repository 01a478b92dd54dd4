import { createLocalEngine } from "../../src/pipeline/local/engine.ts";
import type { Case } from "./cases.ts";

/** Milliseconds of processor time of the whole local pass, with the stored weights; the first mails warm up. */
export function timeEngine(cases: readonly Case[]): { median: number; p95: number } {
  const { read } = createLocalEngine();
  for (const one of cases.slice(0, 500)) read(one);
  const times = cases
    .map((one) => {
      const before = process.threadCpuUsage();
      read(one);
      const { user, system } = process.threadCpuUsage(before);
      return (user + system) / 1_000;
    })
    .sort((a, b) => a - b);
  const at = (part: number) => times[Math.floor(part * (times.length - 1))]!;
  return { median: at(0.5), p95: at(0.95) };
}
