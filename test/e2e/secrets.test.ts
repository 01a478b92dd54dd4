import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { command } from "./command.ts";
import { cardWith, type Desk, mailFrom, openDesk, SUPPORT } from "./desk.ts";
import { leaksIn } from "./leaks.ts";

/** Words that stand nowhere but in the mail, and would be found if any of it were written anywhere in clear. */
const CONTENT = ["zanzibarmarmalade", "Quillfeather", "orla@quayside.example", "4111 1111 1111 1111"];

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ model: true, environment: { LOG_LEVEL: "trace" } });
  await desk.start();
});
afterAll(() => desk.end());

const secrets = (): Record<string, string | Buffer> => {
  const key = readFileSync(path.join(desk.folder, "key"), "utf8").trim();
  return {
    botToken: desk.slack.botToken,
    appToken: desk.slack.appToken,
    clientSecret: desk.gmail.clientSecret,
    refreshToken: desk.gmail.refreshToken(SUPPORT),
    modelKey: desk.model!.apiKey,
    key: Buffer.from(key, "base64"),
    keyAsWritten: key,
    ...Object.fromEntries(desk.gmail.accessTokens().map((token, index) => [`accessToken ${index}`, token])),
  };
};

const standingIn = (tokens: ReturnType<typeof secrets>, bytes: Buffer | string): string[] => {
  const buffer = Buffer.from(bytes as string);
  return [...leaksIn(buffer, tokens), ...CONTENT.filter((word) => buffer.includes(word))];
};

const files = (): string[] => readdirSync(desk.folder).filter((name) => name !== "key" && name !== "settings.yaml");

test("a working day with trouble leaves no token and no word of the mail in the log, the database files or a backup", async () => {
  const write = (subject: string) =>
    desk.gmail.deliver(
      SUPPORT,
      mailFrom({
        from: "Orla Quillfeather <orla@quayside.example>",
        subject: `${subject} zanzibarmarmalade`,
        text: "Our receptionist starts on Monday. Which role do I give her so that she sees the zanzibarmarmalade diary only? My card is 4111 1111 1111 1111.\n\nOrla Quillfeather",
      }),
    );
  write("First");
  await cardWith(desk, "First");
  expect(desk.model!.requests.length).toBeGreaterThan(0);
  // The stand-in's model is never sure enough for a draft; the local engine is.
  await desk.stop();
  await desk.start({ OPENAI_API_KEY: "", OPENAI_BASE_URL: "" });
  write("Draft");
  const card = await cardWith(desk, "Draft", (shown) => shown.includes("ticket.approve"));
  await desk.slack.as("U01ALICE").press(card, { text: "Approve & send" });
  await cardWith(desk, "Draft", (shown) => shown.includes("Waiting for the customer"));

  // Every service refuses for a while: what they say then, and what we asked, is where tokens and mail get into logs.
  desk.gmail.faults.fail({ method: "messages.get", status: 500, times: 2 });
  desk.gmail.expireAccessTokens(SUPPORT);
  write("Second");
  await cardWith(desk, "Second");
  await command(desk, "backup", [path.join(desk.folder, "copy.db")]);
  const tokens = secrets();
  expect(Object.values(tokens).every((token) => token.length >= 8)).toBe(true);
  expect(Object.keys(tokens)).toContain("accessToken 1");
  desk.gmail.revoke(SUPPORT);
  await expect.poll(desk.log, { timeout: 90_000 }).toContain("gmail_disconnected");
  await desk.stop();

  expect(desk.log().length).toBeGreaterThan(500);
  expect({ log: standingIn(tokens, desk.log()) }).toEqual({ log: [] });
  expect(files()).toEqual(expect.arrayContaining(["mailroom.db", "copy.db"]));
  for (const name of files())
    expect({ name, found: standingIn(tokens, readFileSync(path.join(desk.folder, name))) }).toEqual({
      name,
      found: [],
    });
});

test("a start that fails names the variable and repeats none of the values", async () => {
  const before = desk.log().length;
  const wrong = { SLACK_BOT_TOKEN: "xoxb-wrong-but-secret", SLACK_APP_TOKEN: "xapp-wrong-but-secret" };
  await expect(desk.start(wrong)).rejects.toThrow();
  const said = desk.log().slice(before);
  expect(said).toContain("SLACK_BOT_TOKEN");
  expect(said).not.toContain("wrong-but-secret");
  await expect(desk.start({ MAILROOM_KEY: "short-but-secret" })).rejects.toThrow();
  expect(desk.log()).not.toContain("short-but-secret");
  expect(await command(desk, "audit-verify", [], { MAILROOM_KEY: "short-but-secret" })).toMatchObject({
    code: 1,
    said: expect.not.stringContaining("short-but-secret"),
  });
});
