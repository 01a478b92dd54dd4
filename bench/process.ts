import { readFileSync } from "node:fs";

/** Clock ticks a second in /proc; 100 on every Linux that Node runs on. */
const TICKS = 100;

const linuxOnly = (cause: unknown): never => {
  throw new Error("another process's CPU and memory are read from /proc, which needs Linux", { cause });
};

/** User and system time that a process has used so far. */
export function cpuMsOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // After the name, which may hold spaces: utime and stime are fields 14 and 15 of the whole.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS;
  } catch (cause) {
    return linuxOnly(cause);
  }
}

/** Resident memory in MB. */
export function memoryOf(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))![1]) / 1_024;
  } catch (cause) {
    return linuxOnly(cause);
  }
}
