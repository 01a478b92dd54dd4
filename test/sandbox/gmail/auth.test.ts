import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gmail as gmailApi, auth as google } from "googleapis/build/src/apis/gmail/index.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Gmail, SCOPES, startGmail } from "../../../sandbox/gmail/index.ts";
import { aMail, encode, failure, oauth, SALES, SUPPORT, users, usersWith } from "./client.ts";

let gmail: Gmail;
beforeEach(async () => {
  gmail = await startGmail({
    mailboxes: [
      { address: SUPPORT, refreshToken: "1//0-from-the-environment" },
      { address: SALES, scopes: [SCOPES.readonly] },
    ],
  });
});
afterEach(() => gmail.stop());

const profile = (address = SUPPORT) => users(gmail, address).getProfile({ userId: "me" });

test("a refresh token opens its own mailbox, by any of its names", async () => {
  expect(gmail.refreshToken(SUPPORT)).toBe("1//0-from-the-environment");
  expect((await profile()).data.emailAddress).toBe(SUPPORT);
  expect((await profile(SALES)).data.emailAddress).toBe(SALES);
  expect((await users(gmail).getProfile({ userId: SUPPORT.toUpperCase() })).data.emailAddress).toBe(SUPPORT);
});

test("another mailbox is refused, even one that exists", async () => {
  expect(await failure(users(gmail).getProfile({ userId: SALES }))).toMatchObject({
    status: 403,
    message: `Delegation denied for ${SUPPORT}`,
  });
});

test("no token and a wrong token are 401, in Google's words", async () => {
  const bare = await fetch(`${gmail.url}/gmail/v1/users/me/profile`);
  expect(bare.status).toBe(401);
  expect(await bare.json()).toMatchObject({ error: { status: "UNAUTHENTICATED", errors: [{ reason: "required" }] } });
  const wrong = await fetch(`${gmail.url}/gmail/v1/users/me/profile`, {
    headers: { authorization: "Bearer nonsense" },
  });
  expect(wrong.status).toBe(401);
  expect(await wrong.json()).toMatchObject({
    error: { code: 401, errors: [{ message: "Invalid Credentials", domain: "global", reason: "authError" }] },
  });
});

test("an access token expires with the sandbox's clock, and the client's next one works", async () => {
  const client = oauth(gmail);
  const gmailUsers = gmailApi({ version: "v1", auth: client, rootUrl: `${gmail.url}/`, retry: false }).users;
  await gmailUsers.getProfile({ userId: "me" });
  gmail.clock.advance(3_600_000);
  expect(await failure(gmailUsers.getProfile({ userId: "me" }))).toMatchObject({ status: 401, reason: "authError" });
  await client.refreshAccessToken();
  expect((await gmailUsers.getProfile({ userId: "me" })).status).toBe(200);
});

test("a revoked grant is invalid_grant, whoever revoked it", async () => {
  await profile();
  gmail.revoke(SUPPORT);
  expect(await failure(profile())).toMatchObject({ status: 400, message: "invalid_grant" });
  const own = oauth(gmail, SALES);
  await own.getAccessToken();
  await own.revokeToken(gmail.refreshToken(SALES));
  expect(await failure(own.refreshAccessToken())).toMatchObject({ status: 400, message: "invalid_grant" });
});

test("the token endpoint knows its client", async () => {
  const ask = async (fields: Record<string, string>) => {
    const answer = await fetch(gmail.tokenUrl, { method: "POST", body: new URLSearchParams(fields) });
    return { status: answer.status, body: await answer.json() };
  };
  const client = { client_id: gmail.clientId, client_secret: gmail.clientSecret };
  expect(await ask({ grant_type: "refresh_token" })).toMatchObject({ status: 401, body: { error: "invalid_client" } });
  expect(await ask({ ...client, client_secret: "x", grant_type: "refresh_token" })).toMatchObject({ status: 401 });
  expect(await ask({ ...client, grant_type: "password" })).toMatchObject({
    status: 400,
    body: { error: "unsupported_grant_type" },
  });
  expect(await ask({ ...client, grant_type: "refresh_token", refresh_token: "no" })).toEqual({
    status: 400,
    body: { error: "invalid_grant", error_description: "Token has been expired or revoked." },
  });
});

