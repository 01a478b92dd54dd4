import { expect, test } from "vitest";
import { steadily } from "../../src/domain/steady.ts";

test("a clock that is set back goes on from where it was; one that is set ahead is followed", () => {
  let wall = 1_000;
  const steady = steadily(() => wall);
  expect(steady()).toBe(1_000);
  wall = 1_500;
  expect(steady()).toBe(1_500);
  wall = 200;
  expect(steady()).toBe(1_500);
  wall = 300;
  expect(steady()).toBe(1_600);
  wall = 9_000;
  expect(steady()).toBe(10_300);
});
