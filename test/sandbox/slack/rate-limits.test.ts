import type { WebClient } from "@slack/web-api";
import { describe, expect, test } from "vitest";
import { aSlack, clientOf } from "./helpers.ts";

const START = 1_700_000_000_000;

/** Seconds to wait, or undefined when the call went through. */
const waitOf = async (call: Promise<unknown>): Promise<number | undefined> => {
  const error = await call.then(
    () => undefined,
    (reason: { retryAfter?: number }) => reason,
  );
  return error?.retryAfter;
};

const post = (client: WebClient, channel = "C0TRIAGE") => waitOf(client.chat.postMessage({ channel, text: "x" }));

describe("posting", () => {
  test("about one message a second in a channel, after a short burst; other channels are free", async () => {
    const slack = await aSlack({ now: () => START, limits: { channelBurst: 2 } });
    const client = clientOf(slack);
    expect([await post(client), await post(client), await post(client)]).toEqual([undefined, undefined, 1]);
    expect(await post(client, "C0SUPPORT")).toBeUndefined();
    slack.clock.advance(999);
    expect(await post(client)).toBe(1);
    slack.clock.advance(1);
    expect(await post(client)).toBeUndefined();
    expect(slack.messages("C0TRIAGE")).toHaveLength(3);
    expect(slack.refused.map(({ error }) => error)).toEqual(["ratelimited", "ratelimited"]);
  });

  test("answers HTTP 429 with Retry-After in whole seconds", async () => {
    const slack = await aSlack({ now: () => START, limits: { channelBurst: 1, channelPerSecond: 0.1 } });
    const send = () =>
      fetch(`${slack.apiUrl}chat.postMessage`, {
        method: "POST",
        headers: { authorization: `Bearer ${slack.botToken}` },
        body: new URLSearchParams({ channel: "C0TRIAGE", text: "x" }),
      });
    await send();
    const refused = await send();
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("10");
    expect(await refused.json()).toEqual({ ok: false, error: "ratelimited" });
  });

  test("edits do not count as posts", async () => {
    const slack = await aSlack({ now: () => START, limits: { channelBurst: 1 } });
    const client = clientOf(slack);
    const { ts } = await client.chat.postMessage({ channel: "C0TRIAGE", text: "x" });
    for (let i = 0; i < 5; i += 1) await client.chat.update({ channel: "C0TRIAGE", ts: ts as string, text: `${i}` });
  });
});

describe("tiers", () => {
  test.each([
    { tier: 2, method: "users.list", args: {}, perMinute: 20 },
    { tier: 3, method: "conversations.info", args: { channel: "C0TRIAGE" }, perMinute: 50 },
    { tier: 4, method: "users.info", args: { user: "U01ALICE" }, perMinute: 100 },
  ])("tier $tier: $perMinute a minute of $method", async ({ method, args, perMinute }) => {
    const slack = await aSlack({ now: () => START, limits: "slack" });
    const client = clientOf(slack);
    for (let i = 0; i < perMinute; i += 1) expect(await waitOf(client.apiCall(method, args))).toBeUndefined();
    expect(await waitOf(client.apiCall(method, args))).toBe(60);
    expect(await waitOf(client.auth.test())).toBeUndefined();
    slack.clock.advance(60_000);
    expect(await waitOf(client.apiCall(method, args))).toBeUndefined();
  });

  test("can be scaled and switched", async () => {
    const slack = await aSlack({ now: () => START, limits: { scale: 0.1 } });
    const client = clientOf(slack);
    const list = () => waitOf(client.users.list({}));
    expect([await list(), await list(), await list()]).toEqual([undefined, undefined, 60]);
    slack.setLimits("off");
    expect(await list()).toBeUndefined();
    slack.setLimits("slack");
    expect(await list()).toBeUndefined();
  });
});
