import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SCOPES } from "../../sandbox/gmail/index.ts";
import { cardWith, type Desk, mailFrom, openDesk, SUPPORT } from "./desk.ts";

const ROOT = path.join(import.meta.dirname, "../..");
const SALES = "sales@larkspur.example";
const SETTINGS = `
company: { name: Larkspur }
mailboxes: [{ address: ${SUPPORT} }, { address: ${SALES} }]
queues:
  triage: { channel: C0TRIAGE }
people:
  - { slack: U01ALICE, name: Alice, roles: [admin, agent], languages: [en] }
`;

let desk: Desk;
const running = new Set<ChildProcess>();
beforeEach(async () => {
  desk = await openDesk({ settings: SETTINGS, mailboxes: [SUPPORT, SALES], environment: { GOOGLE_REFRESH_TOKEN: "" } });
});
afterEach(async () => {
  for (const child of running) child.kill();
  await desk.end();
});

/** The command as a process; `visit` is the person at the browser, and is given each address that is printed. */
function connect(
  args: string[],
  visit: (url: URL) => Promise<unknown> = sayYes,
): Promise<{ code: number; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "./bin/require-node.js", "src/cli/gmail-connect.ts", ...args], {
      cwd: ROOT,
      // Nothing of Slack is there yet when mailboxes are connected.
      env: { ...desk.environment, SLACK_BOT_TOKEN: "", SLACK_APP_TOKEN: "" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    running.add(child);
    let said = "";
    const visited = new Set<string>();
    const hear = (chunk: Buffer) => {
      said += chunk;
      for (const [url] of said.matchAll(/^https:\/\/accounts\.google\.com\/\S+(?=\n)/gm)) {
        if (visited.has(url)) continue;
        visited.add(url);
        visit(new URL(url)).catch(reject);
      }
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => resolve({ code: code ?? -1, said }));
  });
}

/** Google's page, as the sandbox has it, with what the command asked for. */
function atSandbox(url: URL, change: Record<string, string> = {}): Promise<Response> {
  const there = new URL(desk.gmail.authUrl);
  for (const [name, value] of [...url.searchParams, ...Object.entries(change)]) there.searchParams.set(name, value);
  return fetch(there);
}
const sayYes = (url: URL) => atSandbox(url);

describe("connecting", () => {
  test("asks for each mailbox without a sign-in, with PKCE and state; the desk then reads them, and the file holds no token", async () => {
    const asked: URL[] = [];
    const pages: string[] = [];
    const { code, said } = await connect([], async (url) => {
      asked.push(url);
      pages.push(await (await sayYes(url)).text());
    });
    expect({ code, said }).toMatchObject({ code: 0 });
    expect(asked.map((url) => url.searchParams.get("login_hint"))).toEqual([SUPPORT, SALES]);
    for (const { searchParams } of asked) {
      expect(searchParams.get("scope")).toBe(SCOPES.modify);
      expect(searchParams.get("access_type")).toBe("offline");
      expect(searchParams.get("prompt")).toBe("consent");
      expect(searchParams.get("code_challenge_method")).toBe("S256");
      expect(searchParams.get("state")!.length).toBeGreaterThan(20);
      expect(searchParams.get("redirect_uri")).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    }
    expect(pages[0]).toContain("This mailbox is connected.");
    expect(said).toContain(`✓ ${SUPPORT} is connected`);
    expect(said).toContain(`✓ ${SALES} is connected`);
    expect(said).toMatch(/Testing, Google ends each sign-in after 7 days/);
    const file = readFileSync(path.join(desk.folder, "mailroom.db"), "latin1");
    for (const box of [SUPPORT, SALES]) expect(file).not.toContain(desk.gmail.refreshToken(box));

    expect((await connect([])).said).toContain("Every mailbox of the settings has a sign-in");
    await desk.start();
    const mail = { from: "Orla <orla@quayside.example>", subject: "To the second one", text: "Which plan suits us?" };
    desk.gmail.deliver(SALES, mailFrom({ ...mail, to: SALES }));
    await cardWith(desk, "To the second one");
  });

  test("one that is running takes up a renewed sign-in without a restart", async () => {
    await connect([]);
    await desk.start();
    desk.gmail.revoke(SUPPORT);
    await expect.poll(() => desk.log().includes("gmail_disconnected"), { timeout: 20_000 }).toBe(true);
    expect((await connect([SUPPORT])).code).toBe(0);
    const mail = { from: "Orla <orla@quayside.example>", subject: "Back again", text: "Which plan suits us?" };
    desk.gmail.deliver(SUPPORT, mailFrom(mail));
    await cardWith(desk, "Back again");
  });
});

