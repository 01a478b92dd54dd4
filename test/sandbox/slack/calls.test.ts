import { describe, expect, test } from "vitest";
import type { Slack } from "../../../sandbox/slack/index.ts";
import { aSlack, clientOf, refusalOf } from "./helpers.ts";

const post = async (slack: Slack, method: string, init: RequestInit) => {
  const response = await fetch(slack.apiUrl + method, { method: "POST", ...init });
  return { response, body: (await response.json()) as Record<string, unknown> };
};

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe("how a call may come", () => {
  test("as a form, as JSON, as a multipart form", async () => {
    const slack = await aSlack();
    const message = { channel: "C0TRIAGE", text: "x" };
    const form = new FormData();
    for (const [key, value] of Object.entries(message)) form.append(key, value);
    const bodies: RequestInit[] = [
      { body: new URLSearchParams(message) },
      {
        body: JSON.stringify({ ...message, blocks: [{ type: "divider" }] }),
        headers: { "content-type": "application/json; charset=utf-8" },
      },
      { body: form },
    ];
    for (const { body, headers } of bodies) {
      const sent = { headers: { ...headers, ...bearer(slack.botToken) }, ...(body && { body }) };
      expect((await post(slack, "chat.postMessage", sent)).body).toMatchObject({ ok: true, channel: "C0TRIAGE" });
    }
    expect(slack.messages("C0TRIAGE")).toHaveLength(3);
  });

  test.each([
    { name: "no token", method: "auth.test", init: {}, error: "not_authed" },
    { name: "an unknown token", method: "auth.test", init: { headers: bearer("xoxb-other") }, error: "invalid_auth" },
    {
      name: "the token in a form",
      method: "auth.test",
      init: { body: new URLSearchParams({ token: "xoxb-sandbox-bot-token" }) },
      error: undefined,
    },
    {
      name: "the token in JSON does not count",
      method: "auth.test",
      init: { body: '{"token":"xoxb-sandbox-bot-token"}', headers: { "content-type": "application/json" } },
      error: "not_authed",
    },
    {
      name: "an app-level token where a bot's is due",
      method: "auth.test",
      init: { headers: bearer("xapp-sandbox-app-token") },
      error: "not_allowed_token_type",
    },
    {
      name: "a bot's token where an app-level one is due",
      method: "apps.connections.open",
      init: { headers: bearer("xoxb-sandbox-bot-token") },
      error: "not_allowed_token_type",
    },
    {
      name: "an unknown method",
      method: "chat.shout",
      init: { headers: bearer("xoxb-sandbox-bot-token") },
      error: "unknown_method",
    },
    {
      name: "broken JSON",
      method: "api.test",
      init: { body: "{", headers: { "content-type": "application/json" } },
      error: "invalid_json",
    },
    {
      name: "a JSON list",
      method: "api.test",
      init: { body: "[]", headers: { "content-type": "application/json" } },
      error: "json_not_object",
    },
    {
      name: "XML",
      method: "api.test",
      init: { body: "<a/>", headers: { "content-type": "text/xml" } },
      error: "invalid_post_type",
    },
    {
      name: "an old character set",
      method: "api.test",
      init: { body: "a=1", headers: { "content-type": "application/x-www-form-urlencoded; charset=koi8-r" } },
      error: "invalid_charset",
    },
    {
      name: "an error on demand",
      method: "api.test",
      init: { body: new URLSearchParams({ error: "my_error" }), headers: bearer("xoxb-sandbox-bot-token") },
      error: "my_error",
    },
  ])("$name", async ({ method, init, error }) => {
    const slack = await aSlack();
    expect((await post(slack, method, init as RequestInit)).body.error).toBe(error);
  });

  test("GET is refused", async () => {
    const slack = await aSlack();
    const get = async (method: string, token: string) =>
      ((await (await fetch(slack.apiUrl + method, { headers: bearer(token) })).json()) as { error: string }).error;
    expect(await get("apps.connections.open", slack.appToken)).toBe("insecure_request");
    expect(await get("auth.test", slack.botToken)).toBe("invalid_post_type");
  });
});

describe("scopes", () => {
  test("a missing one is named, beside those there are", async () => {
    const slack = await aSlack({ app: { scopes: ["commands", "users:read"] } });
    expect(await refusalOf(clientOf(slack).chat.postMessage({ channel: "C0TRIAGE", text: "x" }))).toMatchObject({
      error: "missing_scope",
      needed: "chat:write",
      provided: "commands,users:read",
      response_metadata: { scopes: ["commands", "users:read"], acceptedScopes: ["chat:write"] },
    });
  });

  test("conversations ask for the scope of their kind", async () => {
    const slack = await aSlack({ app: { scopes: ["channels:read"] } });
    const client = clientOf(slack);
    expect((await client.conversations.info({ channel: "C0TRIAGE" })).ok).toBe(true);
    expect(await refusalOf(client.conversations.info({ channel: "C0LEGAL" }))).toMatchObject({ needed: "groups:read" });
    expect(await refusalOf(client.conversations.history({ channel: "C0TRIAGE" }))).toMatchObject({
      error: "missing_scope",
      needed: "groups:history,im:history,mpim:history,channels:history",
    });
  });

  test("an address is shown only to those who may see addresses", async () => {
    const slack = await aSlack();
    const client = clientOf(slack);
    const emailOf = async () => (await client.users.info({ user: "U01ALICE" })).user?.profile?.email;
    expect(await emailOf()).toBe("alice@larkspur.example");
    slack.setScopes(["users:read"]);
    expect(await emailOf()).toBeUndefined();
    expect(await refusalOf(client.users.lookupByEmail({ email: "alice@larkspur.example" }))).toMatchObject({
      needed: "users:read.email",
    });
  });
});

describe("what is recorded", () => {
  test("every call, and every refusal loudly", async () => {
    const said: string[] = [];
    const slack = await aSlack({ log: (line) => said.push(line) });
    const client = clientOf(slack);
    await client.auth.test();
    await refusalOf(client.chat.postMessage({ channel: "C0TRIAGE", blocks: [{ type: "section" }], text: "x" }));
    expect(slack.calls.map(({ method, ok, token }) => ({ method, ok, token }))).toEqual([
      { method: "auth.test", ok: true, token: "bot" },
      { method: "chat.postMessage", ok: false, token: "bot" },
    ]);
    expect(slack.refused).toMatchObject([{ what: "chat.postMessage", error: "invalid_blocks" }]);
    expect(said.join("\n")).toContain("REFUSED chat.postMessage: invalid_blocks");
    expect(said.join("\n")).toContain("must define either `text` or `fields`");
  });

  test("arguments that the reference does not know", async () => {
    const slack = await aSlack();
    await clientOf(slack).apiCall("chat.postMessage", { channel: "C0TRIAGE", text: "x", client_msg_id: "1" });
    expect(slack.calls[0]?.unknownArguments).toEqual(["client_msg_id"]);
  });
});

test("auth.test says who the app is", async () => {
  const slack = await aSlack();
  expect(await clientOf(slack).auth.test()).toMatchObject({
    ok: true,
    url: "https://larkspur.slack.com/",
    team_id: "T01LARKSPUR",
    user_id: "U0MAILROOM",
    bot_id: "B0MAILROOM",
    is_enterprise_install: false,
  });
});

test("an uninstalled app is told so", async () => {
  const slack = await aSlack();
  slack.uninstall();
  expect(await refusalOf(clientOf(slack).auth.test())).toMatchObject({ error: "account_inactive" });
});
