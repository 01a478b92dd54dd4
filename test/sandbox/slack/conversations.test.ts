import { describe, expect, test } from "vitest";
import { aSlack, clientOf, refusalOf } from "./helpers.ts";

describe("conversations.history", () => {
  test("newest first, without replies, in pages", async () => {
    const slack = await aSlack();
    const client = clientOf(slack);
    const alice = slack.as("U01ALICE");
    const posts = ["one", "two", "three", "four", "five"].map((text) => alice.post("C0TRIAGE", text));
    alice.post("C0TRIAGE", "reply", posts[0]?.ts);
    const pages: (string | undefined)[][] = [];
    for await (const page of client.paginate("conversations.history", { channel: "C0TRIAGE", limit: 2 }))
      pages.push((page as unknown as { messages: { text: string }[] }).messages.map(({ text }) => text));
    expect(pages).toEqual([["five", "four"], ["three", "two"], ["one"]]);
  });

  test("between two timestamps, with and without the ends", async () => {
    const slack = await aSlack();
    const client = clientOf(slack);
    const [one, two, three] = ["one", "two", "three"].map((text) => slack.as("U01ALICE").post("C0TRIAGE", text));
    const between = async (more: Record<string, unknown>) => {
      const range = { oldest: one?.ts as string, latest: three?.ts as string, ...more };
      const { messages } = await client.conversations.history({ channel: "C0TRIAGE", ...range });
      return messages?.map(({ text }) => text);
    };
    expect(await between({})).toEqual(["two"]);
    expect(await between({ inclusive: true })).toEqual(["three", "two", "one"]);
    expect(await between({ oldest: two?.ts, latest: undefined })).toEqual(["three"]);
    expect(await refusalOf(between({ oldest: "yesterday" }))).toMatchObject({ error: "invalid_ts_oldest" });
    expect(await refusalOf(between({ latest: "1,5" }))).toMatchObject({ error: "invalid_ts_latest" });
  });

  test("metadata comes back, when asked for", async () => {
    const slack = await aSlack();
    const client = clientOf(slack);
    const metadata = { event_type: "card", event_payload: { ticket: "T1" } };
    await client.chat.postMessage({ channel: "C0TRIAGE", text: "x", metadata });
    const read = async (include_all_metadata: boolean) =>
      (await client.conversations.history({ channel: "C0TRIAGE", include_all_metadata })).messages?.[0];
    expect(await read(true)).toMatchObject({ metadata });
    expect((await read(false))?.metadata).toBeUndefined();
  });

  test("is for members, with cursors that Slack made", async () => {
    const slack = await aSlack();
    const client = clientOf(slack);
    expect(await refusalOf(client.conversations.history({ channel: "C0GENERAL" }))).toMatchObject({
      error: "not_in_channel",
    });
    expect(await refusalOf(client.conversations.history({ channel: "C0SECRET" }))).toMatchObject({
      error: "channel_not_found",
    });
    expect(await refusalOf(client.conversations.history({ channel: "C0TRIAGE", cursor: "abc" }))).toMatchObject({
      error: "invalid_cursor",
    });
  });
});

test("conversations.replies: the parent first, whichever message of the thread was named", async () => {
  const slack = await aSlack();
  const client = clientOf(slack);
  const alice = slack.as("U01ALICE");
  const parent = alice.post("C0TRIAGE", "parent");
  const reply = alice.post("C0TRIAGE", "reply", parent.ts);
  for (const ts of [parent.ts, reply.ts]) {
    const { messages } = await client.conversations.replies({ channel: "C0TRIAGE", ts });
    expect(messages?.map(({ text }) => text)).toEqual(["parent", "reply"]);
  }
  expect(await refusalOf(client.conversations.replies({ channel: "C0TRIAGE", ts: "1600000000.000001" }))).toMatchObject(
    {
      error: "thread_not_found",
    },
  );
});

