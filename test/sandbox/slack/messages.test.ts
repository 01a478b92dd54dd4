import { describe, expect, test } from "vitest";
import { block, mrkdwn, plain } from "./block-kit/samples.ts";
import { actions, aSlack, button, clientOf, refusalOf } from "./helpers.ts";

const chars = (count: number): string => "x".repeat(count);

describe("chat.postMessage", () => {
  test.each([
    { name: "a public channel the app is not in", channel: "C0GENERAL", error: "not_in_channel" },
    { name: "a private one it is not in does not exist", channel: "C0SECRET", error: "channel_not_found" },
    { name: "a private one it is in", channel: "C0LEGAL", error: undefined },
    { name: "an archived one", channel: "C0OLD", error: "is_archived" },
    { name: "an unknown one", channel: "C0NOWHERE", error: "channel_not_found" },
    { name: "a channel's name", channel: "#triage", error: undefined },
    { name: "a person", channel: "U01ALICE", error: undefined },
    { name: "somebody who left", channel: "U05GONE", error: "channel_not_found" },
  ])("to $name", async ({ channel, error }) => {
    const slack = await aSlack();
    const call = clientOf(slack).chat.postMessage({ channel, text: "x" });
    if (error === undefined) expect((await call).ok).toBe(true);
    else expect(await refusalOf(call)).toMatchObject({ error });
  });

  test("to a person lands in the D channel, whose id comes back", async () => {
    const slack = await aSlack();
    const client = clientOf(slack);
    const { channel } = await client.chat.postMessage({ channel: "U01ALICE", text: "yours" });
    expect(channel).toMatch(/^D/);
    expect((await client.conversations.open({ users: "U01ALICE", return_im: true })).channel).toMatchObject({
      id: channel,
      is_im: true,
      user: "U01ALICE",
    });
    expect(slack.directMessages("U01ALICE")).toMatchObject([{ text: "yours" }]);
  });

  test("with chat:write.public also where the app is not", async () => {
    const slack = await aSlack();
    slack.setScopes([...slack.app.scopes, "chat:write.public"]);
    expect((await clientOf(slack).chat.postMessage({ channel: "C0GENERAL", text: "x" })).ok).toBe(true);
  });

  test("hands back what it kept: ids, defaults, entities", async () => {
    const slack = await aSlack();
    const { message, ts } = await clientOf(slack).chat.postMessage({
      channel: "C0TRIAGE",
      text: "Q & A <@U01ALICE> <b>",
      blocks: [block("section", { text: mrkdwn("a < b") }) as never, actions(button("Q&A"))],
    });
    expect(ts).toMatch(/^\d{10}\.\d{6}$/);
    expect(message).toMatchObject({
      type: "message",
      text: "Q &amp; A <@U01ALICE> &lt;b&gt;",
      user: "U0MAILROOM",
      bot_id: "B0MAILROOM",
      app_id: "A0MAILROOM",
      team: "T01LARKSPUR",
      blocks: [
        { block_id: expect.stringMatching(/.+/), text: { type: "mrkdwn", text: "a &lt; b", verbatim: false } },
        { elements: [{ action_id: expect.stringMatching(/.+/), text: { text: "Q&amp;A", emoji: true } }] },
      ],
    });
  });

  test("says so when it cut the text, and when there was none", async () => {
    const slack = await aSlack();
    const client = clientOf(slack);
    const whole = await client.chat.postMessage({ channel: "C0TRIAGE", text: chars(40_000) });
    const cut = await client.chat.postMessage({ channel: "C0TRIAGE", text: chars(40_001) });
    expect(whole.response_metadata?.warnings).toBeUndefined();
    expect(cut.response_metadata?.warnings).toEqual(["message_truncated"]);
    expect(cut.message?.text).toHaveLength(40_000);
    const bare = await client.chat.postMessage({ channel: "C0TRIAGE", blocks: [{ type: "divider" }], text: "" });
    expect(bare.message?.text).toBe("This content can't be displayed.");
  });

  test("refuses bad blocks in both places that a client reads", async () => {
    const slack = await aSlack();
    const line = "no more than 50 items allowed [json-pointer:/blocks]";
    const blocks = Array(51).fill({ type: "divider" });
    expect(await refusalOf(clientOf(slack).chat.postMessage({ channel: "C0TRIAGE", text: "x", blocks }))).toMatchObject(
      {
        error: "invalid_blocks",
        errors: [line],
        response_metadata: { messages: [`[ERROR] ${line}`] },
      },
    );
  });

  test.each([
    { name: "blocks that are no list", more: { blocks: '{"type":"divider"}' }, error: "invalid_blocks_format" },
    { name: "blocks that are no JSON", more: { blocks: "[{" }, error: "invalid_blocks_format" },
    { name: "metadata that is no JSON", more: { metadata: "x" }, error: "invalid_metadata_format" },
    { name: "a username without the scope", more: { username: "Boss" }, error: "missing_scope" },
    { name: "a film without the scope", more: { blocks: [block("video")] }, error: "missing_scope" },
    {
      name: "a picture that was never uploaded",
      more: { blocks: [{ type: "image", alt_text: "a", slack_file: { id: "F1" } }] },
      error: "invalid_blocks",
    },
  ])("refuses $name", async ({ more, error }) => {
    const slack = await aSlack();
    const call = clientOf(slack).apiCall("chat.postMessage", { channel: "C0TRIAGE", text: "x", ...more });
    expect(await refusalOf(call)).toMatchObject({ error });
  });

  test("needs a channel", async () => {
    const slack = await aSlack();
    expect(await refusalOf(clientOf(slack).apiCall("chat.postMessage", { text: "x" }))).toMatchObject({
      error: "invalid_arguments",
      response_metadata: { messages: ["[ERROR] missing required field: channel"] },
    });
  });
});

