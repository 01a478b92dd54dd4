import { expect, test } from "vitest";
import { share } from "../../../sandbox/web/state/share.ts";

const before = {
  now: 1,
  messages: [
    { ts: "1", blocks: [{ text: "a" }] },
    { ts: "2", blocks: [{ text: "b" }] },
  ],
};
const copy = () => structuredClone(before);

test("what is equal stays the same object", () => {
  expect(share(before, copy())).toBe(before);
});

test("what changed is new, and only that", () => {
  const after = copy();
  after.messages[1] = { ts: "2", blocks: [{ text: "changed" }] };
  const shared = share(before, after);
  expect(shared).toEqual(after);
  expect(shared.messages[0]).toBe(before.messages[0]);
  expect(shared.messages[1]).not.toBe(before.messages[1]);
});

test("a message is known again when older ones have left", () => {
  const shared = share(before, { ...copy(), messages: copy().messages.slice(1) });
  expect(shared.messages).toHaveLength(1);
  expect(shared.messages[0]).toBe(before.messages[1]);
});

test("a key that went is gone", () => {
  const with_: Record<string, number> = { a: 1, b: 2 };
  expect(share(with_, { a: 1 })).toEqual({ a: 1 });
});
