import { describe, expect, test } from "vitest";
import { storedText } from "../../../sandbox/slack/block-kit/text.ts";
import { linksIn, mentionsIn } from "../../../sandbox/slack/index.ts";
import { formatDate } from "../../../sandbox/slack/rendering/date.ts";
import { parseMrkdwn } from "../../../sandbox/slack/rendering/mrkdwn.ts";
import { block, mrkdwn, plain } from "./block-kit/samples.ts";
import { aSlack } from "./helpers.ts";

const directory = {
  userNamed: (name: string) => (name === "alice" ? "U01ALICE" : undefined),
  channelNamed: (name: string) => (name === "triage" ? "C0TRIAGE" : undefined),
};

describe("commands in text", () => {
  test.each([
    {
      text: "<@U01ALICE> hi",
      tokens: [
        { type: "user", id: "U01ALICE" },
        { type: "text", text: " hi" },
      ],
    },
    { text: "<#C0TRIAGE|triage>", tokens: [{ type: "channel", id: "C0TRIAGE" }] },
    { text: "<!subteam^S0SUPPORT|@support>", tokens: [{ type: "usergroup", id: "S0SUPPORT" }] },
    { text: "<!here>", tokens: [{ type: "broadcast", range: "here" }] },
    {
      text: "`<!channel>`",
      tokens: [
        { type: "text", text: "`" },
        { type: "broadcast", range: "channel" },
        { type: "text", text: "`" },
      ],
    },
    {
      text: "<https://x.com/a?b=1&amp;c=2|the bank>",
      tokens: [{ type: "link", url: "https://x.com/a?b=1&c=2", label: "the bank" }],
    },
    { text: "<mailto:a@b.com>", tokens: [{ type: "link", url: "mailto:a@b.com", label: "a@b.com" }] },
    { text: "&lt;!channel&gt; &amp; co", tokens: [{ type: "text", text: "<!channel> & co" }] },
    { text: "a < b > c", tokens: [{ type: "text", text: "a < b > c" }] },
    {
      text: "<!date^1700000000^{date}|Nov 14>",
      tokens: [{ type: "date", timestamp: 1700000000, format: "{date}", fallback: "Nov 14" }],
    },
    { text: "<!date^1700000000^{date}>", tokens: [{ type: "text", text: "<!date^1700000000^{date}>" }] },
  ])("$text", ({ text, tokens }) => expect(parseMrkdwn(text, { verbatim: true })).toEqual(tokens));
});

describe("what Slack makes live by itself, unless verbatim", () => {
  test.each([
    {
      text: "see https://evil.com/x.",
      found: [{ type: "link", url: "https://evil.com/x", label: "https://evil.com/x", auto: true }],
    },
    { text: "see evil.com/x", found: [{ type: "link", url: "http://evil.com/x", label: "evil.com/x", auto: true }] },
    {
      text: "write to bob@larkspur.de",
      found: [{ type: "link", url: "mailto:bob@larkspur.de", label: "bob@larkspur.de", auto: true }],
    },
    {
      text: "@here and @channel",
      found: [
        { type: "broadcast", range: "here", auto: true },
        { type: "broadcast", range: "channel", auto: true },
      ],
    },
    {
      text: "ask @alice in #triage",
      found: [
        { type: "user", id: "U01ALICE", auto: true },
        { type: "channel", id: "C0TRIAGE", auto: true },
      ],
    },
    { text: "ask @nobody about invoice.pdf, e.g. v1.2", found: [] },
  ])("$text", ({ text, found }) => {
    expect(parseMrkdwn(text, { directory }).filter(({ type }) => type !== "text")).toEqual(found);
    expect(parseMrkdwn(text, { directory, verbatim: true })).toEqual([{ type: "text", text }]);
  });
});

