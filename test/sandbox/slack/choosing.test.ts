import { describe, expect, test } from "vitest";
import { block, element, option, options } from "./block-kit/samples.ts";
import { button, withCard } from "./card-helpers.ts";
import { anApp, aSlack } from "./helpers.ts";

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
