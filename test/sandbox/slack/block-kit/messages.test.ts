import { describe, expect, test } from "vitest";
import { blockTextLength, problemLine, validateMessage } from "../../../../sandbox/slack/index.ts";
import { block, element, mrkdwn, plain } from "./samples.ts";

const lines = (message: Record<string, unknown>, rules = {}): string[] =>
  validateMessage(message, rules).map(problemLine);
const ofBlocks = (...blocks: unknown[]): string[] => lines({ text: "x", blocks });
const chars = (count: number): string => "x".repeat(count);
const section = (text: string) => block("section", { text: mrkdwn(text) });

describe("words that were seen from the real Slack", () => {
  test.each([
    {
      name: "51 blocks",
      blocks: Array(51).fill(block("divider")),
      said: ["no more than 50 items allowed [json-pointer:/blocks]"],
    },
    { name: "50 blocks", blocks: Array(50).fill(block("divider")), said: [] },
    {
      name: "section text of 3001",
      blocks: [section(chars(3001))],
      said: [
        "failed to match all allowed schemas [json-pointer:/blocks/0/text]",
        "must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
      ],
    },
    { name: "section text of 3000", blocks: [section(chars(3000))], said: [] },
    {
      name: "a section with neither text nor fields",
      blocks: [{ type: "section" }],
      said: ["must define either `text` or `fields` [json-pointer:/blocks/0/type]"],
    },
    {
      name: "a disabled button",
      blocks: [block("actions", { elements: [element("button", { disabled: true })] })],
      said: ["invalid additional property: disabled [json-pointer:/blocks/0/elements/0]"],
    },
    {
      name: "no initial option, said with null",
      blocks: [block("actions", { elements: [element("static_select", { initial_option: null })] })],
      said: ["must provide an object [json-pointer:/blocks/0/elements/0/initial_option]"],
    },
    {
      name: "an action_id twice in a block",
      blocks: [
        block("divider"),
        block("actions", { elements: [element("button", { action_id: "X" }), element("button", { action_id: "X" })] }),
      ],
      said: ['`action_id` "X" already exists [json-pointer:/blocks/1/elements/1/action_id]'],
    },
    {
      name: "an image on this machine",
      blocks: [block("divider"), block("image", { image_url: "http://localhost:3000/a.png" })],
      said: ["downloading image failed [json-pointer:/blocks/1/image_url]"],
    },
    {
      name: "emoji on mrkdwn",
      blocks: [block("context", { elements: [{ ...mrkdwn(), emoji: true }] })],
      said: [
        "failed to match all allowed schemas [json-pointer:/blocks/0/elements/0]",
        "invalid additional property: emoji [json-pointer:/blocks/0/elements/0]",
      ],
    },
    {
      name: "a number picker",
      blocks: [block("input", { element: element("number_input") })],
      said: ["unsupported type: number_input [json-pointer:/blocks/0/element/type]"],
    },
    {
      name: "an unknown block",
      blocks: [{ type: "sections" }],
      said: ["unsupported type: sections [json-pointer:/blocks/0/type]"],
    },
    { name: "a block that is null", blocks: [null], said: ["must provide an object [json-pointer:/blocks/0]"] },
  ])("$name", ({ blocks, said }) => expect(ofBlocks(...blocks)).toEqual(said));
});

describe("ids", () => {
  const button = (id: string) => element("button", { action_id: id });
  test.each([
    {
      name: "the same action_id in two blocks",
      blocks: [block("actions", { elements: [button("a")] }), block("actions", { elements: [button("a")] })],
      said: [],
    },
    {
      name: "a block_id twice",
      blocks: [block("divider", { block_id: "b" }), block("divider", { block_id: "b" })],
      said: ['`block_id` "b" already exists [json-pointer:/blocks/1/block_id]'],
    },
    { name: "one empty block_id", blocks: [block("divider", { block_id: "" })], said: [] },
    {
      name: "two empty block_ids",
      blocks: [block("divider", { block_id: "" }), block("divider", { block_id: "" })],
      said: ['`block_id` "" already exists [json-pointer:/blocks/1/block_id]'],
    },
    {
      name: "a block_id inside a container, taken outside",
      blocks: [
        block("divider", { block_id: "b" }),
        block("container", { child_blocks: [block("divider", { block_id: "b" })] }),
      ],
      said: ['`block_id` "b" already exists [json-pointer:/blocks/1/child_blocks/0/block_id]'],
    },
  ])("$name", ({ blocks, said }) => expect(ofBlocks(...blocks)).toEqual(said));
});

