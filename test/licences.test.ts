import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const ROOT = path.join(import.meta.dirname, "..");
const json = (file: string) => JSON.parse(readFileSync(path.join(ROOT, file), "utf8"));

/** Licences that ask for their text and a name, and nothing of what uses them. Whatever else comes is read by a person first. */
const ALLOWED = new Set(["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "ISC", "MIT", "MIT-0"]);
/** Named loosely by the package; its LICENSE was read: three clauses. */
const READ = new Set(["node_modules/url-template BSD"]);

interface Locked {
  version: string;
  license?: string;
  dev?: boolean;
  devOptional?: boolean;
  hasInstallScript?: boolean;
  resolved?: string;
  integrity?: string;
}

const locked = Object.entries(json("package-lock.json").packages as Record<string, Locked>).filter(
  ([where]) => where !== "",
);
/** What is installed by `npm ci --omit=dev`. */
const production = locked.filter(([, one]) => !one.dev && !one.devOptional);

test("every dependency that runs in production has a licence that we have agreed to", () => {
  expect(production.length).toBeGreaterThan(50);
  const others = production
    .filter(([, { license = "" }]) => !license.split(/ OR /).some((one) => ALLOWED.has(one.replace(/[()]/g, ""))))
    .map(([where, { license }]) => `${where} ${license}`)
    .filter((one) => !READ.has(one));
  expect(others).toEqual([]);
});

test("the licence in the lock is the one that the package itself names", () => {
  const wrong = production.flatMap(([where, { license }]) => {
    const file = `${where}/package.json`;
    // Binaries for other machines are in the lock and not on this one.
    if (!existsSync(path.join(ROOT, file))) return [];
    const own = json(file).license;
    const named = typeof own === "string" ? own : own?.type;
    return named === undefined || named === license
      ? []
      : [`${where}: ${license} in the lock, ${named} in the package`];
  });
  expect(wrong).toEqual([]);
});

test("every dependency is pinned: an exact version, a checksum, and no script that runs on installing in production", () => {
  const { dependencies, devDependencies } = json("package.json");
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
    expect({ name, version }).toEqual({ name, version: expect.stringMatching(/^\d+\.\d+\.\d+(-[\w.]+)?$/) });
  expect(locked.filter(([, { integrity }]) => !integrity).map(([where]) => where)).toEqual([]);
  expect(production.filter(([, one]) => one.hasInstallScript).map(([where]) => where)).toEqual([]);
});
