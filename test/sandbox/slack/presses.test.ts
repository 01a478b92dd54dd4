import type { App, BlockAction, SlackAction } from "@slack/bolt";
import { describe, expect, test } from "vitest";
import { Impossible } from "../../../sandbox/slack/index.ts";
import { block, confirm, element, home, mrkdwn, option, options, plain } from "./block-kit/samples.ts";
import { anApp, aSlack } from "./helpers.ts";

/** A card with these elements in the triage channel, and every action that reaches the app. */
async function withCard(...elements: Record<string, unknown>[]) {
  const slack = await aSlack();
  const heard: BlockAction[] = [];
  const { client } = await anApp(slack, (app: App) => {
    app.action(/.*/, async ({ ack, body }) => {
      await ack();
      heard.push(body as SlackAction as BlockAction);
    });
  });
  const blocks = [block("actions", { block_id: "row", elements })];
  const { ts } = await client.chat.postMessage({
    channel: "C0TRIAGE",
    text: "card",
    blocks: blocks as never,
    metadata: { event_type: "card", event_payload: { id: "T1" } },
  });
  const card = { channel: "C0TRIAGE", ts: ts as string };
  return { slack, client, card, heard, alice: slack.as("U01ALICE") };
}

const button = (text: string, more: Record<string, unknown> = {}) => element("button", { text: plain(text), ...more });

describe("a press on a message", () => {
  test("says who, where, what and on which message", async () => {
    const { card, heard, alice } = await withCard(
      button("Claim", { action_id: "claim", value: "T1", style: "primary" }),
    );
    expect(await alice.press(card, "Claim")).toMatchObject({ ok: true });
    expect(heard).toMatchObject([
      {
        type: "block_actions",
        user: { id: "U01ALICE", username: "alice", name: "alice", team_id: "T01LARKSPUR" },
        team: { id: "T01LARKSPUR", domain: "larkspur" },
        api_app_id: "A0MAILROOM",
        container: { type: "message", message_ts: card.ts, channel_id: "C0TRIAGE", is_ephemeral: false },
        channel: { id: "C0TRIAGE", name: "triage" },
        message: { ts: card.ts, text: "card", metadata: { event_payload: { id: "T1" } } },
        state: { values: {} },
        response_url: expect.stringContaining("/actions/T01LARKSPUR/"),
        trigger_id: expect.stringMatching(/^\d+\.\d+\.[0-9a-f]+$/),
        actions: [
          {
            type: "button",
            action_id: "claim",
            block_id: "row",
            value: "T1",
            style: "primary",
            text: { text: "Claim", emoji: true },
          },
        ],
      },
    ]);
    expect(heard[0]?.message).not.toHaveProperty("channel");
  });

  test("is only possible on what is there now", async () => {
    const { client, card, alice } = await withCard(button("Claim"));
    await client.chat.update({
      ...card,
      text: "claimed",
      blocks: [block("actions", { elements: [button("Release")] }) as never],
    });
    await expect(alice.press(card, "Claim")).rejects.toThrow(/nothing like {"text":"Claim"} here; there is: Release/);
    await expect(alice.press({ ...card, ts: "1.1" }, "Claim")).rejects.toThrow(Impossible);
  });

  test("finds equals by number, and all by id", async () => {
    const { card, heard, alice } = await withCard(
      button("Open", { value: "1" }),
      button("Open", { value: "2" }),
      button("Q&A", { action_id: "qa" }),
    );
    await alice.press(card, "Open", 1);
    await alice.press(card, { actionId: "qa" });
    await alice.press(card, "Q&A");
    expect(heard.map(({ actions: [action] }) => (action as { value?: string }).value)).toEqual([
      "2",
      undefined,
      undefined,
    ]);
  });

  test("asks first where there is a dialog", async () => {
    const { slack, card, heard, alice } = await withCard(button("Spam", { confirm, action_id: "spam" }));
    expect(await alice.press(card, "Spam", { confirm: false })).toMatchObject({
      ok: true,
      confirm: { accepted: false },
    });
    expect(heard).toEqual([]);
    expect(await alice.press(card, "Spam")).toMatchObject({
      ok: true,
      confirm: { accepted: true, dialog: { title: { text: "x" } } },
    });
    expect(heard).toHaveLength(1);
    expect(slack.confirms.map(({ user, accepted }) => ({ user, accepted }))).toEqual([
      { user: "U01ALICE", accepted: false },
      { user: "U01ALICE", accepted: true },
    ]);
  });

  test("opens the address of a button, and tells the app all the same", async () => {
    const { card, heard, alice } = await withCard(button("Gmail", { url: "https://mail.google.com/" }));
    expect(await alice.press(card, "Gmail")).toMatchObject({ ok: true, opened: "https://mail.google.com/" });
    expect(heard).toHaveLength(1);
  });

  test("is for people who see it, and are still here", async () => {
    const { slack, client, card } = await withCard(button("Claim"));
    const guest = slack.as("U04GUEST");
    await expect(guest.press(card, "Claim")).rejects.toThrow("gus cannot see C0TRIAGE");
    await expect(slack.as("U05GONE").press(card, "Claim")).rejects.toThrow("gwen is deactivated");
    const inSupport = await client.chat.postMessage({
      channel: "C0SUPPORT",
      text: "x",
      blocks: [block("actions", { elements: [button("Claim")] }) as never],
    });
    expect(await guest.press({ channel: "C0SUPPORT", ts: inSupport.ts as string }, "Claim")).toMatchObject({
      ok: true,
    });
  });

  test("thumbs are two buttons of one element", async () => {
    const slack = await aSlack();
    const heard: unknown[] = [];
    const { client } = await anApp(slack, (app) => {
      app.action("good", async ({ ack, action }) => {
        await ack();
        heard.push(action);
      });
    });
    const blocks = [block("context_actions", { elements: [element("feedback_buttons", { action_id: "good" })] })];
    const { ts } = await client.chat.postMessage({ channel: "C0TRIAGE", text: "x", blocks: blocks as never });
    await slack.as("U01ALICE").press({ channel: "C0TRIAGE", ts: ts as string }, "Bad");
    expect(heard).toMatchObject([{ type: "feedback_buttons", value: "0", text: { text: "Bad" } }]);
  });
});

