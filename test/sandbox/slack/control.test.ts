import { describe, expect, onTestFinished, test } from "vitest";
import type { Slack } from "../../../sandbox/slack/index.ts";
import { block, element, home, mrkdwn, option, plain } from "./block-kit/samples.ts";
import { anApp, aSlack, clientOf } from "./helpers.ts";

type Json = Record<string, unknown>;

const read = async (slack: Slack, route: string): Promise<Json> =>
  (await fetch(`${slack.url}/sandbox/${route}`)).json() as Promise<Json>;

async function send(slack: Slack, route: string, body: Json): Promise<{ status: number; body: Json }> {
  const response = await fetch(`${slack.url}/sandbox/${route}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Json };
}

const act = (slack: Slack, body: Json) => send(slack, "act", { user: "U01ALICE", ...body });

interface State {
  channels: { id: string; unread: number; mentions: number; isMember: boolean; messages: Json[] }[];
  home: Json | null;
  modals: Json[];
}

const stateOf = async (slack: Slack, user = "U01ALICE") =>
  (await read(slack, `state?user=${user}`)) as unknown as State;
const channelIn = (state: State, id: string) => state.channels.find((channel) => channel.id === id);

describe("the state of one person's client", () => {
  test("channels with unread counts, messages with their words, ephemerals, direct messages, Home", async () => {
    const slack = await aSlack({ now: () => 1_700_000_000_000 });
    const client = clientOf(slack);
    const due = "<!date^1700000000^{date_short_pretty} {time}|soon>";
    await client.chat.postMessage({
      channel: "C0TRIAGE",
      text: `for <@U01ALICE>, due ${due}`,
      blocks: [block("section", { text: mrkdwn("<@U02BOB> &amp; co") }) as never],
    });
    await client.chat.postEphemeral({ channel: "C0TRIAGE", user: "U01ALICE", text: "psst" });
    await client.chat.postMessage({ channel: "U01ALICE", text: "yours" });
    await client.views.publish({
      user_id: "U01ALICE",
      view: home([block("section", { text: plain("Q&A") })]) as never,
    });
    const state = await stateOf(slack);
    const triage = channelIn(state, "C0TRIAGE");
    expect(triage).toMatchObject({ unread: 1, mentions: 1, isMember: true });
    expect(triage?.messages).toMatchObject([
      {
        channel: "C0TRIAGE",
        tokens: [
          { type: "text" },
          { type: "user", shown: "@alice" },
          { type: "text" },
          { type: "date", shown: "today 23:13" },
        ],
        blocks: [
          {
            text: {
              tokens: [
                { type: "user", shown: "@bob" },
                { type: "text", text: " & co" },
              ],
            },
          },
        ],
      },
      { text: "psst", isEphemeral: true },
    ]);
    expect(state.channels.find(({ id }) => id.startsWith("D"))).toMatchObject({
      kind: "im",
      messages: [{ text: "yours" }],
    });
    expect(state.home).toMatchObject({ type: "home", blocks: [{ text: { shown: "Q&A" } }] });
    const bob = await stateOf(slack, "U02BOB");
    expect(channelIn(bob, "C0TRIAGE")?.messages).toHaveLength(1);
    expect(bob.home).toBeNull();
    expect(channelIn(bob, "C0LEGAL")).toBeUndefined();
  });

  test("reading takes the count away", async () => {
    const slack = await aSlack();
    slack.as("U02BOB").post("C0TRIAGE", "news");
    expect(channelIn(await stateOf(slack), "C0TRIAGE")?.unread).toBe(1);
    await act(slack, { verb: "read", channel: "C0TRIAGE" });
    expect(channelIn(await stateOf(slack), "C0TRIAGE")?.unread).toBe(0);
  });

  test("threads are read on their own", async () => {
    const slack = await aSlack();
    const parent = slack.as("U02BOB").post("C0TRIAGE", "parent");
    await act(slack, { verb: "post", channel: "C0TRIAGE", text: "reply", threadTs: parent.ts });
    const route = `thread?channel=C0TRIAGE&ts=${parent.ts}&user=`;
    expect((await read(slack, `${route}U01ALICE`)).messages).toMatchObject([{ text: "parent" }, { text: "reply" }]);
    expect((await fetch(`${slack.url}/sandbox/${route}U04GUEST`)).status).toBe(409);
  });
});

describe("acting", () => {
  test("a whole way through a modal", async () => {
    const slack = await aSlack();
    const { client } = await anApp(slack, (app) => {
      app.action("open", async ({ ack, body, client }) => {
        await ack();
        const field = block("input", { block_id: "a", element: element("plain_text_input", { action_id: "v" }) });
        const view = {
          type: "modal",
          callback_id: "edit",
          title: plain("Edit"),
          submit: plain("Send"),
          blocks: [field],
        };
        await client.views.open({ trigger_id: (body as { trigger_id: string }).trigger_id, view: view as never });
      });
      app.view("edit", async ({ ack }) => ack());
    });
    const menu = element("overflow", { action_id: "open", options: [option("Edit")] });
    const { ts } = await client.chat.postMessage({
      channel: "C0TRIAGE",
      text: "x",
      blocks: [block("actions", { elements: [menu] }) as never],
    });
    const chosen = await act(slack, { verb: "choose", channel: "C0TRIAGE", ts, actionId: "open", value: "Edit" });
    expect(chosen).toEqual({ status: 200, body: { ok: true } });
    await slack.until(() => slack.modal("U01ALICE"));
    expect(await act(slack, { verb: "submit" })).toMatchObject({
      body: { ok: false, errors: { a: "Please complete this required field." } },
    });
    expect((await stateOf(slack)).modals).toMatchObject([
      { title: { text: "Edit" }, errors: { a: "Please complete this required field." } },
    ]);
    await act(slack, { verb: "fill", values: { a: "hello" } });
    expect((await act(slack, { verb: "submit" })).body).toEqual({ ok: true });
    expect((await stateOf(slack)).modals).toEqual([]);
  });

  test("every verb has its door", async () => {
    const slack = await aSlack();
    await anApp(slack, (app) => {
      app.command("/triage", async ({ ack }) => ack("hi"));
      app.shortcut(/.*/, async ({ ack }) => ack());
    });
    const message = (await act(slack, { verb: "post", channel: "C0TRIAGE", text: "hi" })).body.result as { ts: string };
    const at = { channel: "C0TRIAGE", ts: message.ts };
    expect((await act(slack, { verb: "command", line: "/triage", channel: "C0TRIAGE" })).body).toMatchObject({
      ok: true,
      reply: { text: "hi" },
    });
    for (const body of [
      { verb: "shortcut", callbackId: "search" },
      { verb: "messageShortcut", callbackId: "reclassify", ...at },
      { verb: "openHome" },
      { verb: "react", emoji: "eyes", ...at },
      { verb: "unreact", emoji: "eyes", ...at },
      { verb: "edit", text: "ho", ...at },
      { verb: "remove", ...at },
      {
        verb: "upload",
        channel: "C0TRIAGE",
        name: "a.txt",
        base64: Buffer.from("abc").toString("base64"),
        text: "look",
      },
      { verb: "dismiss" },
      { verb: "leave", channel: "C0GENERAL" },
      { verb: "join", channel: "C0GENERAL" },
    ])
      expect({ body, answer: await act(slack, body) }).toMatchObject({ answer: { status: 200, body: { ok: true } } });
    const file = slack.messages("C0TRIAGE").at(-1)?.files?.[0]?.id;
    expect(await (await fetch(`${slack.url}/sandbox/files/${file}`)).text()).toBe("abc");
    expect(slack.ephemerals("U01ALICE")).toEqual([]);
  });

  test.each([
    { name: "nobody", body: { user: "U0NOBODY", verb: "post" }, status: 409 },
    { name: "no verb", body: { verb: "toString" }, status: 409 },
    { name: "what is not there", body: { verb: "press", channel: "C0TRIAGE", ts: "1.1", text: "Claim" }, status: 409 },
    { name: "no modal", body: { verb: "submit" }, status: 409 },
  ])("$name is refused in a sentence", async ({ body, status }) => {
    const slack = await aSlack();
    const answer = await act(slack, body);
    expect(answer).toMatchObject({ status, body: { ok: false, error: expect.any(String) } });
  });

  test("only JSON is taken, so no foreign page can act here", async () => {
    const slack = await aSlack();
    const response = await fetch(`${slack.url}/sandbox/act`, {
      method: "POST",
      body: '{"user":"U01ALICE","verb":"post","channel":"C0TRIAGE","text":"x"}',
    });
    expect(response.status).toBe(400);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(slack.messages("C0TRIAGE")).toEqual([]);
  });
});

test("changes are announced as they happen", async () => {
  const slack = await aSlack();
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const response = await fetch(`${slack.url}/sandbox/events`, { signal: stop.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toBe(": listening\n\n");
  const { ts } = slack.as("U01ALICE").post("C0TRIAGE", "x");
  expect((await reader?.read())?.value).toBe(
    `id: 1\nevent: change\ndata: {"kind":"message","channel":"C0TRIAGE","ts":"${ts}"}\n\n`,
  );
});

test("trouble, time and limits can be turned from outside", async () => {
  const slack = await aSlack({ now: () => 1_700_000_000_000 });
  await send(slack, "trouble", { knob: "fail", method: "auth.test", fault: { error: "fatal_error" } });
  await expect(clientOf(slack).auth.test()).rejects.toThrow("fatal_error");
  expect((await send(slack, "trouble", { knob: "explode" })).status).toBe(409);
  expect((await send(slack, "clock", { advanceMs: 1000 })).body).toEqual({ ok: true, now: 1_700_000_001_000 });
  await send(slack, "limits", { on: true, scale: 0.01 });
  await clientOf(slack).users.list({});
  await expect(clientOf(slack).users.list({})).rejects.toThrow("rate-limit");
  expect(await read(slack, "calls")).toMatchObject({
    calls: [{ method: "auth.test" }, {}, {}],
    refused: [{ error: "ratelimited" }],
  });
});

test("a page can live at the same address", async () => {
  const slack = await aSlack({
    serve: (request, response) => {
      if (request.url !== "/") return false;
      response.end("<h1>Slack</h1>");
      return true;
    },
  });
  expect(await (await fetch(slack.url)).text()).toBe("<h1>Slack</h1>");
  expect((await fetch(`${slack.url}/other`)).status).toBe(404);
});
