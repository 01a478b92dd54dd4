import type { App, ViewOutput, ViewSubmitAction } from "@slack/bolt";
import { describe, expect, test } from "vitest";
import { block, element, home, modal, option, options, plain } from "./block-kit/samples.ts";
import { anApp, aSlack } from "./helpers.ts";
import { aTrigger, named, quiet } from "./modal-helpers.ts";

const START = 1_700_000_000_000;

describe("submitting", () => {
  type Answer = Parameters<Parameters<App["view"]>[1]>[0]["ack"] extends (answer?: infer A) => unknown ? A : never;

  const submitting = async (fields: unknown[], answer?: (view: ViewOutput) => Answer, more = {}) => {
    const slack = await aSlack();
    const seen: ViewSubmitAction[] = [];
    const { client } = await anApp(slack, (app) => {
      quiet(app);
      app.view("edit", async ({ ack, body, view }) => {
        seen.push(body as ViewSubmitAction);
        await ack(answer?.(view) as never);
      });
    });
    const view = modal(fields, { callback_id: "edit", ...more });
    await client.views.open({ trigger_id: await aTrigger(slack), view: view as never });
    return { slack, seen, alice: slack.as("U01ALICE") };
  };

  test("an empty ack closes the modal, and the app gets every value", async () => {
    const every = [
      named("text"),
      block("input", { block_id: "num", element: element("number_input", { action_id: "v" }) }),
      block("input", {
        block_id: "one",
        element: element("static_select", { action_id: "v", options: options(3), initial_option: option("o1") }),
      }),
      block("input", {
        block_id: "some",
        optional: true,
        element: element("multi_static_select", { action_id: "v", options: options(3) }),
      }),
      block("input", { block_id: "who", element: element("users_select", { action_id: "v" }) }),
      block("input", { block_id: "where", element: element("channels_select", { action_id: "v" }) }),
      block("input", { block_id: "day", element: element("datepicker", { action_id: "v" }) }),
      block("input", {
        block_id: "time",
        element: element("timepicker", { action_id: "v", timezone: "Europe/Berlin" }),
      }),
      block("input", { block_id: "at", element: element("datetimepicker", { action_id: "v" }) }),
      block("input", { block_id: "ticks", element: element("checkboxes", { action_id: "v", options: options(3) }) }),
      block("input", {
        block_id: "radio",
        optional: true,
        element: element("radio_buttons", { action_id: "v", options: options(3) }),
      }),
      block("input", { block_id: "mail", element: element("email_text_input", { action_id: "v" }) }),
    ];
    const { slack, seen, alice } = await submitting(every);
    const outcome = await alice.submit({
      text: "hello <b>",
      num: "12",
      who: "Bob Baker",
      where: "triage",
      day: "2026-11-21",
      time: "09:30",
      at: 1_700_000_000,
      ticks: ["o0", "o2"],
      mail: "a@b.co",
    });
    expect(outcome).toMatchObject({ ok: true });
    expect(slack.modals("U01ALICE")).toEqual([]);
    const full = (value: string) => ({ value, text: { type: "plain_text", text: value, emoji: true } });
    expect(seen[0]?.view.state.values).toEqual({
      text: { v: { type: "plain_text_input", value: "hello <b>" } },
      num: { v: { type: "number_input", value: "12" } },
      one: { v: { type: "static_select", selected_option: full("o1") } },
      some: { v: { type: "multi_static_select", selected_options: [] } },
      who: { v: { type: "users_select", selected_user: "U02BOB" } },
      where: { v: { type: "channels_select", selected_channel: "C0TRIAGE" } },
      day: { v: { type: "datepicker", selected_date: "2026-11-21" } },
      time: { v: { type: "timepicker", selected_time: "09:30", timezone: "Europe/Berlin" } },
      at: { v: { type: "datetimepicker", selected_date_time: 1_700_000_000 } },
      ticks: { v: { type: "checkboxes", selected_options: [full("o0"), full("o2")] } },
      radio: { v: { type: "radio_buttons", selected_option: null } },
      mail: { v: { type: "email_text_input", value: "a@b.co" } },
    });
    expect(seen[0]).toMatchObject({
      type: "view_submission",
      user: { id: "U01ALICE", team_id: "T01LARKSPUR" },
      response_urls: [],
    });
  });

  test("errors stand under their fields, and what was typed stays", async () => {
    const { slack, alice } = await submitting([named("a")], () => ({
      response_action: "errors",
      errors: { a: "too short" },
    }));
    expect(await alice.submit({ a: "x" })).toMatchObject({ ok: false, errors: { a: "too short" } });
    expect(slack.modal("U01ALICE")).toMatchObject({
      errors: { a: "too short" },
      state: { values: { a: { v: { value: "x" } } } },
    });
    expect(slack.refused).toEqual([]);
  });

  test.each([
    {
      name: "errors for a block that is none",
      answer: { response_action: "errors", errors: { b: "x" } },
      code: "invalid_errors",
    },
    { name: "no errors at all", answer: { response_action: "errors", errors: {} }, code: "invalid_errors" },
    { name: "an unknown action", answer: { response_action: "explode" }, code: "invalid_response_action" },
    { name: "a message", answer: { text: "thanks" }, code: "invalid_response_action" },
    { name: "a view that is none", answer: { response_action: "update", view: modal([]) }, code: "invalid_view" },
    { name: "a Home tab", answer: { response_action: "push", view: home([block("divider")]) }, code: "invalid_view" },
  ])("answering with $name is trouble, and recorded", async ({ answer, code }) => {
    const { slack, alice } = await submitting([named("a")], () => answer as never);
    expect(await alice.submit({ a: "x" })).toMatchObject({
      ok: false,
      failure: { code, text: "We had some trouble connecting. Try again?" },
    });
    expect(slack.modals("U01ALICE")).toHaveLength(1);
    expect(slack.refused).toMatchObject([{ what: "ack", error: code }]);
  });

  test("update, push and clear", async () => {
    const next = (title: string) => modal([named("b")], { title: plain(title), callback_id: "edit" });
    const answers = [
      { response_action: "update", view: next("Second") },
      { response_action: "push", view: next("Third") },
      { response_action: "clear" },
    ];
    const { slack, alice } = await submitting([named("b")], () => answers.shift() as never);
    const titles = () => slack.modals("U01ALICE").map(({ title }) => (title as { text: string }).text);
    await alice.submit({ b: "x" });
    expect(titles()).toEqual(["Second"]);
    await alice.submit({ b: "x" });
    expect(titles()).toEqual(["Second", "Third"]);
    await alice.submit({ b: "x" });
    expect(titles()).toEqual([]);
  });

  test.each([
    { name: "a required field", field: named("a"), value: "", sentence: "Please complete this required field." },
    { name: "an optional one", field: named("a", { optional: true }), value: "", sentence: undefined },
    {
      name: "max_length",
      field: named("a", { element: element("plain_text_input", { max_length: 3 }) }),
      value: "four",
      sentence: "This field must be 3 characters or fewer.",
    },
    {
      name: "min_length",
      field: named("a", { element: element("plain_text_input", { min_length: 3 }) }),
      value: "ab",
      sentence: "This field must be at least 3 characters.",
    },
    { name: "3000 characters", field: named("a"), value: "x".repeat(3000), sentence: undefined },
    {
      name: "3001 characters",
      field: named("a"),
      value: "x".repeat(3001),
      sentence: "This field must be 3000 characters or fewer.",
    },
    {
      name: "a number",
      field: named("a", { element: element("number_input") }),
      value: "1.5",
      sentence: "Please enter a valid number.",
    },
    {
      name: "a decimal",
      field: named("a", { element: element("number_input", { is_decimal_allowed: true, max_value: "2" }) }),
      value: "1.5",
      sentence: undefined,
    },
    {
      name: "a number too small",
      field: named("a", { element: element("number_input", { min_value: "2" }) }),
      value: "1",
      sentence: "This number must be at least 2.",
    },
    {
      name: "an address",
      field: named("a", { element: element("email_text_input") }),
      value: "nobody",
      sentence: "Please enter a valid email address.",
    },
    {
      name: "a web address",
      field: named("a", { element: element("url_text_input") }),
      value: "nowhere",
      sentence: "Please enter a valid URL.",
    },
  ])("the client itself minds $name", async ({ field, value, sentence }) => {
    const { seen, alice } = await submitting([field]);
    const outcome = await alice.submit({ a: value });
    expect(outcome.errors).toEqual(sentence === undefined ? undefined : { a: sentence });
    expect(seen).toHaveLength(sentence === undefined ? 1 : 0);
  });

  test("fields are found by label, ids or both; nothing else can be filled", async () => {
    const { slack, alice } = await submitting([named("a"), named("b")]);
    await alice.fill({ "The a": "1", "b.v": "2" });
    expect(slack.modal("U01ALICE")?.state).toMatchObject({
      values: { a: { v: { value: "1" } }, b: { v: { value: "2" } } },
    });
    await expect(alice.fill({ c: "3" })).rejects.toThrow("the modal has no field c; it has: a.v, b.v");
  });

  test("an app that does not answer is trouble, and the modal stays", async () => {
    const slack = await aSlack({ now: () => START });
    const { client } = await anApp(slack, quiet);
    await client.views.open({ trigger_id: await aTrigger(slack), view: modal([named("a")]) as never });
    const submitted = slack.as("U01ALICE").submit({ a: "x" });
    await slack.until(() => slack.waiting() === 1);
    slack.clock.advance(3000);
    expect(await submitted).toMatchObject({
      ok: false,
      failure: { code: "operation_timeout", text: "We had some trouble connecting. Try again?" },
    });
    expect(slack.modals("U01ALICE")).toHaveLength(1);
  });

  test("response_urls come for a channel that was asked for so", async () => {
    const field = block("input", {
      block_id: "c",
      element: element("conversations_select", {
        action_id: "v",
        response_url_enabled: true,
        default_to_current_conversation: true,
      }),
    });
    const { slack, seen, alice } = await submitting([field]);
    await alice.submit();
    const [url] = (seen[0] as unknown as { response_urls: { channel_id: string; response_url: string }[] })
      .response_urls;
    expect(url).toMatchObject({ block_id: "c", action_id: "v", channel_id: "C0TRIAGE" });
    await fetch(url?.response_url as string, {
      method: "POST",
      body: JSON.stringify({ text: "done", response_type: "in_channel" }),
    });
    expect(slack.messages("C0TRIAGE")).toMatchObject([{ text: "done" }]);
  });

  test("only files of the kinds that are asked for can be chosen", async () => {
    const field = block("input", {
      block_id: "f",
      element: element("file_input", { action_id: "v", filetypes: ["md", "txt"] }),
    });
    const { alice } = await submitting([field]);
    await expect(alice.submit({ f: [{ name: "photo.png", content: "a" }] })).rejects.toThrow("only md, txt");
    expect(await alice.submit({ f: [{ name: "A.MD", content: "a" }] })).toMatchObject({ ok: true });
  });

  test("files handed in can be downloaded by the app", async () => {
    const field = block("input", { block_id: "f", element: element("file_input", { action_id: "v", max_files: 1 }) });
    const { slack, seen, alice } = await submitting([field]);
    const two = [
      { name: "a.md", content: "a" },
      { name: "b.md", content: "b" },
    ];
    expect((await alice.submit({ f: two })).errors).toEqual({ f: "At most 1 files can be added." });
    await alice.submit({ f: two.slice(0, 1) });
    const value = seen[0]?.view.state.values.f?.v as { files?: { url_private_download: string }[] } | undefined;
    const download = await fetch(value?.files?.[0]?.url_private_download as string, {
      headers: { authorization: `Bearer ${slack.botToken}` },
    });
    expect(await download.text()).toBe("a");
  });
});

