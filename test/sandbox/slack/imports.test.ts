import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const importsOf = (file: string): string[] =>
  [...readFileSync(file, "utf8").matchAll(/from "([^"]+)"/g)].map(([, name = ""]) => name);

test("the sandbox does not know the app", () => {
  const outside = globSync("sandbox/slack/**/*.ts").flatMap((file) =>
    importsOf(file)
      .filter((name) => name.includes("/src/") || name.startsWith("@slack/"))
      .map((name) => `${file} imports ${name}`),
  );
  expect(outside).toEqual([]);
});
