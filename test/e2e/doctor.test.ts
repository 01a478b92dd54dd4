import { spawn } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startClamd } from "../../sandbox/clamd/index.ts";
import { type Desk, openDesk, SUPPORT, until } from "./desk.ts";

const ROOT = path.join(import.meta.dirname, "../..");
const manifest = JSON.parse(readFileSync(path.join(ROOT, "manifest.json"), "utf8"));
const WANTED: string[] = manifest.oauth_config.scopes.bot;

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ model: true });
  desk.slack.setScopes([...WANTED]);
});
afterAll(() => desk.end());

function doctor(more: Record<string, string> = {}): Promise<{ code: number | null; lines: string[] }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--import", "./bin/require-node.js", "src/cli/doctor.ts"], {
      cwd: ROOT,
      env: { ...desk.environment, ...more },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let written = "";
    child.stdout.on("data", (chunk) => (written += chunk));
    child.stderr.on("data", (chunk) => (written += chunk));
    child.once("exit", (code) => resolve({ code, lines: written.split("\n") }));
  });
}
const next = (lines: string[], start: string) => lines[lines.findIndex((line) => line.startsWith(start)) + 1];

describe("a desk as it should be", () => {
  test("before the first start: green, with what is still to come, and nothing is made", async () => {
    const { code, lines } = await doctor();
    expect(lines.filter((line) => line.startsWith("✗"))).toEqual([]);
    expect(code).toBe(0);
    expect(lines).toContain("• database: there is none yet: npm start makes it");
    expect(lines).toContain("✓ settings: from SETTINGS_FILE, which becomes version 1 at the first start");
    expect(lines).toContain("• key: there is none yet: npm start makes it");
    const elsewhere = path.join(desk.folder, "elsewhere");
    expect((await doctor({ DATABASE_URL: `file:${elsewhere}/mailroom.db` })).code).toBe(0);
    expect(readdirSync(desk.folder)).toEqual(["settings.yaml"]);
  });

  test("while it runs: a line each, and the last one says so", async () => {
    await desk.start();
    const { code, lines } = await doctor();
    expect(code).toBe(0);
    for (const start of [
      "✓ environment: ",
      "✓ database: SQLite 3.",
      "✓ disk: ",
      "✓ key: readable by this user alone",
      "✓ settings: version 1",
      "✓ SLACK_BOT_TOKEN: ",
      ...WANTED.map((scope) => `✓ scope ${scope}: granted`),
      "✓ clock: ",
      "✓ SLACK_APP_TOKEN: Socket Mode is open to it",
      "✓ channel C0TRIAGE: #",
      "✓ channel C0SUPPORT: #",
      `✓ mailbox ${SUPPORT}: profile and history answer`,
      "✓ LLM_MODEL gpt-5.4-mini: answers to the schema in ",
      "Everything is in order.",
    ])
      expect({ start, there: lines.some((line) => line.startsWith(start)) }).toEqual({ start, there: true });
  });

  test("/triage doctor says the same, to the admin alone", async () => {
    await desk.slack.as("U01ALICE").command("/triage doctor", "C0TRIAGE");
    const [reply] = await until(desk, () => {
      const found = desk.slack.ephemerals("U01ALICE").filter((one) => one.text.includes("in order"));
      return found.length > 0 ? found : undefined;
    });
    expect(JSON.stringify(reply!.blocks)).toContain("scope chat:write: granted");
    await desk.slack.as("U02BOB").command("/triage doctor", "C0TRIAGE");
    await until(desk, () => desk.slack.ephemerals("U02BOB").find((one) => one.text.includes('needs the role "admin"')));
  });
});