describe("closing", () => {
  const closing = async (more: Record<string, unknown>) => {
    const slack = await aSlack();
    const closed: unknown[] = [];
    const { client } = await anApp(slack, (app) => {
      quiet(app);
      app.view({ callback_id: "edit", type: "view_closed" }, async ({ ack, body }) => {
        closed.push(body);
        await ack();
      });
    });
    await client.views.open({
      trigger_id: await aTrigger(slack),
      view: modal([named("a")], { callback_id: "edit", ...more }) as never,
    });
    const alice = slack.as("U01ALICE");
    await alice.fill({ a: "typed" });
    return { alice, closed };
  };

  test("is told when the app asked to know, without what was typed or a trigger", async () => {
    const { alice, closed } = await closing({ notify_on_close: true });
    await alice.closeModal();
    expect(closed).toMatchObject([{ type: "view_closed", is_cleared: false, view: { state: { values: {} } } }]);
    expect(closed[0]).not.toHaveProperty("trigger_id");
  });

  test("is not told otherwise", async () => {
    const { alice, closed } = await closing({});
    await alice.closeModal();
    expect(closed).toEqual([]);
  });

  test("the cross, and clear_on_close, clear the stack", async () => {
    const cross = await closing({ notify_on_close: true });
    await cross.alice.closeModal({ all: true });
    expect(cross.closed).toMatchObject([{ is_cleared: true }]);
    const clear = await closing({ notify_on_close: true, clear_on_close: true });
    await clear.alice.closeModal();
    expect(clear.closed).toMatchObject([{ is_cleared: true }]);
  });
});
