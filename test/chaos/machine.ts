import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Desk } from "../e2e/desk.ts";

/** Trouble of the machine that the app runs on, made from outside its process. */

/** How many bytes a file may have before writing to it fails: enough for nothing that the app writes. */
const FULL_BYTES = 4_096;

/** A disk without room: the kernel refuses what would make a file longer, as a quota does. Node ignores the signal that comes with it. */
export function fillDisk(desk: Desk, ms: number): void {
  const pid = desk.pid();
  limitFiles(desk, String(FULL_BYTES));
  setTimeout(() => desk.pid() === pid && freeDisk(desk), ms);
}

export const freeDisk = (desk: Desk): void => limitFiles(desk, "unlimited");

function limitFiles(desk: Desk, soft: string): void {
  if (!desk.running()) return;
  execFileSync("prlimit", ["--pid", String(desk.pid()), `--fsize=${soft}:unlimited`]);
}

const fileOf = (folder: string): string => path.join(folder, "clock");

/** What a process needs so that its clock can be moved: a clock of its own, and where it is told what time it is. */
export const withMovableClock = (folder: string): Record<string, string> => ({
  NODE_OPTIONS: `--import=${pathToFileURL(path.join(import.meta.dirname, "movable-clock.js")).href}`,
  MOVED_CLOCK_FILE: fileOf(folder),
});

/** Moves the app's clock, at once and for its later lives; everybody else's stays right. */
export function jumpClock(desk: Desk, byMs: number): void {
  writeFileSync(fileOf(desk.folder), String(clockOffset(desk.folder) + byMs));
  heed(desk);
}

export function setClockRight(desk: Desk): void {
  writeFileSync(fileOf(desk.folder), "0");
  heed(desk);
}

function heed(desk: Desk): void {
  if (desk.running()) process.kill(desk.pid()!, "SIGUSR2");
}

export function clockOffset(folder: string): number {
  try {
    return Number(readFileSync(fileOf(folder), "utf8"));
  } catch {
    return 0;
  }
}