describe("conversations.list and users.conversations", () => {
  test("kinds, archived ones, and what a bot cannot see", async () => {
    const slack = await aSlack();
    const client = clientOf(slack);
    const names = async (options: Record<string, unknown>) =>
      (await client.conversations.list(options)).channels?.map(({ name }) => name);
    expect(await names({})).toContain("old-support");
    expect(await names({ exclude_archived: true })).not.toContain("old-support");
    expect(await names({ types: "private_channel" })).toEqual(["legal"]);
    expect(await refusalOf(client.conversations.list({ types: "secret" }))).toMatchObject({ error: "invalid_types" });
    const mine = (await client.users.conversations({ types: "public_channel,private_channel" })).channels;
    expect(mine?.map(({ name }) => name)).not.toContain("general");
  });

  test("in pages", async () => {
    const slack = await aSlack();
    const ids: (string | undefined)[] = [];
    for await (const page of clientOf(slack).paginate("conversations.list", { limit: 3 }))
      ids.push(...(page as unknown as { channels: { id: string }[] }).channels.map(({ id }) => id));
    expect(ids).toHaveLength(8);
    expect(new Set(ids).size).toBe(8);
  });
});

test("conversations.info tells of members, sharing and archiving", async () => {
  const slack = await aSlack();
  const info = async (channel: string) => (await clientOf(slack).conversations.info({ channel })).channel;
  expect(await info("C0GENERAL")).toMatchObject({ is_member: false, is_private: false, is_ext_shared: false });
  expect(await info("C0PARTNER")).toMatchObject({ is_ext_shared: true, is_shared: true });
  expect(await info("C0OLD")).toMatchObject({ is_archived: true });
  expect(await info("C0LEGAL")).toMatchObject({ is_private: true, is_group: true, is_member: true });
});

test.each([
  { args: {}, error: "users_list_not_supplied" },
  { args: { users: "U0NOBODY" }, error: "user_not_found" },
  { args: { users: "U05GONE" }, error: "user_disabled" },
  { args: { users: "U01ALICE,U02BOB" }, error: "missing_scope" },
  { args: { users: "U1,U2,U3,U4,U5,U6,U7,U8,U9" }, error: "too_many_users" },
  { args: { channel: "C0TRIAGE" }, error: "method_not_supported_for_channel_type" },
])("conversations.open refuses $args: $error", async ({ args, error }) => {
  const slack = await aSlack();
  expect(await refusalOf(clientOf(slack).apiCall("conversations.open", args))).toMatchObject({ error });
});

test("conversations.open gives the same channel twice, and says so", async () => {
  const slack = await aSlack();
  const open = () => clientOf(slack).conversations.open({ users: "U02BOB" });
  const first = await open();
  const second = await open();
  expect(first.already_open).toBeUndefined();
  expect(second).toMatchObject({ already_open: true, no_op: true, channel: { id: first.channel?.id } });
});

test("conversations.join and members", async () => {
  const slack = await aSlack();
  const client = clientOf(slack);
  await client.conversations.join({ channel: "C0GENERAL" });
  expect((await client.conversations.members({ channel: "C0GENERAL" })).members).toContain("U0MAILROOM");
  expect((await client.conversations.join({ channel: "C0GENERAL" })).warning).toBe("already_in_channel");
  expect(await refusalOf(client.conversations.join({ channel: "C0OLD" }))).toMatchObject({ error: "is_archived" });
  expect(await refusalOf(client.conversations.join({ channel: "C0LEGAL" }))).toMatchObject({
    error: "method_not_supported_for_channel_type",
  });
});