describe("each trouble with the exact next action, and exit code 1", () => {
  test("scopes, channels and a mailbox", async () => {
    desk.slack.setScopes([...WANTED.filter((scope) => scope !== "users:read"), "pins:write"]);
    desk.slack.archive("C0BILLING");
    desk.slack.removeMember("C0SUPPORT", desk.slack.app.botUser);
    desk.gmail.revoke(SUPPORT);
    const { code, lines } = await doctor();
    expect(code).toBe(1);
    expect(lines).toContain("✗ scope users:read: not granted");
    expect(next(lines, "✗ scope users:read")).toContain("install the app again");
    expect(lines).toContain("• scope pins:write: granted, and not used: take it away if nothing else needs it");
    expect(next(lines, "✗ channel C0SUPPORT: the app is not in #")).toMatch(/→ Write \/invite @mailroom in #/);
    expect(next(lines, "✗ channel C0BILLING: #")).toContain("Unarchive it");
    expect(next(lines, `✗ mailbox ${SUPPORT}: not signed in`)).toContain(`npm run gmail:connect ${SUPPORT}`);
    expect(lines).toContain("4 things need you.");
  });

  test("tokens and keys that nobody accepts; none of them is printed", async () => {
    const { code, lines } = await doctor({
      SLACK_BOT_TOKEN: "xoxb-wrong-one",
      SLACK_APP_TOKEN: "xapp-wrong-one",
      OPENAI_API_KEY: "sk-wrong-one",
    });
    expect(code).toBe(1);
    expect(next(lines, "✗ SLACK_BOT_TOKEN: Slack says")).toContain("set SLACK_BOT_TOKEN");
    expect(next(lines, "✗ SLACK_APP_TOKEN: Slack says")).toContain("connections:write");
    expect(next(lines, "✗ LLM_MODEL gpt-5.4-mini: ")).toContain("set OPENAI_API_KEY");
    expect(lines.join("\n")).not.toContain("wrong-one");
  });

  test("services that cannot be reached", async () => {
    const nowhere = "http://127.0.0.1:9/";
    const { code, lines } = await doctor({ SLACK_API_URL: nowhere, GMAIL_API_URL: nowhere, OPENAI_BASE_URL: nowhere });
    expect(code).toBe(1);
    expect(next(lines, "✗ SLACK_BOT_TOKEN: Slack did not answer")).toContain("proxy, firewall, DNS");
    expect(next(lines, "✗ LLM_MODEL")).toContain("OPENAI_BASE_URL");
  });

  test("a key that others can read stays as it is until somebody acts; a lost key makes no new one", async () => {
    const key = path.join(desk.folder, "key");
    const held = readFileSync(key);
    chmodSync(key, 0o644);
    expect(next((await doctor()).lines, "✗ key: ")).toBe(`    → chmod 600 ${key}`);
    chmodSync(key, 0o600);
    const { lines } = await doctor({ DATABASE_URL: `file:${path.join(ROOT, "package.json")}` });
    expect(lines.find((line) => line.startsWith("✗ database"))).toBeDefined();
    writeFileSync(key, `${Buffer.alloc(32, 7).toString("base64")}\n`);
    expect(next((await doctor()).lines, "✗ content key: ")).toContain("Put back the key");
    writeFileSync(key, held);
  });

  test("a virus scanner: none, one that works, one that is down, one that finds nothing", async () => {
    const clamd = await startClamd();
    const line = async (address: string) => {
      const { lines } = await doctor({ CLAMD_SOCKET: address });
      return [lines.find((one) => one.includes("CLAMD_SOCKET: "))!, next(lines, "✗ CLAMD_SOCKET")];
    };
    expect((await line(""))[0]).toBe("• CLAMD_SOCKET: not set: attachments are judged by their bytes, and not scanned");
    expect((await line(clamd.address))[0]).toBe("✓ CLAMD_SOCKET: ClamAV 1.4.2 finds the EICAR test file");
    clamd.next("stream: OK");
    expect((await line(clamd.address))[1]).toContain("Let freshclam load the signatures");
    await clamd.stop();
    expect(await line(clamd.address)).toEqual([
      "✗ CLAMD_SOCKET: no answer there (ECONNREFUSED)",
      expect.stringContaining("Start clamd"),
    ]);
    expect((await line("clamd.ctl"))[0]).toContain("CLAMD_SOCKET: write a path such as /run/clamav/clamd.ctl");
  });

  test("an environment that cannot be read", async () => {
    const { code, lines } = await doctor({ SLACK_BOT_TOKEN: "", POLL_SECONDS: "often" });
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/^✗ environment: SLACK_BOT_TOKEN is missing.*POLL_SECONDS: write a whole number/);
  });
});