describe("what a message holds", () => {
  const hostile = "<!channel> <@U01ALICE> <https://evil.com|your bank>";
  const rich = (...elements: unknown[]) => [
    block("rich_text", { elements: [{ type: "rich_text_section", elements }] }),
  ];
  test.each([
    { name: "top-level text", message: { text: hostile }, mentions: 2, links: 1 },
    { name: "mrkdwn", message: { blocks: [block("section", { text: mrkdwn(hostile) })] }, mentions: 2, links: 1 },
    {
      name: "verbatim mrkdwn: commands are live all the same",
      message: { blocks: [block("section", { text: { ...mrkdwn(hostile), verbatim: true } })] },
      mentions: 2,
      links: 1,
    },
    { name: "plain text", message: { blocks: [block("section", { text: plain(hostile) })] }, mentions: 0, links: 0 },
    { name: "a rich text leaf", message: { blocks: rich({ type: "text", text: hostile }) }, mentions: 0, links: 0 },
    {
      name: "rich text that means it",
      message: { blocks: rich({ type: "user", user_id: "U1" }, { type: "link", url: "https://x.com" }) },
      mentions: 1,
      links: 1,
    },
    { name: "escaped", message: { text: "&lt;!channel&gt; &lt;https://evil|x&gt;" }, mentions: 0, links: 1 },
    {
      name: "a button with an address",
      message: {
        blocks: [block("actions", { elements: [{ type: "button", text: plain("Open"), url: "https://x.com" }] })],
      },
      mentions: 0,
      links: 1,
    },
    {
      name: "a checkbox in mrkdwn",
      message: {
        blocks: [
          block("section", { accessory: { type: "checkboxes", options: [{ text: mrkdwn("<!here>"), value: "1" }] } }),
        ],
      },
      mentions: 1,
      links: 0,
    },
    { name: "a bare name in top-level text", message: { text: "@here" }, mentions: 0, links: 0 },
    { name: "a bare name with link_names", message: { text: "@here", link_names: true }, mentions: 1, links: 0 },
    { name: "an attachment", message: { attachments: [{ text: "<!everyone>" }] }, mentions: 1, links: 0 },
    { name: "a date with an address", message: { text: "<!date^1^{date}^https://x.com|then>" }, mentions: 0, links: 1 },
    {
      name: "markdown",
      message: { blocks: [block("markdown", { text: "[bank](https://evil.com)" })] },
      mentions: 0,
      links: 1,
    },
  ])("$name", ({ message, mentions, links }) => {
    expect(mentionsIn(message)).toHaveLength(mentions);
    expect(linksIn(message)).toHaveLength(links);
  });

  test("with a workspace, bare names that exist are mentions where Slack looks for them", async () => {
    const slack = await aSlack();
    const blocks = [block("section", { text: mrkdwn("ask @bob or @nobody") })];
    expect(slack.mentionsIn(blocks)).toEqual([{ type: "user", id: "U02BOB", auto: true }]);
    expect(slack.mentionsIn({ text: "ask @bob" })).toEqual([]);
    expect(slack.mentionsIn({ text: "ask @bob", link_names: true })).toEqual([
      { type: "user", id: "U02BOB", auto: true },
    ]);
  });
});

test.each([
  { text: "Q&A <b> &amp;", type: "plain_text" as const, stored: "Q&amp;A &lt;b&gt; &amp;" },
  {
    text: "<@U1> & <b> <https://x.com/?a&b|l>",
    type: "mrkdwn" as const,
    stored: "<@U1> &amp; &lt;b&gt; <https://x.com/?a&amp;b|l>",
  },
  { text: "<@U1>", type: "plain_text" as const, stored: "&lt;@U1&gt;" },
])("Slack keeps $text as $stored", ({ text, type, stored }) => expect(storedText(text, type)).toBe(stored));

describe("dates in the reader's own time", () => {
  const at = 1_700_000_000; // 2023-11-14 22:13:20 UTC
  const berlin = { timeZone: "Europe/Berlin", now: at * 1000 };
  test.each([
    { format: "{date_num} {time}", viewer: berlin, shown: "2023-11-14 23:13" },
    { format: "{date}", viewer: berlin, shown: "November 14, 2023" },
    { format: "{date_short_pretty} {time_secs}", viewer: berlin, shown: "today 23:13:20" },
    { format: "{date_short_pretty}", viewer: { ...berlin, now: at * 1000 + 3_600_000 }, shown: "yesterday" },
    { format: "{date_long_pretty}", viewer: { ...berlin, now: at * 1000 - 86_400_000 }, shown: "tomorrow" },
    { format: "{date_long}", viewer: { ...berlin, timeZone: "Asia/Tokyo" }, shown: "Wednesday, November 15, 2023" },
    { format: "due {ago}", viewer: { ...berlin, now: at * 1000 - 42 * 60_000 }, shown: "due in 42 minutes" },
    { format: "{ago} {unknown}", viewer: { ...berlin, now: at * 1000 + 7_200_000 }, shown: "2 hours ago {unknown}" },
  ])("$format", ({ format, viewer, shown }) => expect(formatDate(at, format, viewer)).toBe(shown));
});