describe("lengths count escaped characters, by code point", () => {
  test.each([
    { name: "600 ampersands make 3000", text: "&".repeat(600), taken: true },
    { name: "601 ampersands are too many", text: "&".repeat(601), taken: false },
    { name: "entities count as they stand", text: "&amp;".repeat(600), taken: true },
    { name: "750 angle brackets make 3000", text: "<".repeat(750), taken: true },
    { name: "751 do not", text: "<".repeat(751), taken: false },
    { name: "a live mention is not escaped", text: `<@U01ALICE>${chars(2989)}`, taken: true },
    { name: "3000 emoji", text: "😀".repeat(3000), taken: true },
    { name: "3001 emoji", text: "😀".repeat(3001), taken: false },
  ])("$name", ({ text, taken }) => expect(ofBlocks(section(text)).length === 0).toBe(taken));
});

describe("all text of the blocks together", () => {
  const four = [section(chars(3000)), section(chars(3000)), section(chars(3000))];
  test("12,000 characters are taken, one more is not", () => {
    expect(ofBlocks(...four, section(chars(3000)))).toEqual([]);
    expect(ofBlocks(...four, section(chars(3000)), section("x"))).toEqual(["msg_blocks_too_long"]);
  });
  test("a header weighs about a hundred more", () => {
    expect(blockTextLength([block("header", { text: plain("abc") })])).toBe(103);
  });
  test("an answer to a response_url escapes it", () => {
    const blocks = [...four, section(chars(3000)), section("x")];
    expect(lines({ text: "x", blocks }, { countAllText: false })).toEqual([]);
  });
});

describe("tables and markdown", () => {
  const cell = { type: "raw_text", text: "v" };
  const row = (count: number) => Array(count).fill(cell);
  test.each([
    { name: "20 cells", block: block("table", { rows: [row(20)] }), said: [] },
    {
      name: "21 cells",
      block: block("table", { rows: [row(21)] }),
      said: ["no more than 20 items allowed [json-pointer:/blocks/0/rows/0]"],
    },
    {
      name: "101 rows",
      block: block("table", { rows: Array(101).fill(row(1)) }),
      said: ["no more than 100 items allowed [json-pointer:/blocks/0/rows]"],
    },
    {
      name: "mrkdwn in a cell",
      block: block("table", { rows: [[mrkdwn()]] }),
      said: ["unsupported type: mrkdwn [json-pointer:/blocks/0/rows/0/0/type]"],
    },
    {
      name: "10,001 characters",
      block: block("table", { rows: [[{ type: "raw_text", text: chars(10_001) }]] }),
      said: ["must be less than 10001 characters [json-pointer:/blocks]"],
    },
    {
      name: "an unknown alignment",
      block: block("table", { column_settings: [{ align: "middle" }] }),
      said: ["failed to match schema [json-pointer:/blocks/0/column_settings/0/align]"],
    },
  ])("$name", ({ block: one, said }) => expect(ofBlocks(one)).toEqual(said));

  test("a second table", () => {
    expect(validateMessage({ blocks: [block("table"), block("table")] })).toEqual([
      { error: "invalid_attachments", message: "only_one_table_allowed", pointer: "" },
    ]);
  });
  test("markdown adds up over the message", () => {
    expect(ofBlocks(block("markdown", { text: chars(6000) }), block("markdown", { text: chars(6000) }))).toEqual([]);
    expect(ofBlocks(block("markdown", { text: chars(6000) }), block("markdown", { text: chars(6001) }))).toEqual([
      "must be less than 12001 characters [json-pointer:/blocks/1/text]",
    ]);
  });
});

