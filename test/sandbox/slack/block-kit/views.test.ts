import { describe, expect, test } from "vitest";
import { problemLine, validateView } from "../../../../sandbox/slack/index.ts";
import { block, element, home, modal, mrkdwn, plain } from "./samples.ts";

const lines = (view: unknown): string[] => validateView(view).map(problemLine);
const chars = (count: number): string => "x".repeat(count);
const union = "failed to match all allowed schemas [json-pointer:/view]";
const many = (count: number) => Array(count).fill(block("divider"));

describe("modals and Home tabs", () => {
  test.each([
    { name: "a modal", view: modal([block("input")]), said: [] },
    { name: "a Home tab", view: home([block("section")]), said: [] },
    { name: "a title of 24", view: modal(many(1), { title: plain(chars(24)) }), said: [] },
    {
      name: "a title of 25",
      view: modal(many(1), { title: plain(chars(25)) }),
      said: [union, "must be less than 25 characters [json-pointer:/view/title/text]"],
    },
    {
      name: "a submit of 25",
      view: modal(many(1), { submit: plain(chars(25)) }),
      said: [union, "must be less than 25 characters [json-pointer:/view/submit/text]"],
    },
    {
      name: "a close of 25",
      view: modal(many(1), { close: plain(chars(25)) }),
      said: [union, "must be less than 25 characters [json-pointer:/view/close/text]"],
    },
    {
      name: "a title in mrkdwn",
      view: modal(many(1), { title: mrkdwn() }),
      said: [union, "unsupported type: mrkdwn [json-pointer:/view/title/type]"],
    },
    {
      name: "submit: null",
      view: modal(many(1), { submit: null }),
      said: [union, "must provide an object [json-pointer:/view/submit]"],
    },
    {
      name: "an input without submit",
      view: { type: "modal", title: plain(), blocks: [block("divider"), block("divider"), block("input")] },
      said: ["must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/2/input]"],
    },
    { name: "no submit, and no input", view: { type: "modal", title: plain(), blocks: many(1) }, said: [] },
    { name: "an input on Home needs no submit", view: home([block("input")]), said: [] },
    { name: "100 blocks", view: home(many(100)), said: [] },
    {
      name: "101 blocks",
      view: home(many(101)),
      said: [union, "no more than 100 items allowed [json-pointer:/view/blocks]"],
    },
    { name: "no blocks", view: modal([]), said: [union, "must provide at least 1 items [json-pointer:/view/blocks]"] },
    {
      name: "blocks missing",
      view: { type: "home" },
      said: [union, "missing required field: blocks [json-pointer:/view]"],
    },
    {
      name: "a Home tab with a title",
      view: home(many(1), { title: plain() }),
      said: [union, "invalid additional property: title [json-pointer:/view]"],
    },
    {
      name: "submit_disabled",
      view: modal(many(1), { submit_disabled: true }),
      said: [union, "invalid additional property: submit_disabled [json-pointer:/view]"],
    },
    { name: "private_metadata of 3000", view: modal(many(1), { private_metadata: chars(3000) }), said: [] },
    {
      name: "private_metadata of 3001",
      view: modal(many(1), { private_metadata: chars(3001) }),
      said: [union, "must be less than 3001 characters [json-pointer:/view/private_metadata]"],
    },
    {
      name: "callback_id of 256",
      view: modal(many(1), { callback_id: chars(256) }),
      said: [union, "must be less than 256 characters [json-pointer:/view/callback_id]"],
    },
    {
      name: "external_id of 256",
      view: home(many(1), { external_id: chars(256) }),
      said: [union, "must be less than 256 characters [json-pointer:/view/external_id]"],
    },
    {
      name: "clear_on_close as a word",
      view: modal(many(1), { clear_on_close: "yes" }),
      said: [union, "must provide a boolean [json-pointer:/view/clear_on_close]"],
    },
    {
      name: "a type that is none",
      view: { type: "dialog", blocks: [] },
      said: ["unsupported type: dialog [json-pointer:/view/type]"],
    },
    { name: "no type", view: { blocks: [] }, said: ["missing required field: type [json-pointer:/view]"] },
    { name: "no object", view: null, said: ["must provide an object [json-pointer:/view]"] },
    {
      name: "a wrong key deep inside",
      view: modal([
        block("divider"),
        block("input", { element: element("multi_users_select", { initial_user: "U1" }) }),
      ]),
      said: [union, "invalid additional property: initial_user [json-pointer:/view/blocks/1/element]"],
    },
    {
      name: "a number on Home",
      view: home([block("input", { element: element("number_input") })]),
      said: [union, "unsupported type: number_input [json-pointer:/view/blocks/0/element/type]"],
    },
    {
      name: "a date and time on Home",
      view: home([block("actions", { elements: [element("datetimepicker")] })]),
      said: [union, "unsupported type: datetimepicker [json-pointer:/view/blocks/0/elements/0/type]"],
    },
    {
      name: "two focused fields",
      view: modal([
        block("input", { element: element("plain_text_input", { focus_on_load: true }) }),
        block("input", { element: element("plain_text_input", { focus_on_load: true }) }),
      ]),
      said: ["only one element can set `focus_on_load` [json-pointer:/view/blocks/1/element/focus_on_load]"],
    },
    {
      name: "a minimum above the maximum",
      view: modal([block("input", { element: element("plain_text_input", { min_length: 5, max_length: 4 }) })]),
      said: [union, "`min_length` must not be greater than `max_length` [json-pointer:/view/blocks/0/element]"],
    },
    {
      name: "numbers that are none",
      view: modal([block("input", { element: element("number_input", { min_value: "ten", initial_value: "1.5" }) })]),
      said: [
        union,
        "failed to match schema [json-pointer:/view/blocks/0/element/initial_value]",
        "failed to match schema [json-pointer:/view/blocks/0/element/min_value]",
      ],
    },
    {
      name: "a time in a zone that is none",
      view: modal([
        block("input", { element: element("timepicker", { initial_time: "24:00", timezone: "Mars/Base" }) }),
      ]),
      said: [
        union,
        "failed to match schema [json-pointer:/view/blocks/0/element/initial_time]",
        "failed to match schema [json-pointer:/view/blocks/0/element/timezone]",
      ],
    },
    {
      name: "a response_url asked for on Home",
      view: home([block("input", { element: element("channels_select", { response_url_enabled: true }) })]),
      said: [union, "failed to match schema [json-pointer:/view/blocks/0/element/response_url_enabled]"],
    },
    {
      name: "dispatch_action with files",
      view: modal([block("input", { element: element("file_input"), dispatch_action: true })]),
      said: [union, "failed to match schema [json-pointer:/view/blocks/0/dispatch_action]"],
    },
  ])("$name", ({ view, said }) => expect(lines(view)).toEqual(said));

  test("more than 250 KB", () => {
    const wide = (count: number) =>
      home(Array(100).fill({ type: "section", fields: Array(count).fill(plain(chars(1200))) }));
    expect(validateView(wide(2))).toEqual([]);
    expect(validateView(wide(3))).toEqual([{ error: "view_too_large", message: "view_too_large", pointer: "" }]);
  });
});
