import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

/** Who may import whom: imports point inwards. docs/ARCHITECTURE.md explains the table. */
const MAY_IMPORT: Record<string, string[]> = {
  domain: [],
  views: ["domain"],
  pipeline: ["domain"],
  db: ["domain"],
  tickets: ["domain", "db"],
  adapters: ["domain", "pipeline"],
  listeners: ["domain", "tickets", "views"],
  jobs: ["domain", "pipeline", "tickets", "db", "views"],
  cli: ["domain", "pipeline", "db", "tickets", "jobs", "adapters", "wiring", "config.ts"],
  wiring: ["domain", "pipeline", "db", "tickets", "adapters", "listeners", "jobs", "operate", "config.ts"],
  operate: ["domain", "pipeline", "tickets", "db"],
};

/** A wall around each SDK: only its adapter imports it, so that nobody else meets its errors. Types alone are free. */
const WALLS: Record<string, string> = {
  "@slack/bolt": "adapters/slack",
  "@slack/web-api": "adapters/slack",
  "@slack/socket-mode": "adapters/slack",
  googleapis: "adapters/gmail",
  openai: "adapters/openai",
  "better-sqlite3": "db",
  "drizzle-orm": "db",
  "prom-client": "operate",
};

const SRC = path.join(import.meta.dirname, "../src");
const files = globSync("**/*.ts", { cwd: SRC }).map((file) => file.replaceAll("\\", "/"));

interface Import {
  file: string;
  from: string;
  typeOnly: boolean;
}

const imports: Import[] = files.flatMap((file) => {
  const source = readFileSync(path.join(SRC, file), "utf8");
  const statements = source.matchAll(
    /^(?:import|export)\s+(type\s)?[^;]*?from\s+"([^"]+)"|\bimport\("([^"]+)"\)|\brequire\("([^"]+)"\)/gm,
  );
  return [...statements].map(([, type, fixed, dynamic, required]) => ({
    file,
    from: fixed ?? dynamic ?? required!,
    typeOnly: type !== undefined,
  }));
});

test("there is something to look at", () => {
  expect(files.length).toBeGreaterThan(50);
  expect(imports.length).toBeGreaterThan(100);
});

test("beside the folders there is where everything meets, the environment and the log", () => {
  expect(files.filter((file) => !file.includes("/")).sort()).toEqual(["app.ts", "config.ts", "log.ts"]);
});

test("imports point inwards", () => {
  const outwards = imports
    .filter(({ from }) => from.startsWith("."))
    .map(({ file, from }) => ({ file, to: path.posix.normalize(path.posix.join(path.posix.dirname(file), from)) }))
    .filter(({ file, to }) => {
      const [here, there] = [file.split("/")[0]!, to.split("/")[0]!];
      if (!file.includes("/")) return false;
      // The Slack app as Slack sees it: the check-up holds the workspace against it.
      if (here === "wiring" && to === "../manifest.json") return false;
      return here !== there && !(MAY_IMPORT[here] ?? []).includes(there);
    });
  expect(outwards).toEqual([]);
});

test("src knows nothing of the sandbox, the tests or the evaluation", () => {
  expect(imports.filter(({ from }) => /(^|\/)(sandbox|test|eval|bench)\//.test(from))).toEqual([]);
});

test("only an adapter imports its SDK", () => {
  const through = imports.filter(({ file, from, typeOnly }) => {
    const wall = Object.entries(WALLS).find(([name]) => from === name || from.startsWith(`${name}/`))?.[1];
    return wall !== undefined && !typeOnly && !file.startsWith(`${wall}/`);
  });
  expect(through).toEqual([]);
});

test("relative imports name their file with its extension", () => {
  expect(imports.filter(({ from }) => from.startsWith(".") && !/\.(ts|json)$/.test(from))).toEqual([]);
});
