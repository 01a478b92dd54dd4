import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = path.join(import.meta.dirname, "..");
const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8");
const runbook = read("docs/operations.md");
const scripts: Record<string, string> = JSON.parse(read("package.json")).scripts;

/** Each procedure, and where it is tried: a file and words of the test that goes through it. */
const TRIED: Readonly<Record<string, readonly [file: string, words: string]>> = {
  "It is gone": ["test/e2e/kill.test.ts", "times while"],
  "Slack is disconnected": ["test/chaos/weather.ts", "Slack's socket falls silent"],
  "A mailbox is not read": ["test/e2e/gmail-trouble.test.ts", 'describe("signing in"'],
  "The database is lost": ["test/e2e/lost-database.test.ts", "an empty database:"],
  "The key is lost, or somebody else has it": ["test/e2e/commands.test.ts", 'describe("npm run key:rotate"'],
  "A token was revoked": ["test/e2e/secrets.test.ts", "gmail.revoke(SUPPORT)"],
  "A setting was wrong": ["test/e2e/working-day.test.ts", "settings.rollback"],
  "The disk is full": ["test/e2e/bad-machine.test.ts", "a full disk"],
  "The clock was wrong": ["test/e2e/bad-machine.test.ts", "a clock that is put right"],
  "Work piles up": ["test/e2e/burst.test.ts", "a new urgent mail overtakes them all"],
  "Dead letters": ["test/e2e/working-day.test.ts", "eplay"],
  "Cards come late": ["test/e2e/burst.test.ts", "four hundred mails at once"],
  "The model fails": ["test/e2e/model-trouble.test.ts", 'describe("nobody answers"'],
  "Decisions are less certain": ["test/jobs/calibration.test.ts", "test("],
};

describe("the runbook is what was tried", () => {
  const after = runbook.slice(runbook.indexOf("## When something is wrong"));
  const procedures = [...after.matchAll(/^### (.+)$/gm)].map(([, heading]) => heading!);

  test("every procedure has a test that goes through it, and no other is named", () => {
    expect(procedures).toEqual(Object.keys(TRIED));
  });

  test.each(Object.entries(TRIED))("%s", (_, [file, words]) => {
    expect(read(file)).toContain(words);
  });
});

describe("the commands of the runbook", () => {
  /** As somebody would type them: `npm run NAME`, with whatever follows on the line. */
  const called = [...runbook.matchAll(/npm run ([a-z][\w:-]*)((?: +(?:--?[\w-]*|[A-Z]+|\S+@\S+))*)/g)].map(
    ([whole, name, rest]) => ({
      whole,
      name: name!,
      flags: [...rest!.matchAll(/--([a-z][\w-]*)/g)].map(([, f]) => f!),
    }),
  );

  test("there are some", () => expect(called.length).toBeGreaterThan(10));

  test.each(called)("$whole", ({ name, flags }) => {
    const file = /(src\/cli\/[\w-]+\.ts|src\/app\.ts)/.exec(scripts[name] ?? "")?.[1];
    expect({ name, file }).toEqual({ name, file: expect.any(String) });
    for (const flag of flags) expect({ flag, known: knows(read(file!), flag) }).toEqual({ flag, known: true });
  });

  test("each of them is run by a test, as a process of its own", () => {
    const tests = globSync("test/e2e/*.test.ts", { cwd: ROOT }).map(read).join("\n");
    for (const name of new Set(called.map((one) => one.name))) {
      const command = /src\/cli\/([\w-]+)\.ts/.exec(scripts[name]!)?.[1];
      if (command)
        expect({ command, run: new RegExp(`"${command}"|/${command}\\.ts"`).test(tests) }).toEqual({
          command,
          run: true,
        });
    }
  });

  test("every slash command of the runbook is one of /triage", () => {
    const known = [...read("src/listeners/commands/parse.ts").matchAll(/^ {2}([a-z]+): \{ usage: "/gm)].map(
      ([, word]) => word!,
    );
    expect(known.length).toBeGreaterThan(10);
    for (const [, word] of runbook.matchAll(/`\/triage ([a-z]+)/g))
      expect({ word, known: known.includes(word!) }).toEqual({ word, known: true });
  });

  test("every file of the repository that is named is there", () => {
    for (const [, file] of runbook.matchAll(/\b((?:ops|docs|src)\/[\w./-]+|settings\.example\.yaml|compose\.yaml)\b/g))
      expect({ file, there: existsSync(path.join(ROOT, file!)) }).toEqual({ file, there: true });
  });

  test("every variable of Mailroom's that is named is read", () => {
    const config = read("src/config.ts");
    for (const [, name] of runbook.matchAll(
      /`((?:SLACK|GMAIL|GOOGLE|HTTP|LLM|OPENAI|MAILROOM|POLL|OTEL|CLAMD|SETTINGS)_[A-Z_]+)[`=]/g,
    ))
      expect({ name, read: config.includes(name!) }).toEqual({ name, read: true });
  });
});

const knows = (source: string, flag: string): boolean =>
  new RegExp(`--${flag}\\b|\\b${flag}: \\{ type:|"${flag}"`).test(source);