test.each([
  { name: "readonly may not send", scope: SCOPES.readonly, call: "send" },
  { name: "readonly may not label", scope: SCOPES.readonly, call: "modify" },
  { name: "send may not read", scope: SCOPES.send, call: "list" },
  { name: "modify may not erase", scope: SCOPES.modify, call: "delete" },
  { name: "labels may not read mail", scope: SCOPES.labels, call: "get" },
  { name: "metadata may not fetch attachments", scope: SCOPES.metadata, call: "attachment" },
] as const)("$name", async ({ scope, call }) => {
  const { id } = gmail.deliver(SUPPORT, aMail());
  const { messages } = usersWith(gmail, [scope]);
  const calls = {
    send: () => messages.send({ userId: "me", requestBody: { raw: encode(aMail()) } }),
    modify: () => messages.modify({ userId: "me", id, requestBody: { addLabelIds: ["STARRED"] } }),
    list: () => messages.list({ userId: "me" }),
    delete: () => messages.delete({ userId: "me", id }),
    get: () => messages.get({ userId: "me", id }),
    attachment: () => messages.attachments.get({ userId: "me", messageId: id, id: "x" }),
  };
  const refused = await failure(calls[call]());
  expect(refused).toMatchObject({ status: 403, reason: "insufficientPermissions" });
  expect(refused.headers?.get("www-authenticate")).toContain('error="insufficient_scope"');
  expect(gmail.sent).toEqual([]);
});

test("the missing scope has a name a program can read", async () => {
  const answer = await fetch(`${gmail.url}/gmail/v1/users/me/messages/send`, {
    method: "POST",
    headers: { authorization: `Bearer ${gmail.accessToken(SUPPORT, [SCOPES.readonly])}` },
  });
  expect(await answer.json()).toMatchObject({ error: { details: [{ reason: "ACCESS_TOKEN_SCOPE_INSUFFICIENT" }] } });
});

test("the metadata scope shows headers, no bodies and no search", async () => {
  const { id } = gmail.deliver(SUPPORT, aMail());
  const { messages } = usersWith(gmail, [SCOPES.metadata]);
  expect((await messages.get({ userId: "me", id, format: "metadata" })).status).toBe(200);
  expect(await failure(messages.get({ userId: "me", id, format: "raw" }))).toMatchObject({ status: 403 });
  expect(await failure(messages.list({ userId: "me", q: "lamp" }))).toMatchObject({
    status: 403,
    message: "Metadata scope does not support 'q' parameter",
  });
});

/** What a `gmail:connect` command does: listens on a loopback port, opens the browser, waits for the code. */
async function consentInBrowser(params: Record<string, string> = {}): Promise<URLSearchParams> {
  const server = createServer((_, response) => void response.end("You may close this window."));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const redirect = `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback`;
  const url = oauth(gmail).generateAuthUrl({
    access_type: "offline",
    prompt: "consent",
    scope: SCOPES.modify,
    state: "s1",
    redirect_uri: redirect,
    login_hint: SUPPORT,
    ...params,
  });
  const answer = await fetch(url);
  server.close();
  expect(answer.url.startsWith(redirect)).toBe(true);
  return new URLSearchParams([...new URL(answer.url).searchParams, ["redirect", redirect]]);
}

test("consent sends a code back to the loopback address, good for one exchange", async () => {
  const back = await consentInBrowser();
  expect(back.get("state")).toBe("s1");
  const client = oauth(gmail);
  const exchange = () => client.getToken({ code: back.get("code") ?? "", redirect_uri: back.get("redirect") ?? "" });
  const { tokens } = await exchange();
  expect(tokens).toMatchObject({ token_type: "Bearer", scope: SCOPES.modify, refresh_token: expect.any(String) });
  client.setCredentials({ refresh_token: tokens.refresh_token ?? "" });
  const connected = gmailApi({ version: "v1", auth: client, rootUrl: `${gmail.url}/` }).users;
  expect((await connected.getProfile({ userId: "me" })).data.emailAddress).toBe(SUPPORT);
  expect(await failure(exchange())).toMatchObject({ status: 400, message: "invalid_grant" });
});