describe("what goes wrong is named, and nothing is stored", () => {
  test.each([
    {
      name: "signed in as somebody else",
      visit: (url: URL) => atSandbox(url, { login_hint: SALES }),
      say: `the browser was signed in as ${SALES}: run it again and choose ${SUPPORT}`,
    },
    {
      name: "consent refused",
      visit: (url: URL) => atSandbox(url, { deny: "1" }),
      say: "consent was refused, by the person or by an admin's policy",
    },
    {
      name: "the box was not ticked",
      visit: (url: URL) => atSandbox(url, { scope: SCOPES.readonly }),
      say: "was not ticked: run it again and tick it",
    },
    {
      name: "Google keeps the lasting token to itself",
      visit: (url: URL) => atSandbox(url, { access_type: "online" }),
      say: "Google gave no lasting sign-in",
    },
    {
      name: "a code that was not given for our challenge",
      visit: (url: URL) => atSandbox(url, { code_challenge: "of-somebody-else" }),
      say: "Invalid code verifier",
    },
  ])("$name", async ({ visit, say }) => {
    const { code, said } = await connect([SUPPORT], visit);
    expect(said).toContain(say);
    expect(code).toBe(1);
    expect(said).not.toMatch(/1\/\/|ya29|GOCSPX/);
    expect((await connect(["--remove", SUPPORT])).said).toContain("has no stored sign-in");
  });

  test("an answer with another state is turned away, and the right one still counts", async () => {
    const { code } = await connect([SUPPORT], async (url) => {
      const back = new URL(url.searchParams.get("redirect_uri")!);
      back.search = "?state=guessed&code=of-the-attacker";
      expect((await fetch(back)).status).toBe(400);
      expect((await fetch(new URL("/favicon.ico", back))).status).toBe(404);
      await sayYes(url);
    });
    expect(code).toBe(0);
  });

  test("an address that is no mailbox of ours, a missing client, nonsense", async () => {
    const stranger = await connect(["boss@larkspur.example"]);
    expect(stranger.code).toBe(1);
    expect(stranger.said).toContain(`not a mailbox of the settings. There are: ${SUPPORT}, ${SALES}`);
    expect((await connect(["--frobnicate"])).said).toContain("npm run gmail:connect ADDRESS");
    expect((await connect(["--remove"])).code).toBe(1);
  });
});

test("--remove ends the grant at Google and forgets it here", async () => {
  await connect([SUPPORT]);
  const token = desk.gmail.refreshToken(SUPPORT);
  const { code, said } = await connect(["--remove", SUPPORT]);
  expect(said).toContain(`✓ ${SUPPORT}: the sign-in was ended at Google and forgotten here.`);
  expect(code).toBe(0);
  expect(desk.gmail.calls.some(({ method, status }) => method === "oauth.revoke" && status === 200)).toBe(true);
  expect(token).not.toBe("");
  expect((await connect(["--remove", SUPPORT])).code).toBe(1);
});

test("a service account opens the mailboxes of the settings without any consent", async () => {
  const file = path.join(desk.folder, "account.json");
  writeFileSync(file, JSON.stringify(desk.gmail.serviceAccount()), { mode: 0o600 });
  await desk.start({ GOOGLE_APPLICATION_CREDENTIALS: file });
  const mail = { from: "Orla <orla@quayside.example>", subject: "By delegation", text: "Which plan suits us?" };
  desk.gmail.deliver(SALES, mailFrom({ ...mail, to: SALES }));
  await cardWith(desk, "By delegation");
});
