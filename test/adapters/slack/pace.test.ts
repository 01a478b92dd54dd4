import { expect, test } from "vitest";
import { CallPace } from "../../../src/adapters/slack/pace.ts";
import { MailroomError } from "../../../src/domain/errors.ts";
import { aClock } from "../../fakes/database.ts";

const TIER_3 = { intervalMs: 1_250, burst: 1 };

/** Milliseconds to come back after, or nothing when it may post now. */
function ask(pace: CallPace, key: string, more: { rank?: number; canWait?: boolean } = {}): number | undefined {
  try {
    pace.take("C0SUPPORT", { key, ...more });
    return undefined;
  } catch (error) {
    return (error as MailroomError).retryAfterMs;
  }
}

/** A channel in which Slack has just said 429. */
function limited() {
  const clock = aClock();
  const pace = new CallPace(clock.now);
  pace.pause("C0SUPPORT", 1_000);
  return { clock, pace };
}

test("a channel runs freely until Slack limits it", () => {
  const pace = new CallPace(aClock().now);
  expect(Array.from({ length: 20 }, (_, index) => ask(pace, `card ${index}`))).toEqual(Array(20).fill(undefined));
  expect(pace.interval("C0SUPPORT")).toBe(50);
});

test("after a 429 everybody gets a turn of their own, a second apart", () => {
  const { pace } = limited();
  expect(["a", "b", "c"].map((key) => ask(pace, key))).toEqual([1_000, 2_050, 3_100]);
  expect(pace.interval("C0SUPPORT")).toBe(1_050);
});

test("turns are kept by those who come back for them", () => {
  const { clock, pace } = limited();
  for (const key of ["a", "b"]) ask(pace, key);
  clock.advance(1_000);
  expect(ask(pace, "a")).toBeUndefined();
  expect(ask(pace, "c")).toBe(2_100);
  clock.advance(1_050);
  expect(ask(pace, "b")).toBeUndefined();
});

test("what is urgent overtakes all that wait", () => {
  const { clock, pace } = limited();
  for (const key of ["a", "b", "c"]) ask(pace, key);
  expect(ask(pace, "urgent", { rank: 3 })).toBe(1_000);
  expect(ask(pace, "high", { rank: 2 })).toBe(2_050);
  clock.advance(1_000);
  expect(ask(pace, "a")).toBe(2_100);
  expect(ask(pace, "urgent", { rank: 3 })).toBeUndefined();
});

test("who does not come back holds up nobody for long", () => {
  const { clock, pace } = limited();
  for (const key of ["died", "b"]) ask(pace, key);
  clock.advance(3_001);
  expect(ask(pace, "b")).toBeUndefined();
});

test("what can wait stands back while anybody waits", () => {
  const { clock, pace } = limited();
  ask(pace, "card");
  clock.advance(1_000);
  expect(ask(pace, "thread", { canWait: true })).toBe(3_000);
  expect(ask(pace, "card")).toBeUndefined();
  clock.advance(1_050);
  expect(ask(pace, "thread", { canWait: true })).toBeUndefined();
});

test("five minutes after the last 429 the channel runs freely again", () => {
  const { clock, pace } = limited();
  clock.advance(1_000 + 5 * 60_000);
  expect(pace.interval("C0SUPPORT")).toBe(50);
});

test("a method keeps to its tier once Slack has said so", () => {
  const clock = aClock();
  const pace = new CallPace(clock.now);
  pace.pause("chat.update", 30_000);
  clock.advance(30_000 + 60_000);
  let calls = 0;
  for (let second = 0; second < 60; second++) {
    for (let card = 0; card < 10; card++) {
      try {
        pace.take("chat.update", { key: `card ${card}` }, TIER_3);
        calls++;
      } catch (error) {
        expect(error).toBeInstanceOf(MailroomError);
      }
    }
    clock.advance(1_000);
  }
  expect(calls).toBeGreaterThan(30);
  expect(calls).toBeLessThanOrEqual(53);
});
