import { describe, expect, test } from "vitest";
import { Impossible } from "../../../sandbox/slack/index.ts";
import { block, confirm, element, home, mrkdwn, option, options } from "./block-kit/samples.ts";
import { button, withCard } from "./card-helpers.ts";
import { anApp, aSlack } from "./helpers.ts";

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

  test("that was made before, on a card since redrawn, can still arrive", async () => {
    const { slack, client, card, heard, alice } = await withCard(button("Claim"));
    const { payload } = await alice.press(card, "Claim");
    const before = slack.message("C0TRIAGE", card.ts);
    await client.chat.update({ ...card, text: "claimed", blocks: [] });
    const again = await slack.deliver({ type: "interactive", accepts_response_payload: false, payload: payload ?? {} });
    expect(again).toEqual({ kind: "acked", payload: {} });
    expect(heard).toHaveLength(2);
    expect(before?.text).toBe("card");
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