describe("threads", () => {
  test("replies stay below, broadcasts show above too, permalinks tell which", async () => {
    const slack = await aSlack();
    const client = clientOf(slack);
    const parent = await client.chat.postMessage({ channel: "C0TRIAGE", text: "card" });
    const thread_ts = parent.ts as string;
    const reply = await client.chat.postMessage({ channel: "C0TRIAGE", text: "note", thread_ts });
    const loud = await client.chat.postMessage({
      channel: "C0TRIAGE",
      text: "late!",
      thread_ts,
      reply_broadcast: true,
    });
    expect(slack.messages("C0TRIAGE").map(({ text }) => text)).toEqual(["card", "late!"]);
    expect(slack.thread({ channel: "C0TRIAGE", ts: thread_ts }).map(({ ts }) => ts)).toEqual([reply.ts, loud.ts]);
    expect(slack.message("C0TRIAGE", thread_ts)).toMatchObject({ reply_count: 2, latest_reply: loud.ts, thread_ts });
    const linkTo = async (message_ts: string) =>
      (await client.chat.getPermalink({ channel: "C0TRIAGE", message_ts })).permalink;
    expect(await linkTo(thread_ts)).toBe(`https://larkspur.slack.com/archives/C0TRIAGE/p${thread_ts.replace(".", "")}`);
    expect(await linkTo(reply.ts as string)).toBe(
      `https://larkspur.slack.com/archives/C0TRIAGE/p${reply.ts?.replace(".", "")}?thread_ts=${thread_ts}&cid=C0TRIAGE`,
    );
  });

  test("no thread grows from a reply, or from nothing", async () => {
    const slack = await aSlack();
    const client = clientOf(slack);
    const parent = await client.chat.postMessage({ channel: "C0TRIAGE", text: "card" });
    const reply = await client.chat.postMessage({ channel: "C0TRIAGE", text: "note", thread_ts: parent.ts as string });
    for (const thread_ts of [reply.ts as string, "1600000000.000001"])
      expect(await refusalOf(client.chat.postMessage({ channel: "C0TRIAGE", text: "x", thread_ts }))).toMatchObject({
        error: "cannot_reply_to_message",
      });
  });

  test("a deleted parent leaves a tombstone, a deleted reply leaves nothing", async () => {
    const slack = await aSlack();
    const client = clientOf(slack);
    const parent = await client.chat.postMessage({ channel: "C0TRIAGE", text: "card" });
    const reply = await client.chat.postMessage({ channel: "C0TRIAGE", text: "note", thread_ts: parent.ts as string });
    slack.as("U01ALICE").remove({ channel: "C0TRIAGE", ts: parent.ts as string });
    expect(slack.messages("C0TRIAGE")).toMatchObject([{ subtype: "tombstone", text: "This message was deleted." }]);
    const update = client.chat.update({ channel: "C0TRIAGE", ts: parent.ts as string, text: "x" });
    expect(await refusalOf(update)).toMatchObject({ error: "message_not_found" });
    await client.chat.delete({ channel: "C0TRIAGE", ts: reply.ts as string });
    expect(slack.thread({ channel: "C0TRIAGE", ts: parent.ts as string })).toEqual([]);
  });
});