describe("rich text", () => {
  const rich = (...elements: unknown[]) => block("rich_text", { elements });
  const part = (type: string, elements: unknown[], more = {}) => ({ type, elements, ...more });
  const text = { type: "text", text: "x" };
  const at = "[json-pointer:/blocks/0/elements/0";
  test.each([
    {
      name: "every leaf",
      block: rich(
        part("rich_text_section", [
          text,
          { type: "link", url: "https://x.com" },
          { type: "user", user_id: "U1" },
          { type: "broadcast", range: "here" },
          { type: "date", timestamp: 1, format: "{date}" },
        ]),
      ),
      said: [],
    },
    {
      name: "an empty leaf",
      block: rich(part("rich_text_section", [{ type: "text", text: "" }])),
      said: [`must be more than 0 characters ${at}/elements/0/text]`],
    },
    {
      name: "a leaf that is mrkdwn",
      block: rich(part("rich_text_section", [mrkdwn()])),
      said: [`unsupported type: mrkdwn ${at}/elements/0/type]`],
    },
    {
      name: "a flag that is none",
      block: rich(part("rich_text_section", [{ ...text, style: { blink: true } }])),
      said: [`invalid additional property: blink ${at}/elements/0/style]`],
    },
    {
      name: "a mention in preformatted text",
      block: rich(part("rich_text_preformatted", [{ type: "user", user_id: "U1" }])),
      said: [`unsupported type: user ${at}/elements/0/type]`],
    },
    {
      name: "a list of leaves",
      block: rich(part("rich_text_list", [text], { style: "bullet" })),
      said: [`unsupported type: text ${at}/elements/0/type]`],
    },
    {
      name: "a list eight deep",
      block: rich(part("rich_text_list", [part("rich_text_section", [text])], { style: "ordered", indent: 8 })),
      said: [],
    },
    {
      name: "a list nine deep",
      block: rich(part("rich_text_list", [part("rich_text_section", [text])], { style: "ordered", indent: 9 })),
      said: [`failed to match schema ${at}/indent]`],
    },
    {
      name: "a broadcast to the world",
      block: rich(part("rich_text_section", [{ type: "broadcast", range: "world" }])),
      said: [`failed to match schema ${at}/elements/0/range]`],
    },
  ])("$name", ({ block: one, said }) => expect(ofBlocks(one)).toEqual(said));
});

describe("the message around the blocks", () => {
  test.each([
    { name: "nothing at all", message: {}, error: "no_text" },
    { name: "empty text, no blocks", message: { text: "", blocks: [] }, error: "no_text" },
    { name: "blocks alone", message: { blocks: [block("divider")] }, error: undefined },
    { name: "blocks as an object", message: { blocks: { type: "divider" } }, error: "invalid_blocks_format" },
    { name: "markdown_text with text", message: { markdown_text: "*x*", text: "x" }, error: "markdown_text_conflict" },
    { name: "markdown_text alone", message: { markdown_text: chars(12_000) }, error: undefined },
    { name: "markdown_text too long", message: { markdown_text: chars(12_001) }, error: "msg_too_long" },
    {
      name: "101 attachments",
      message: { attachments: Array(101).fill({ text: "x" }) },
      error: "too_many_attachments",
    },
    { name: "metadata as a list", message: { text: "x", metadata: [] }, error: "invalid_metadata_format" },
    {
      name: "metadata without payload",
      message: { text: "x", metadata: { event_type: "t" } },
      error: "invalid_metadata_schema",
    },
    {
      name: "metadata",
      message: { text: "x", metadata: { event_type: "t", event_payload: { id: "1" } } },
      error: undefined,
    },
    {
      name: "blocks in an attachment",
      message: { attachments: [{ blocks: [{ type: "section" }] }] },
      error: "invalid_blocks",
    },
  ])("$name", ({ message, error }) => expect(validateMessage(message)[0]?.error).toBe(error));

  test("text that an update may not have", () => {
    expect(lines({ text: chars(4000) }, { textMax: 4000 })).toEqual([]);
    expect(lines({ text: chars(4001) }, { textMax: 4000 })).toEqual(["msg_too_long"]);
  });
});

test.each([
  { url: "https://cdn.larkspur.com/a.png", taken: true },
  { url: "http://10.1.2.3/a.png", taken: false },
  { url: "http://127.0.0.1:8080/a.png", taken: false },
  { url: "http://172.31.0.1/a.png", taken: false },
  { url: "http://172.32.0.1/a.png", taken: true },
  { url: "http://8.8.8.8/a.png", taken: true },
  { url: "http://[::1]/a.png", taken: false },
  { url: "ftp://cdn.larkspur.com/a.png", taken: false },
  { url: "https://intranet/a.png", taken: false },
  { url: "https://cdn.larkspur.example/a.png", taken: false },
])("Slack can fetch $url: $taken", ({ url, taken }) =>
  expect(ofBlocks(block("image", { image_url: url })).length === 0).toBe(taken),
);
