import { expect, test } from "vitest";
import { defaultWorkspace, type Message } from "../../../sandbox/slack/index.ts";
import { aSlack, clientOf } from "./helpers.ts";

test("the workspace can be another one", async () => {
  const slack = await aSlack({
    workspace: {
      ...defaultWorkspace,
      team: { id: "T0OTHER", name: "Other", domain: "other" },
      users: [{ id: "U0ZOE", name: "zoe", realName: "Zoe", tz: "Asia/Tokyo", stranger: true, teamId: "T0PARTNER" }],
      channels: [{ id: "C0ONE", name: "one", members: ["U0ZOE"], externallyShared: true }],
    },
  });
  const client = clientOf(slack);
  expect(await client.auth.test()).toMatchObject({ team_id: "T0OTHER", url: "https://other.slack.com/" });
  expect((await client.users.info({ user: "U0ZOE" })).user).toMatchObject({
    tz_offset: 32_400,
    is_stranger: true,
    team_id: "T0PARTNER",
  });
  expect((await client.conversations.list({})).channels).toMatchObject([{ id: "C0ONE", is_ext_shared: true }]);
});

test("people and channels can come later", async () => {
  const slack = await aSlack();
  slack.addUser({ id: "U0NEW", name: "nina" });
  slack.addChannel({ id: "C0NEW", name: "new", members: ["U0NEW", "U0MAILROOM"] });
  await clientOf(slack).chat.postMessage({ channel: "C0NEW", text: "welcome <@U0NEW>" });
  const [message] = slack.messages("C0NEW") as [Message];
  expect(slack.mentionsIn(message)).toEqual([{ type: "user", id: "U0NEW" }]);
  expect(slack.shownText(message.text, "U0NEW")).toBe("welcome @nina");
  expect(slack.permalink({ channel: "C0NEW", ts: message.ts })).toMatch(
    /^https:\/\/larkspur\.slack\.com\/archives\/C0NEW\/p\d{16}$/,
  );
});

test("the app takes direct messages only where its Messages tab has a composer", async () => {
  const open = await aSlack();
  const direct = (await clientOf(open).conversations.open({ users: "U01ALICE" })).channel?.id as string;
  open.as("U01ALICE").post(direct, "mute billing");
  expect(open.directMessages("U01ALICE")).toMatchObject([{ text: "mute billing", user: "U01ALICE" }]);
  const closed = await aSlack({ app: { messagesTabReadOnly: true } });
  const other = (await clientOf(closed).conversations.open({ users: "U01ALICE" })).channel?.id as string;
  expect(() => closed.as("U01ALICE").post(other, "hello?")).toThrow("the app takes no direct messages");
});

test("what a person types is escaped, and names and addresses come alive", async () => {
  const slack = await aSlack();
  const { text } = slack
    .as("U01ALICE")
    .post("C0TRIAGE", "a<b & @bob see https://larkspur.com?a=1&b=2 in #sales <!channel>");
  expect(text).toBe("a&lt;b &amp; <@U02BOB> see <https://larkspur.com?a=1&amp;b=2> in <#C0SALES> &lt;!channel&gt;");
});