describe("chat.update", () => {
  const posted = async (content: Record<string, unknown> = {}) => {
    const slack = await aSlack();
    const client = clientOf(slack);
    const { ts } = await client.chat.postMessage({ channel: "C0TRIAGE", text: "old", ...content } as never);
    const update = (change: Record<string, unknown>) =>
      client.apiCall("chat.update", { channel: "C0TRIAGE", ts, ...change });
    return { slack, client, ts: ts as string, update, now: () => slack.message("C0TRIAGE", ts as string) };
  };
  const withAll = { blocks: [{ type: "divider" }], metadata: { event_type: "card", event_payload: { id: "1" } } };

  test("text without blocks removes the blocks and marks the message as edited", async () => {
    const { update, now } = await posted(withAll);
    await update({ text: "new" });
    expect(now()).toMatchObject({ text: "new", metadata: withAll.metadata, edited: { user: "U0MAILROOM" } });
    expect(now()?.blocks).toBeUndefined();
  });

  test("blocks leave no mark", async () => {
    const { update, now } = await posted(withAll);
    await update({ text: "new", blocks: [block("header")] });
    expect(now()).toMatchObject({ text: "new", blocks: [{ type: "header" }] });
    expect(now()?.edited).toBeUndefined();
  });

  test("metadata alone touches nothing else, and an empty one clears it", async () => {
    const { update, now } = await posted(withAll);
    await update({ metadata: { event_type: "card", event_payload: { id: "2" } } });
    expect(now()).toMatchObject({
      text: "old",
      blocks: [{ type: "divider" }],
      metadata: { event_payload: { id: "2" } },
    });
    await update({ text: "old", metadata: {} });
    expect(now()?.metadata).toBeUndefined();
  });

  test("takes 4000 characters, not 4001", async () => {
    const { update } = await posted();
    await update({ text: chars(4000) });
    expect(await refusalOf(update({ text: chars(4001) }))).toMatchObject({ error: "msg_too_long" });
  });

  test("needs something to say", async () => {
    const { update } = await posted();
    expect(await refusalOf(update({}))).toMatchObject({ error: "no_text" });
  });

  test("does not turn rich text into something else", async () => {
    const rich = block("rich_text");
    const { update } = await posted({ blocks: [rich] });
    expect(await refusalOf(update({ text: "x", blocks: [block("section")] }))).toMatchObject({
      error: "block_mismatch",
    });
    expect((await update({ text: "x", blocks: [rich, block("section")] })).ok).toBe(true);
  });

  test("is for the author, for known messages, for open channels", async () => {
    const { slack, client, ts, update } = await posted();
    const human = slack.as("U01ALICE").post("C0TRIAGE", "mine");
    const other = (change: Record<string, string>) =>
      refusalOf(client.chat.update({ channel: "C0TRIAGE", ts, text: "x", ...change }));
    expect(await other({ ts: human.ts })).toMatchObject({ error: "cant_update_message" });
    expect(await other({ ts: "1600000000.000001" })).toMatchObject({ error: "message_not_found" });
    expect(await other({ channel: "C0SECRET" })).toMatchObject({ error: "channel_not_found" });
    slack.archive("C0TRIAGE");
    expect(await refusalOf(update({ text: "x" }))).toMatchObject({ error: "is_inactive" });
  });

  test("wants the D id of a direct message, not the person's", async () => {
    const slack = await aSlack();
    const client = clientOf(slack);
    const { ts, channel } = await client.chat.postMessage({ channel: "U01ALICE", text: "x" });
    const update = (to: string) => client.chat.update({ channel: to, ts: ts as string, text: "y" });
    expect(await refusalOf(update("U01ALICE"))).toMatchObject({ error: "channel_not_found" });
    expect((await update(channel as string)).text).toBe("y");
  });
});