describe("ephemeral messages", () => {
  test("can be pressed by the one who sees them, and carry no message", async () => {
    const { slack, client, heard, alice } = await withCard(button("x"));
    const { message_ts } = await client.chat.postEphemeral({
      channel: "C0TRIAGE",
      user: "U01ALICE",
      text: "?",
      blocks: [block("actions", { elements: [button("Yes")] }) as never],
    });
    const question = { channel: "C0TRIAGE", ts: message_ts as string };
    await expect(slack.as("U02BOB").press(question, "Yes")).rejects.toThrow(Impossible);
    await alice.press(question, "Yes");
    expect(heard[0]).toMatchObject({ container: { is_ephemeral: true, message_ts } });
    expect(heard[0]).not.toHaveProperty("message");
  });
});

describe("choosing", () => {
  test("from an overflow menu", async () => {
    const menu = element("overflow", {
      action_id: "more",
      options: [option("Close"), { ...option("Gmail"), url: "https://mail.google.com/" }],
    });
    const { card, heard, alice } = await withCard(menu);
    await alice.choose(card, { actionId: "more" }, "Close");
    expect(await alice.choose(card, { actionId: "more" }, "Gmail")).toMatchObject({
      opened: "https://mail.google.com/",
    });
    expect(heard.map(({ actions: [action] }) => action)).toMatchObject([
      { selected_option: { value: "Close" } },
      { selected_option: { value: "Gmail" } },
    ]);
    expect(heard[0]?.state?.values).toEqual({});
    await expect(alice.choose(card, { actionId: "more" }, "Burn")).rejects.toThrow(
      'no option "Burn"; there is: Close, Gmail',
    );
  });

  test.each([
    {
      type: "static_select",
      more: { options: options(2) },
      wanted: "o1",
      chosen: { selected_option: { value: "o1" } },
    },
    {
      type: "multi_static_select",
      more: { options: options(3) },
      wanted: ["o0", "o2"],
      chosen: { selected_options: [{ value: "o0" }, { value: "o2" }] },
    },
    {
      type: "checkboxes",
      more: { options: options(2) },
      wanted: ["o1"],
      chosen: { selected_options: [{ value: "o1" }] },
    },
    {
      type: "radio_buttons",
      more: { options: options(2) },
      wanted: "o0",
      chosen: { selected_option: { value: "o0" } },
    },
    { type: "users_select", more: {}, wanted: "bob", chosen: { selected_user: "U02BOB" } },
    {
      type: "multi_users_select",
      more: {},
      wanted: ["U02BOB", "alice"],
      chosen: { selected_users: ["U02BOB", "U01ALICE"] },
    },
    { type: "channels_select", more: {}, wanted: "support", chosen: { selected_channel: "C0SUPPORT" } },
    { type: "conversations_select", more: {}, wanted: "C0LEGAL", chosen: { selected_conversation: "C0LEGAL" } },
    { type: "datepicker", more: {}, wanted: "2026-12-24", chosen: { selected_date: "2026-12-24" } },
    { type: "timepicker", more: {}, wanted: "18:00", chosen: { selected_time: "18:00" } },
    { type: "datetimepicker", more: {}, wanted: 1_700_000_000, chosen: { selected_date_time: 1_700_000_000 } },
  ])("$type tells the app at once, and keeps what was chosen", async ({ type, more, wanted, chosen }) => {
    const { card, heard, alice } = await withCard(element(type, { action_id: "it", ...more }), button("Go"));
    await alice.choose(card, { actionId: "it" }, wanted);
    await alice.press(card, "Go");
    expect(heard[0]?.actions[0]).toMatchObject({ type, action_id: "it", block_id: "row", ...chosen });
    expect(heard[1]?.state?.values).toMatchObject({ row: { it: { type, ...chosen } } });
  });

  test.each([
    { type: "users_select", more: {}, wanted: "gwen", why: "nobody called gwen can be selected" },
    { type: "channels_select", more: {}, wanted: "legal", why: "legal cannot be selected here" },
    {
      type: "conversations_select",
      more: { filter: { include: ["private"] } },
      wanted: "triage",
      why: "triage cannot be selected here",
    },
    {
      type: "conversations_select",
      more: { filter: { exclude_external_shared_channels: true } },
      wanted: "with-partner",
      why: "cannot be selected",
    },
    {
      type: "multi_static_select",
      more: { options: options(3), max_selected_items: 1 },
      wanted: ["o0", "o1"],
      why: "at most 1 can be selected here",
    },
  ])("$type does not offer $wanted", async ({ type, more, wanted, why }) => {
    const { card, alice } = await withCard(element(type, { action_id: "it", ...more }));
    await expect(alice.choose(card, { actionId: "it" }, wanted)).rejects.toThrow(why);
  });

  test("one person's choice is not another's", async () => {
    const { slack, card, heard, alice } = await withCard(
      element("static_select", { action_id: "it", options: options(2) }),
      button("Go"),
    );
    await alice.choose(card, { actionId: "it" }, "o1");
    await slack.as("U02BOB").press(card, "Go");
    expect(heard[1]?.state?.values).toEqual({ row: { it: { type: "static_select", selected_option: null } } });
  });
});

