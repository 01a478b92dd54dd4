import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { aFolder } from "./a-folder.ts";

const MAIN = path.join(import.meta.dirname, "../../eval/main.ts");

interface Ended {
  code: number;
  out: string;
  err: string;
}

const evaluate = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const environment = { PATH: process.env["PATH"] };
    execFile(process.execPath, [MAIN, ...args], { env: environment }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });

describe("a run on a folder", () => {
  let folder: string;
  let rules: Ended;
  const file = (name: string) => path.join(folder, name);
  beforeAll(async () => {
    folder = aFolder(["dev-001", "dev-002", "dev-003", "dev-004", "dev-005", "dev-006"]);
    rules = await evaluate("--engine", "rules", "--data", folder, "--json", file("a.json"), "--report", file("a.html"));
  });

  test("prints its figures and names its set", () => {
    expect(rules.err).not.toContain("Error");
    expect(rules.out).toMatch(/Engine rules on .*: 6 mails, set [0-9a-f]{12}/);
    expect(rules.out).toContain("Intent macro F1");
  });

  test("says that the local engine was trained on this mail, in any folder", async () => {
    const { out, code } = await evaluate("--data", folder, "--limit", "4");
    expect(out).toContain("Trained on this set: the local engine has seen 4 of these 4 mails");
    expect(out).toContain("npm run train -- --cross-validate");
    expect(code).toBe(0);
  });

  test("writes a page that loads nothing, and no words of the mail", () => {
    const page = readFileSync(file("a.html"), "utf8");
    expect(page).not.toMatch(/<script|<link|src=|url\(/);
    expect(page).toContain("prefers-color-scheme: dark");
    for (const written of [page, readFileSync(file("a.json"), "utf8")]) expect(written).not.toContain("receptionist");
  });

  test("can be compared with another", async () => {
    await evaluate("--data", folder, "--json", file("b.json"));
    const { out, code } = await evaluate("compare", file("a.json"), file("b.json"));
    expect(code).toBe(0);
    expect(out).toContain("The same 6 mails.");
    expect(out).toMatch(/intent\.accuracy .*(yes|not shown)/);
  });

  test("a missed bar is named, and ends with 1", async () => {
    const wrong = aFolder(["dev-001", "dev-002", "dev-003"], { label: (given) => ({ ...given, intent: "personal" }) });
    const { code, err } = await evaluate("--data", wrong);
    expect(code).toBe(1);
    expect(err).toMatch(/Missed: .*intent\.accuracy/);
  });
});

describe("what cannot be run ends with 2 and one sentence", () => {
  test.each([
    { args: ["--engine", "best"], says: "write one of rules, local, model, chain" },
    { args: ["--engine", "model"], says: "Set OPENAI_API_KEY" },
    { args: ["--limit", "few"], says: "a whole number from 1" },
    { args: ["--data", "nowhere"], says: "There is no folder nowhere" },
    { args: ["--colour", "red"], says: "--colour" },
    { args: ["measure"], says: 'There is no "measure"' },
    { args: ["compare", "a.json"], says: "Name two files" },
    { args: ["--json", "nowhere/a.json"], says: "there is no folder nowhere" },
  ])("$args", async ({ args, says }) => {
    const { code, err } = await evaluate(...args);
    expect(err).toContain(says);
    expect(err).not.toMatch(/^\s+at /m);
    expect(code).toBe(2);
  });
});
