import { afterEach, beforeEach, expect, test } from "vitest";
import { type Gmail, SCOPES, startGmail } from "../../../sandbox/gmail/index.ts";
import { signInForPush, signInWithRefreshToken } from "../../../src/adapters/gmail/auth.ts";
import { askForConsent } from "../../../src/adapters/gmail/consent.ts";
import { gmailProvider } from "../../../src/adapters/gmail/provider.ts";
import { pubSub } from "../../../src/adapters/gmail/pubsub.ts";
import { toFailure } from "../../../src/domain/errors.ts";

const SUPPORT = "support@larkspur.example";
const BILLING = "billing@larkspur.example";
let gmail: Gmail;
beforeEach(async () => {
  gmail = await startGmail({
    mailboxes: [{ address: SUPPORT, scopes: [SCOPES.modify, SCOPES.pubsub] }, { address: BILLING }],
    knobs: { pullWaitMs: 50 },
  });
});
afterEach(() => gmail.stop());

const never = new AbortController().signal;
const signIn = (address: string) =>
  signInWithRefreshToken(
    { clientId: gmail.clientId, clientSecret: gmail.clientSecret, tokenUrl: gmail.tokenUrl },
    gmail.refreshToken(address),
  );
const listener = (auth = signInForPush(gmail.serviceAccount(), gmail.tokenUrl, Date.now)) =>
  pubSub({ auth: async () => auth, subscription: gmail.pubsub.subscription, apiUrl: gmail.url, now: Date.now });
const watch = (address: string) =>
  gmailProvider({ auth: signIn(address), apiUrl: gmail.url, unitsPerMinute: undefined, now: Date.now }).watch(
    gmail.pubsub.topic,
  );
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error) => toFailure(error).code,
  );

test("hears which mailboxes have news, each once, and not again when it has said that it heard", async () => {
  const { until } = await watch(SUPPORT);
  expect(until).toBeGreaterThan(Date.now() + 6 * 24 * 60 * 60_000);
  await watch(BILLING);
  const source = listener();
  const news = await source.next(never);
  expect(news.addresses.sort()).toEqual([BILLING, SUPPORT]);
  await news.acknowledge();
  expect((await source.next(never)).addresses).toEqual([]);
});

test("a mailbox's own sign-in will do, with the scope", async () => {
  await watch(SUPPORT);
  expect((await listener(signIn(SUPPORT)).next(never)).addresses).toEqual([SUPPORT]);
  expect(await codeOf(listener(signIn(BILLING)).next(never))).toBe("gmail_forbidden");
});

test("consent asks for that scope only where it is needed", async () => {
  const client = { clientId: gmail.clientId, clientSecret: gmail.clientSecret, tokenUrl: gmail.tokenUrl };
  const scopesOf = async (push: boolean) => {
    const asked = { mailbox: SUPPORT, redirectUri: "http://127.0.0.1:1/", state: "s", push };
    return new URL((await askForConsent(client, asked)).url).searchParams.get("scope");
  };
  expect(await scopesOf(false)).toBe(SCOPES.modify);
  expect(await scopesOf(true)).toBe(`${SCOPES.modify} ${SCOPES.pubsub}`);
});

test("a probe takes nothing away", async () => {
  await watch(SUPPORT);
  await listener().probe();
  expect((await listener().next(never)).addresses).toEqual([SUPPORT]);
});

test("a subscription that is not there, a server that is down and a token that died are told apart", async () => {
  const auth = signInForPush(gmail.serviceAccount(), gmail.tokenUrl, Date.now);
  const other = pubSub({
    auth: async () => auth,
    subscription: "projects/larkspur/subscriptions/other",
    apiUrl: gmail.url,
    now: Date.now,
  });
  expect(await codeOf(other.next(never))).toBe("gmail_not_found");
  gmail.faults.fail({ method: "pubsub.pull", status: 503 });
  expect(await codeOf(listener().next(never))).toBe("gmail_unavailable");
  gmail.expireAccessTokens();
  const source = listener(auth);
  expect(await codeOf(source.next(never))).toBe("gmail_disconnected");
  expect(await codeOf(source.next(never))).toBeUndefined();
});
