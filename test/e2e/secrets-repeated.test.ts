import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Shop, startShop } from "../../sandbox/shop/index.ts";
import { command } from "./command.ts";
import { cardWith, type Desk, mailFrom, openDesk, SETTINGS, SUPPORT, until } from "./desk.ts";
import { leaksIn, startEcho } from "./leaks.ts";

const KEY = randomBytes(32);
const FALLBACK_KEY = "second+Key/9fKq2TzB";
const SHOP_TOKEN = "shop/7QmXw2+Lr0sVb=kZ";

const tool = (name: string, description: string, url: string) => `  ${name}:
    description: ${description}
    url: ${url}
    headers: { Authorization: "Bearer env:SHOP_TOKEN" }
    needs: { order_id: 'TW-\\d{6}' }
    reads: { status: status }
    says: { en: "Your order {{order_id}} is {{status}}." }
    owner: customer.email
    probe: { order_id: TW-000000 }`;
let desk: Desk;
let shop: Shop;
let rejects: Awaited<ReturnType<typeof startEcho>>;
let breaks: Awaited<ReturnType<typeof startEcho>>;
beforeAll(async () => {
  [rejects, breaks] = await Promise.all([startEcho(400), startEcho(502)]);
  const record = {
    status: "shipped",
    customer: { email: "orla@quayside.example" },
    total: { amount: 80, currency: "EUR" },
  };
  shop = await startShop({ token: SHOP_TOKEN, records: { "TW-204518": record } });
  desk = await openDesk({
    model: true,
    environment: { LOG_LEVEL: "debug", SHOP_TOKEN, MAILROOM_KEY: KEY.toString("base64") },
    settings: `${SETTINGS}
tools:
${tool("order_status", "Where an order is", `${shop.url}/api/orders/{order_id}`)}
${tool("order_twin", "The same at a system that repeats what it is told", `${rejects.url}/orders/{order_id}`)}
`,
  });
});
afterAll(async () => {
  await desk.end();
  await Promise.all([shop.stop(), rejects.stop(), breaks.stop()]);
});

const write = (subject: string) =>
  desk.gmail.deliver(
    SUPPORT,
    mailFrom({
      from: "Orla Keane <orla@quayside.example>",
      subject,
      text: "Could you please tell me where my order TW-204518 is and when it will be here?",
      headers: { "Authentication-Results": "mx.google.com; dmarc=pass header.from=quayside.example" },
    }),
  );

test("services that repeat what they are told put no secret into log, database, Slack, mail or the doctor's words", {
  timeout: 400_000,
}, async () => {
  const said: string[] = [];
  const doctor = async (more: Record<string, string> = {}) => {
    said.push((await command(desk, "doctor", [], { ...desk.environment, ...more })).said);
  };
  const { botToken, appToken } = desk.slack;

  // As it should be: read, drafted with a look-up, approved, sent.
  await desk.start({ OPENAI_API_KEY: "", OPENAI_BASE_URL: "" });
  write("First");
  const first = await cardWith(desk, "First", (shown) => shown.includes("is shipped"));
  await desk.slack.as("U01ALICE").press(first, { text: "Approve & send" });
  await until(desk, () => desk.gmail.sent.length === 1);
  await doctor();

  // A proxy before Slack shows its page, with the request on it; Slack itself names the token.
  const page = `<html>502 POST /api Authorization: Bearer ${botToken} ${encodeURIComponent(appToken)}</html>`;
  desk.slack.faults.fail("chat.postMessage", { body: page }, 2);
  desk.slack.faults.fail("chat.update", { status: 502, body: page }, 2);
  desk.slack.faults.fail("views.publish", { error: `invalid_auth ${botToken}` });
  desk.gmail.faults.fail({ method: "messages.get", status: 500, message: `Bearer ${desk.gmail.accessTokens()[0]}` });
  desk.gmail.expireAccessTokens(SUPPORT);
  await desk.slack.as("U01ALICE").openHome();
  write("Second");
  await cardWith(desk, "Second");
  await desk.stop();

  // One model refuses, the other breaks down, and both say whom they were asked by.
  const models = {
    OPENAI_BASE_URL: `${rejects.url}/v1`,
    LLM_FALLBACK_BASE_URL: `${breaks.url}/v1`,
    LLM_FALLBACK_API_KEY: FALLBACK_KEY,
    LLM_FALLBACK_MODEL: "second",
  };
  await desk.start(models);
  write("Third");
  await cardWith(desk, "Third");
  await doctor(models);
  await desk.stop();

  // Gmail itself, and whoever hands out its tokens.
  for (const broken of [
    { GMAIL_API_URL: rejects.url },
    { GOOGLE_TOKEN_URL: `${breaks.url}/token` },
    { GOOGLE_TOKEN_URL: `${rejects.url}/token` },
  ]) {
    const before = desk.log().length;
    await desk.start(broken);
    await until(desk, () => /"code":"gmail_/.test(desk.log().slice(before)));
    await doctor(broken);
    await desk.stop();
  }
  await doctor({ SLACK_API_URL: `${rejects.url}/api/` });
  await command(desk, "backup", [path.join(desk.folder, "copy.db")], desk.environment);

  const secrets: Record<string, string | Buffer> = {
    botToken,
    appToken,
    clientSecret: desk.gmail.clientSecret,
    refreshToken: desk.gmail.refreshToken(SUPPORT),
    modelKey: desk.model!.apiKey,
    fallbackKey: FALLBACK_KEY,
    shopToken: SHOP_TOKEN,
    key: KEY,
    keyAsWritten: KEY.toString("base64"),
    ...Object.fromEntries(desk.gmail.accessTokens().map((token, index) => [`accessToken ${index}`, token])),
  };
  // They were repeated to us, each of them: otherwise nothing is proved.
  const told = leaksIn(rejects.heard() + breaks.heard() + page, secrets).join();
  for (const name of [
    "botToken",
    "appToken",
    "refreshToken",
    "modelKey",
    "fallbackKey",
    "shopToken",
    "clientSecret",
    "accessToken",
  ])
    expect({ name, told: told.includes(name) }).toEqual({ name, told: true });

  const places: Record<string, Buffer | string> = {
    log: desk.log(),
    doctor: said.join("\n"),
    slack: JSON.stringify(desk.slack.calls.map(({ args }) => args)),
    mail: desk.gmail.sent.map(({ raw }) => raw.toString()).join("\n"),
  };
  for (const name of readdirSync(desk.folder)) places[name] = readFileSync(path.join(desk.folder, name));
  expect(Object.keys(places)).toEqual(expect.arrayContaining(["mailroom.db", "copy.db"]));
  expect(Object.fromEntries(Object.entries(places).map(([name, found]) => [name, leaksIn(found, secrets)]))).toEqual(
    Object.fromEntries(Object.keys(places).map((name) => [name, []])),
  );
});