describe("chat.delete", () => {
  test("is for the author", async () => {
    const slack = await aSlack();
    const client = clientOf(slack);
    const human = slack.as("U01ALICE").post("C0TRIAGE", "mine");
    const { ts } = await client.chat.postMessage({ channel: "C0TRIAGE", text: "x" });
    const remove = (message: string) => client.chat.delete({ channel: "C0TRIAGE", ts: message });
    expect(await refusalOf(remove(human.ts))).toMatchObject({ error: "cant_delete_message" });
    await remove(ts as string);
    expect(await refusalOf(remove(ts as string))).toMatchObject({ error: "message_not_found" });
  });
});

describe("chat.postEphemeral", () => {
  test("is seen by one, and cannot be reached again", async () => {
    const slack = await aSlack();
    const client = clientOf(slack);
    const answer = await client.chat.postEphemeral({ channel: "C0TRIAGE", user: "U02BOB", text: "psst" });
    expect(answer).toEqual({ ok: true, message_ts: expect.any(String), response_metadata: expect.anything() });
    expect(slack.ephemerals("U02BOB")).toMatchObject([{ text: "psst", channel: "C0TRIAGE" }]);
    expect(slack.ephemerals("U01ALICE")).toEqual([]);
    expect(slack.messages("C0TRIAGE")).toEqual([]);
    const ts = answer.message_ts as string;
    expect(await refusalOf(client.chat.update({ channel: "C0TRIAGE", ts, text: "x" }))).toMatchObject({
      error: "message_not_found",
    });
    slack.as("U02BOB").dismiss();
    expect(slack.ephemerals("U02BOB")).toEqual([]);
  });

  test("only for members, only to 4000 characters", async () => {
    const slack = await aSlack();
    const send = (user: string, text = "x") => clientOf(slack).chat.postEphemeral({ channel: "C0TRIAGE", user, text });
    expect(await refusalOf(send("U04GUEST"))).toMatchObject({ error: "user_not_in_channel" });
    expect(await refusalOf(send("U02BOB", chars(4001)))).toMatchObject({ error: "msg_too_long" });
  });
});

describe("scheduled messages", () => {
  const start = 1_700_000_000;
  test("come when their time comes; with metadata never", async () => {
    const slack = await aSlack({ now: () => start * 1000 });
    const client = clientOf(slack);
    const schedule = (post_at: number, more = {}) =>
      client.chat.scheduleMessage({ channel: "C0TRIAGE", text: "later", post_at, ...more });
    await schedule(start + 60);
    await schedule(start + 60, { metadata: { event_type: "t", event_payload: {} } });
    const { scheduled_message_id } = await schedule(start + 60);
    await client.chat.deleteScheduledMessage({
      channel: "C0TRIAGE",
      scheduled_message_id: scheduled_message_id as string,
    });
    expect((await client.chat.scheduledMessages.list()).scheduled_messages).toHaveLength(2);
    slack.clock.advance(59_999);
    expect(slack.messages("C0TRIAGE")).toEqual([]);
    slack.clock.advance(1);
    expect(slack.messages("C0TRIAGE")).toMatchObject([{ text: "later", ts: `${start + 60}.000000` }]);
    expect(await refusalOf(schedule(start + 60))).toMatchObject({ error: "time_in_past" });
    expect(await refusalOf(schedule(start + 60 + 121 * 86_400))).toMatchObject({ error: "time_too_far" });
  });

  test("thirty in five minutes, not more", async () => {
    const slack = await aSlack({ now: () => start * 1000 });
    const schedule = () =>
      clientOf(slack).chat.scheduleMessage({ channel: "C0TRIAGE", text: "x", post_at: start + 600 });
    for (let i = 0; i < 30; i += 1) await schedule();
    expect(await refusalOf(schedule())).toMatchObject({ error: "restricted_too_many" });
  });
});

test("a message's timestamps differ though the clock stands still", async () => {
  const slack = await aSlack({ now: () => 1_700_000_000_000 });
  const client = clientOf(slack);
  const posts = await Promise.all(
    [1, 2, 3].map(() => client.chat.postMessage({ channel: "C0TRIAGE", text: plain().text })),
  );
  expect(new Set(posts.map(({ ts }) => ts)).size).toBe(3);
});
