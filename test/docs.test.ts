import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { FAILURES } from "../src/domain/errors.ts";

const ROOT = path.join(import.meta.dirname, "..");
const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8");

describe("the documents are true", () => {
  test("every failure has its entry in docs/errors.md, and every entry its failure", () => {
    const entries = [...read("docs/errors.md").matchAll(/^### `(\w+)`/gm)].map(([, code]) => code!);
    expect(entries.sort()).toEqual(Object.keys(FAILURES).sort());
  });

  test("every variable of the environment is explained, and no other", () => {
    const known = [...read("src/config.ts").matchAll(/^ {2}([A-Z_]+):(?! true)/gm)].map(([, name]) => name!);
    const explained = [...read("docs/configuration.md").matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name!);
    expect(explained.sort()).toEqual(known.sort());
  });

  test("links between the documents lead somewhere", () => {
    const files = ["README.md", "CONTRIBUTING.md", "SECURITY.md", ...globSync("docs/**/*.md", { cwd: ROOT })];
    for (const file of files) {
      for (const [, target] of read(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)) {
        const there = path.join(ROOT, path.dirname(file), target!);
        expect({ file, target, there: existsSync(there) }).toEqual({ file, target, there: true });
      }
    }
  });

  test("every npm script that the documents name is there", () => {
    const scripts = Object.keys(JSON.parse(read("package.json")).scripts);
    for (const file of ["README.md", "CONTRIBUTING.md", ...globSync("docs/**/*.md", { cwd: ROOT })]) {
      for (const [, name] of read(file).matchAll(/npm run ([a-z][\w:-]*)/g))
        expect({ file, name, there: scripts.includes(name!) }).toEqual({ file, name, there: true });
    }
  });
});