test("PKCE: the code is worth nothing without the verifier", async () => {
  const client = oauth(gmail);
  const { codeVerifier, codeChallenge } = await client.generateCodeVerifierAsync();
  const ask = { code_challenge: codeChallenge ?? "", code_challenge_method: "S256" };
  const exchange = async (verifier: string) => {
    const back = await consentInBrowser(ask);
    return client.getToken({
      code: back.get("code") ?? "",
      redirect_uri: back.get("redirect") ?? "",
      codeVerifier: verifier,
    });
  };
  expect(await failure(exchange("guess"))).toMatchObject({ status: 400, message: "invalid_grant" });
  expect((await exchange(codeVerifier)).tokens.access_token).toEqual(expect.any(String));
});

test("a second consent brings no refresh token unless it is asked for", async () => {
  const exchange = async (prompt: string) => {
    const back = await consentInBrowser({ prompt });
    const { tokens } = await oauth(gmail).getToken({
      code: back.get("code") ?? "",
      redirect_uri: back.get("redirect") ?? "",
    });
    return tokens.refresh_token;
  };
  expect(await exchange("select_account")).toBeUndefined();
  expect(await exchange("consent")).toEqual(expect.any(String));
});

test("without a hint the browser is asked which account; Cancel comes back as access_denied", async () => {
  const url = new URL(oauth(gmail).generateAuthUrl({ scope: SCOPES.modify, redirect_uri: "http://127.0.0.1:9/x" }));
  const page = await (await fetch(url)).text();
  expect(page).toContain(SUPPORT);
  expect(page).toContain(SALES);
  url.searchParams.set("deny", "1");
  const denied = await fetch(url, { redirect: "manual" });
  expect(denied.headers.get("location")).toBe("http://127.0.0.1:9/x?error=access_denied");
});

test("a code goes to this machine and nowhere else", async () => {
  const url = oauth(gmail).generateAuthUrl({ scope: SCOPES.modify, redirect_uri: "https://evil.example/callback" });
  const answer = await fetch(url, { redirect: "manual" });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain("redirect_uri_mismatch");
});

/** The client library has Google's token address built in; a transporter sends it here. */
function serviceAccount(options: { subject?: string; scopes?: string[]; key?: string }) {
  const { client_email, private_key } = gmail.serviceAccount();
  const jwt = new google.JWT({ email: client_email, key: private_key, scopes: [SCOPES.modify], ...options });
  const transporter = jwt.transporter;
  const request = transporter.request.bind(transporter);
  transporter.request = ((asked: { url?: string | URL }) =>
    request({
      ...asked,
      ...(String(asked.url) === "https://oauth2.googleapis.com/token" && { url: gmail.tokenUrl }),
      retry: false,
    })) as typeof transporter.request;
  return { jwt, users: gmailApi({ version: "v1", auth: jwt, rootUrl: `${gmail.url}/`, retry: false }).users };
}

test("a service account acts for the mailbox it names", async () => {
  const { users: delegated } = serviceAccount({ subject: SALES });
  expect((await delegated.getProfile({ userId: "me" })).data.emailAddress).toBe(SALES);
});

test.each([
  { name: "an address that is no mailbox", options: { subject: "nobody@larkspur.example" }, error: "invalid_grant" },
  {
    name: "a scope the admin did not allow",
    options: { subject: SALES, scopes: [SCOPES.everything] },
    error: "unauthorized_client",
  },
])("a service account is refused $name", async ({ options, error }) => {
  expect((await failure(serviceAccount(options).jwt.authorize())).message).toContain(error);
});

test("a service account without a subject gets a token, but has no Gmail", async () => {
  expect(await failure(serviceAccount({}).users.getProfile({ userId: "me" }))).toMatchObject({
    status: 400,
    reason: "failedPrecondition",
  });
});

test("a key that is not the account's signs nothing", async () => {
  const other = await startGmail({ mailboxes: [{ address: SUPPORT }] });
  const { jwt } = serviceAccount({ subject: SUPPORT, key: other.serviceAccount().private_key });
  await other.stop();
  expect((await failure(jwt.authorize())).message).toContain("invalid_grant");
});