describe("people", () => {
  test("flags and time zones", async () => {
    const slack = await aSlack({ now: () => Date.UTC(2026, 0, 15) });
    const info = async (user: string) => (await clientOf(slack).users.info({ user })).user;
    expect(await info("U02BOB")).toMatchObject({ tz: "America/New_York", tz_offset: -18_000, is_admin: false });
    expect(await info("U01ALICE")).toMatchObject({ is_admin: true, tz_offset: 3600 });
    expect(await info("U04GUEST")).toMatchObject({ is_restricted: true, is_ultra_restricted: false });
    expect(await info("U05GONE")).toMatchObject({ deleted: true });
    expect(await info("U0MAILROOM")).toMatchObject({ is_bot: true });
    expect(await refusalOf(clientOf(slack).users.info({ user: "U0NOBODY" }))).toMatchObject({
      error: "user_not_found",
    });
  });

  test("by address, and in groups", async () => {
    const slack = await aSlack();
    const client = clientOf(slack);
    expect((await client.users.lookupByEmail({ email: "BOB@larkspur.example" })).user?.id).toBe("U02BOB");
    expect(await refusalOf(client.users.lookupByEmail({ email: "gwen@larkspur.example" }))).toMatchObject({
      error: "users_not_found",
    });
    expect((await client.users.list({})).members).toHaveLength(6);
    expect((await client.usergroups.list({ include_users: true })).usergroups?.[0]).toMatchObject({
      handle: "support-team",
      users: ["U01ALICE", "U02BOB"],
    });
    expect((await client.usergroups.users.list({ usergroup: "S0SUPPORT" })).users).toEqual(["U01ALICE", "U02BOB"]);
    expect(await refusalOf(client.usergroups.users.list({ usergroup: "S0" }))).toMatchObject({
      error: "no_such_subteam",
    });
  });
});

describe("marks on messages and channels", () => {
  test("reactions", async () => {
    const slack = await aSlack();
    const client = clientOf(slack);
    const { ts } = slack.as("U01ALICE").post("C0TRIAGE", "x");
    const at = { channel: "C0TRIAGE", timestamp: ts, name: "eyes" };
    await client.reactions.add(at);
    expect(slack.message("C0TRIAGE", ts)?.reactions).toEqual([{ name: "eyes", users: ["U0MAILROOM"], count: 1 }]);
    expect(await refusalOf(client.reactions.add(at))).toMatchObject({ error: "already_reacted" });
    await client.reactions.remove(at);
    expect(slack.message("C0TRIAGE", ts)?.reactions).toBeUndefined();
    expect(await refusalOf(client.reactions.remove(at))).toMatchObject({ error: "no_reaction" });
    expect(await refusalOf(client.reactions.add({ ...at, name: ":eyes:" }))).toMatchObject({ error: "invalid_name" });
    expect(await refusalOf(client.reactions.add({ ...at, timestamp: "1.1" }))).toMatchObject({
      error: "message_not_found",
    });
  });

  test("pins", async () => {
    const slack = await aSlack();
    const client = clientOf(slack);
    const at = { channel: "C0TRIAGE", timestamp: slack.as("U01ALICE").post("C0TRIAGE", "x").ts };
    await client.pins.add(at);
    expect(await refusalOf(client.pins.add(at))).toMatchObject({ error: "already_pinned" });
    await client.pins.remove(at);
    expect(await refusalOf(client.pins.remove(at))).toMatchObject({ error: "no_pin" });
  });

  test("bookmarks", async () => {
    const slack = await aSlack();
    const client = clientOf(slack);
    const at = { channel_id: "C0TRIAGE" };
    const { bookmark } = await client.bookmarks.add({
      ...at,
      title: "Queue",
      type: "link",
      link: "https://larkspur.com",
    });
    const bookmark_id = bookmark?.id as string;
    await client.bookmarks.edit({ ...at, bookmark_id, title: "The queue" });
    expect((await client.bookmarks.list(at)).bookmarks).toMatchObject([
      { title: "The queue", link: "https://larkspur.com" },
    ]);
    await client.bookmarks.remove({ ...at, bookmark_id });
    expect(await refusalOf(client.bookmarks.remove({ ...at, bookmark_id }))).toMatchObject({ error: "not_found" });
    expect(await refusalOf(client.bookmarks.add({ ...at, title: "x", type: "link", link: "larkspur" }))).toMatchObject({
      error: "invalid_link",
    });
  });
});
