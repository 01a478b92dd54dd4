import { readdirSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lastDrill } from "../../src/db/drills.ts";
import { enqueue } from "../../src/db/jobs.ts";
import { type Books, openBooks } from "./books.ts";
import { type Desk, openDesk } from "./desk.ts";

let desk: Desk;
let books: Books;
beforeEach(async () => {
  desk = await openDesk();
  await desk.start();
  books = openBooks(desk);
});
afterEach(async () => {
  await books.close();
  await desk.end();
});

const now = () => Date.now();
const drill = () =>
  books.db.transaction((tx) => enqueue(tx, { kind: "drill", key: "drill", payload: {}, runAt: now() }, now()));

/** Processes whose parent the app is. */
function children(): number[] {
  const parentOf = (pid: string) => {
    try {
      return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
    } catch {
      return undefined;
    }
  };
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === desk.pid())
    .map(Number);
}
const underWay = async (): Promise<number> => {
  await expect.poll(() => children(), { timeout: 30_000, interval: 20 }).toHaveLength(1);
  return children()[0]!;
};
const PATIENCE = { timeout: 120_000, interval: 100 };
const isGone = (pid: number) => expect.poll(() => isThere(pid), { timeout: 10_000, interval: 50 }).toBe(false);
/** One that has ended may wait for somebody to hear of it. */
function isThere(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

test("a drill is a process that knows no secret, may do nothing, and goes; one that dies has failed, says so and is tried again", {
  timeout: 240_000,
}, async () => {
  await drill();
  const first = await underWay();
  expect(readFileSync(`/proc/${first}/environ`, "utf8")).not.toMatch(/TOKEN|KEY|DATABASE|SECRET/);
  expect(readFileSync(`/proc/${first}/cmdline`, "utf8")).toMatch(/--permission\0.*--allow-fs-read/);
  process.kill(first, "SIGKILL");
  await expect.poll(desk.log, PATIENCE).toMatch(/"code":"drill_broken","detail":"it ended by SIGKILL at /);
  expect(await lastDrill(books.db.read)).toBeUndefined();

  await expect.poll(() => lastDrill(books.db.read), PATIENCE).toMatchObject({ tried: 60, through: [] });
  await expect.poll(() => children(), PATIENCE).toEqual([]);
});

test("it ends with the app: at once when that is told to stop, and when it is killed", {
  timeout: 120_000,
}, async () => {
  await drill();
  const told = await underWay();
  const before = performance.now();
  expect(await desk.stop()).toBe(0);
  expect(performance.now() - before).toBeLessThan(7_000);
  await isGone(told);

  await desk.start();
  await drill();
  const orphan = await underWay();
  await desk.kill();
  await isGone(orphan);
});
