import { describe, expect, test, vi } from "vitest";
import { createChanges, until } from "../../../sandbox/slack/changes.ts";
import { createClock } from "../../../sandbox/slack/clock.ts";

describe("a clock that stands still", () => {
  test("runs what falls due on the way, in order, each at its own time", () => {
    const clock = createClock(() => 1000);
    const ran: [string, number][] = [];
    clock.after(20, () => ran.push(["b", clock.now()]));
    clock.after(10, () => {
      ran.push(["a", clock.now()]);
      clock.after(5, () => ran.push(["a2", clock.now()]));
    });
    clock.after(30, () => ran.push(["late", clock.now()]));
    clock.advance(25);
    expect(ran).toEqual([
      ["a", 1010],
      ["a2", 1015],
      ["b", 1020],
    ]);
    expect(clock.now()).toBe(1025);
  });

  test("follows an injected now when told to look", () => {
    let now = 0;
    const clock = createClock(() => now);
    const run = vi.fn();
    clock.after(10, run);
    now = 10;
    expect(run).not.toHaveBeenCalled();
    clock.tick();
    expect(run).toHaveBeenCalledOnce();
  });

  test("still ends a deadline, by real time", async () => {
    const clock = createClock(() => 0);
    await new Promise<void>((resolve) => clock.deadline(5, resolve));
    expect(clock.now()).toBe(0);
  });

  test("forgets what was cancelled", () => {
    const clock = createClock(() => 0);
    const run = vi.fn();
    clock.after(10, run).cancel();
    clock.deadline(10, run).cancel();
    clock.advance(100);
    expect(run).not.toHaveBeenCalled();
  });
});

test("a clock that runs can be pushed on, and its timers with it", async () => {
  const clock = createClock();
  const before = clock.now();
  const reached = new Promise<void>((resolve) => clock.after(60_010, resolve));
  clock.advance(60_000);
  await reached;
  expect(clock.now() - before).toBeGreaterThanOrEqual(60_010);
  clock.stop();
});

describe("until", () => {
  test("asks again at every change, and a throwing question has no answer yet", async () => {
    const changes = createChanges();
    let list: string[] | undefined;
    const waiting = until(changes, () => (list as string[])[0]?.toUpperCase());
    list = ["x"];
    changes.publish({ kind: "message" });
    expect(await waiting).toBe("X");
  });

  test("gives up with the reason", async () => {
    const waiting = until(createChanges(), () => JSON.parse("{"), { timeoutMs: 5, what: "sense" });
    await expect(waiting).rejects.toThrow("waited 5 ms in vain for sense");
  });
});
