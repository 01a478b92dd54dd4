import { readFileSync } from "node:fs";

/** Clock ticks a second in /proc; 100 on every Linux that Node runs on. */
const TICKS = 100;

/** User and system time that a process has used so far, with the processes that it has started (it reads PDF files in one). */
export const cpuMsOf = (pid: number): number =>
  sumOf(pid, (one) => {
    const stat = readFileSync(`/proc/${one}/stat`, "utf8");
    // After the name, which may hold spaces: utime and stime are fields 14 and 15 of the whole, those of ended children 16 and 17.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return (ticks * 1_000) / TICKS;
  });

/** Resident memory in MB, with that of the processes that it has started. */
export const memoryOf = (pid: number): number =>
  sumOf(pid, (one) => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${one}/status`, "utf8"))?.[1] ?? 0) / 1_024);

function sumOf(pid: number, figure: (pid: number) => number): number {
  try {
    return figure(pid) + childrenOf(pid).reduce((sum, child) => sum + ofChild(child, figure), 0);
  } catch (cause) {
    throw new Error("another process's CPU and memory are read from /proc, which needs Linux", { cause });
  }
}

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);

/** One that has ended meanwhile is counted with its parent. */
function ofChild(pid: number, figure: (pid: number) => number): number {
  try {
    return sumOf(pid, figure);
  } catch {
    return 0;
  }
}