describe("external menus", () => {
  const suggesting = async (answer: unknown) => {
    const slack = await aSlack();
    const heard: { value: string; action_id: string }[] = [];
    const { client } = await anApp(slack, (app) => {
      app.options("who", async ({ ack, payload }) => {
        heard.push(payload);
        await ack(answer as never);
      });
      app.action("who", async ({ ack }) => ack());
    });
    const blocks = [
      block("actions", { elements: [element("external_select", { action_id: "who", min_query_length: 2 })] }),
    ];
    const { ts } = await client.chat.postMessage({ channel: "C0TRIAGE", text: "x", blocks: blocks as never });
    return { slack, heard, card: { channel: "C0TRIAGE", ts: ts as string }, alice: slack.as("U01ALICE") };
  };

  test("ask the app once enough was typed", async () => {
    const { slack, card, heard, alice } = await suggesting({ options: [option("anna"), option("annika")] });
    expect(await alice.suggestions(card, { actionId: "who" }, "a")).toEqual([]);
    expect(await alice.suggestions(card, { actionId: "who" }, "an")).toHaveLength(2);
    expect(heard).toMatchObject([
      { type: "block_suggestion", value: "an", action_id: "who", container: { type: "message" } },
    ]);
    await alice.choose(card, { actionId: "who" }, "anna");
    await expect(alice.choose(card, { actionId: "who" }, "berta")).rejects.toThrow('no option "berta"');
    expect(slack.refused).toEqual([]);
  });

  test.each([
    { name: "more than a hundred", answer: { options: options(101) } },
    { name: "options that are none", answer: { options: [{ text: "anna", value: "1" }] } },
    { name: "no list", answer: { options: null } },
  ])("show nothing when the app answers with $name", async ({ answer }) => {
    const { slack, card, alice } = await suggesting(answer);
    expect(await alice.suggestions(card, { actionId: "who" }, "an")).toEqual([]);
    expect(slack.refused).toMatchObject([{ what: "ack", error: "invalid_suggestions" }]);
  });
});

