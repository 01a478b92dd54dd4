import { expect, test } from "vitest";
import { readOptions } from "../../../sandbox/demo/options.ts";

test.each([
  { args: [], expected: { business: "larkspur", port: undefined, everySeconds: 20, paused: false, folder: undefined } },
  { args: ["--fast", "--paused"], expected: { everySeconds: 4, paused: true } },
  { args: ["--business", "tidewater", "--keep", "--fresh"], expected: { folder: "data/demo-tidewater", fresh: true } },
  { args: ["--port", "8080", "--every", "60"], expected: { port: 8080, everySeconds: 60 } },
])("$args", ({ args, expected }) => {
  expect(readOptions(args)).toMatchObject({ kind: "run", options: expected });
});

test.each([["--business", "acme"], ["--port", "many"], ["--every", "0"], ["--what"], ["extra"]])(
  "%s %s is refused with a sentence",
  (...args) => {
    expect(readOptions(args.filter(Boolean))).toMatchObject({ kind: "wrong", why: expect.stringMatching(/\w+ \w+/) });
  },
);
