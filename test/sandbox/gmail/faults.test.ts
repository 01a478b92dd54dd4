import { gmail as gmailApi } from "googleapis/build/src/apis/gmail/index.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Gmail, startGmail } from "../../../sandbox/gmail/index.ts";
import { ANN, aMail, encode, failure, oauth, SALES, SUPPORT, users } from "./client.ts";

let gmail: Gmail;
beforeEach(async () => {
  gmail = await startGmail({ now: Date.UTC(2026, 10, 20, 9), mailboxes: [{ address: SUPPORT }, { address: SALES }] });
});
afterEach(() => gmail.stop());

const profile = (address = SUPPORT) => users(gmail, address).getProfile({ userId: "me" });
const send = () => users(gmail).messages.send({ userId: "me", requestBody: { raw: encode(aMail()) } });

test.each([
  { status: 400, reason: "badRequest" },
  { status: 401, reason: "authError" },
  { status: 403, reason: "rateLimitExceeded" },
  { status: 404, reason: "notFound" },
  { status: 429, reason: "rateLimitExceeded" },
  { status: 500, reason: "backendError" },
  { status: 503, reason: "backendError" },
])("the next call fails with $status, the one after it works", async ({ status, reason }) => {
  gmail.faults.fail({ status });
  expect(await failure(withToken().getProfile({ userId: "me" }))).toMatchObject({ status, reason });
  expect((await profile()).status).toBe(200);
});

/** A client with a token already, so that the fault meets the call and not the refresh before it. */
function withToken() {
  const client = oauth(gmail);
  client.setCredentials({ access_token: gmail.accessToken(SUPPORT) });
  return gmailApi({ version: "v1", auth: client, rootUrl: `${gmail.url}/`, retry: false }).users;
}

test("a fault has a method, a mailbox and a number", async () => {
  gmail.faults.fail({
    status: 403,
    reason: "dailyLimitExceeded",
    message: "Daily Limit Exceeded",
    method: "messages.*",
    user: SUPPORT,
    times: 2,
  });
  const list = (address: string) => users(gmail, address).messages.list({ userId: "me" });
  expect((await profile()).status).toBe(200);
  expect((await list(SALES)).status).toBe(200);
  for (let i = 0; i < 2; i++)
    expect(await failure(list(SUPPORT))).toMatchObject({ status: 403, reason: "dailyLimitExceeded" });
  expect((await list(SUPPORT)).status).toBe(200);
});

test("a 5xx after the send took effect: the answer is lost, the mail is out", async () => {
  gmail.faults.fail({ status: 503, method: "messages.send", when: "after" });
  expect(await failure(send())).toMatchObject({ status: 503 });
  expect(gmail.customer(ANN).mails).toHaveLength(1);
});

test("a 5xx before it: nothing happened", async () => {
  gmail.faults.fail({ status: 503, method: "messages.send" });
  expect(await failure(send())).toMatchObject({ status: 503 });
  expect(gmail.customer(ANN).mails).toEqual([]);
});

test.each([
  { when: "before", mails: 0 },
  { when: "after", mails: 1 },
] as const)("a connection dropped $when the effect", async ({ when, mails }) => {
  gmail.faults.drop({ method: "messages.send", when });
  const dropped = await failure(send());
  expect(dropped.status).toBeUndefined();
  expect(gmail.customer(ANN).mails).toHaveLength(mails);
  expect(gmail.calls.at(-1)).toMatchObject({ method: "messages.send", status: 0 });
});

test("throttled with the time in the text, as Gmail does it", async () => {
  gmail.faults.throttle({ method: "messages.send", until: Date.UTC(2026, 10, 20, 9, 0, 5) });
  const refused = await failure(send());
  expect(refused).toMatchObject({
    status: 429,
    reason: "rateLimitExceeded",
    message: "User-rate limit exceeded.  Retry after 2026-11-20T09:00:05.000Z (Mail sending)",
  });
  expect(refused.headers?.get("retry-after")).toBeNull();
});

test("throttled with a header, or with nothing to go by, or as 403", async () => {
  gmail.faults.throttle({ method: "getProfile", retryAfter: 7 });
  expect((await failure(profile())).headers?.get("retry-after")).toBe("7");
  gmail.faults.throttle({ method: "getProfile" });
  expect(await failure(profile())).toMatchObject({ status: 429, message: "Too many concurrent requests for user." });
  gmail.faults.throttle({ method: "getProfile", status: 403 });
  expect(await failure(profile())).toMatchObject({ status: 403, reason: "rateLimitExceeded" });
});

test("the token endpoint fails in its own words", async () => {
  gmail.faults.fail({ method: "oauth.token", status: 400, reason: "admin_policy_enforced" });
  expect(await failure(profile())).toMatchObject({ status: 400, message: "admin_policy_enforced" });
});

test("a slow method holds its answers back, the others come", async () => {
  gmail.faults.latency("messages.list", 60_000);
  const slow = users(gmail).messages.list({ userId: "me" }, { timeout: 20 });
  expect((await profile()).status).toBe(200);
  expect(await failure(slow)).toMatchObject({ status: undefined });
  gmail.faults.latency("messages.list", 0);
  expect((await users(gmail).messages.list({ userId: "me" })).status).toBe(200);
});

test("clear ends all of it", async () => {
  gmail.faults.fail({ status: 500, times: 100 });
  gmail.faults.latency("*", 60_000);
  gmail.faults.clear();
  expect((await profile()).status).toBe(200);
});

test("quota: units a minute for each mailbox, refused in Google's words until the minute is over", async () => {
  const get = (address: string) => users(gmail, address).messages.get({ userId: "me", id: "19a0000000000000" });
  gmail.knobs.unitsPerUserPerMinute = 41;
  for (let i = 0; i < 2; i++) expect(await failure(get(SUPPORT))).toMatchObject({ status: 404 });
  expect(await failure(get(SUPPORT))).toMatchObject({
    status: 403,
    reason: "rateLimitExceeded",
    message: expect.stringContaining("limit 'Queries per minute per user'"),
  });
  expect((await profile()).status).toBe(200);
  expect(await failure(get(SALES))).toMatchObject({ status: 404 });
  gmail.clock.advance(60_000);
  gmail.knobs.quotaStatus = 429;
  for (let i = 0; i < 2; i++) await failure(get(SUPPORT));
  expect(await failure(get(SUPPORT))).toMatchObject({ status: 429, reason: "rateLimitExceeded" });
});

test("too many requests at once are refused; room comes back with every answer", async () => {
  gmail.knobs.concurrentRequestsPerUser = 2;
  gmail.faults.latency("getProfile", 30);
  const calls = Array.from({ length: 4 }, () => withToken().getProfile({ userId: "me" }));
  const answers = await Promise.allSettled(calls);
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
  const refused = answers.findIndex(({ status }) => status === "rejected");
  expect(await failure(calls[refused] ?? Promise.resolve())).toMatchObject({
    status: 429,
    message: "Too many concurrent requests for user.",
  });
  expect((await profile()).status).toBe(200);
});

test("calls are recorded: who, what, with which answer and at what price", async () => {
  await users(gmail).messages.list({ userId: "me", q: "lamp", labelIds: ["INBOX", "UNREAD"] });
  expect(gmail.calls.map(({ method, user, status, units }) => ({ method, user, status, units }))).toEqual([
    { method: "oauth.token", user: "", status: 200, units: 0 },
    { method: "messages.list", user: SUPPORT, status: 200, units: 5 },
  ]);
  expect(gmail.calls.at(-1)?.query).toEqual({ q: ["lamp"], labelIds: ["INBOX", "UNREAD"] });
});