describe("on Home", () => {
  test("presses carry the view and its state, and no channel", async () => {
    const { slack, client, heard, alice } = await withCard(button("x"));
    const filter = element("static_select", { action_id: "filter", options: options(2), initial_option: option("o0") });
    await client.views.publish({
      user_id: "U01ALICE",
      view: home([block("actions", { block_id: "f", elements: [filter, button("Next")] })]) as never,
    });
    const view = slack.home("U01ALICE") as { id: string };
    await alice.choose(view, { actionId: "filter" }, "o1");
    await alice.press(view, "Next");
    expect(heard[1]).toMatchObject({
      container: { type: "view", view_id: view.id },
      view: { type: "home", state: { values: { f: { filter: { selected_option: { value: "o1" } } } } } },
    });
    expect(heard[1]).not.toHaveProperty("channel");
    expect(heard[1]).not.toHaveProperty("response_url");
    await expect(slack.as("U02BOB").press(view, "Next")).rejects.toThrow("bob has no view");
  });

  test("fields there speak up only when asked to", async () => {
    const { slack, client, heard, alice } = await withCard(button("x"));
    const field = (id: string, more = {}) =>
      block("input", { block_id: id, element: element("plain_text_input", { action_id: "v" }), ...more });
    await client.views.publish({
      user_id: "U01ALICE",
      view: home([field("quiet"), field("loud", { dispatch_action: true })]) as never,
    });
    const view = slack.home("U01ALICE") as { id: string };
    await alice.choose(view, { blockId: "quiet" }, "one");
    await alice.choose(view, { blockId: "loud" }, "two");
    expect(heard).toMatchObject([
      {
        actions: [{ type: "plain_text_input", block_id: "loud", value: "two" }],
        view: { state: { values: { quiet: { v: { value: "one" } } } } },
      },
    ]);
  });
});

test("in a thread, the container names the thread", async () => {
  const { client, card, heard, alice } = await withCard(button("x"));
  const reply = await client.chat.postMessage({
    channel: "C0TRIAGE",
    thread_ts: card.ts,
    text: "x",
    blocks: [block("section", { text: mrkdwn(), accessory: button("Undo") }) as never],
  });
  await alice.press({ channel: "C0TRIAGE", ts: reply.ts as string }, "Undo");
  expect(heard[0]?.container).toMatchObject({ message_ts: reply.ts, thread_ts: card.ts });
});
