import { describe, expect, test } from "vitest";
import { problemLine, validateMessage } from "../../../../sandbox/slack/index.ts";
import { block, element, mrkdwn, option, options, plain } from "./samples.ts";

const ofBlocks = (...blocks: unknown[]): string[] => validateMessage({ text: "x", blocks }).map(problemLine);
const chars = (count: number): string => "x".repeat(count);

describe("options", () => {
  const withOptions = (type: string, list: unknown, more = {}) =>
    block("actions", { elements: [element(type, { options: list, ...more })] });
  const at = "[json-pointer:/blocks/0/elements/0";
  test.each([
    { name: "100 in a select", block: withOptions("static_select", options(100)), said: [] },
    {
      name: "101 in a select",
      block: withOptions("static_select", options(101)),
      said: [`no more than 100 items allowed ${at}/options]`],
    },
    { name: "5 in an overflow", block: withOptions("overflow", options(5)), said: [] },
    {
      name: "6 in an overflow",
      block: withOptions("overflow", options(6)),
      said: [`no more than 5 items allowed ${at}/options]`],
    },
    { name: "10 checkboxes", block: withOptions("checkboxes", options(10)), said: [] },
    {
      name: "11 checkboxes",
      block: withOptions("checkboxes", options(11)),
      said: [`no more than 10 items allowed ${at}/options]`],
    },
    {
      name: "text of 75 and value of 150",
      block: withOptions("static_select", [{ text: plain(chars(75)), value: chars(150) }]),
      said: [],
    },
    {
      name: "text of 76 and value of 151",
      block: withOptions("static_select", [{ text: plain(chars(76)), value: chars(151) }]),
      said: [
        `must be less than 76 characters ${at}/options/0/text/text]`,
        `must be less than 151 characters ${at}/options/0/value]`,
      ],
    },
    {
      name: "mrkdwn in a select",
      block: withOptions("static_select", [{ text: mrkdwn(), value: "a" }]),
      said: [`unsupported type: mrkdwn ${at}/options/0/text/type]`],
    },
    { name: "mrkdwn in checkboxes", block: withOptions("checkboxes", [{ text: mrkdwn(), value: "a" }]), said: [] },
    {
      name: "a url in an overflow",
      block: withOptions("overflow", [{ ...option(), url: "https://larkspur.com" }]),
      said: [],
    },
    {
      name: "a url in a select",
      block: withOptions("static_select", [{ ...option(), url: "https://larkspur.com" }]),
      said: [`invalid additional property: url ${at}/options/0]`],
    },
    {
      name: "no value",
      block: withOptions("static_select", [{ text: plain() }]),
      said: [`missing required field: value ${at}/options/0]`],
    },
    {
      name: "an initial option on offer",
      block: withOptions("static_select", options(2), { initial_option: option("o1") }),
      said: [],
    },
    {
      name: "an initial option that differs",
      block: withOptions("static_select", options(2), { initial_option: { ...option("o1"), description: plain() } }),
      said: [`must match one of the provided options ${at}/initial_option]`],
    },
    {
      name: "neither options nor groups",
      block: block("actions", { elements: [{ type: "static_select" }] }),
      said: [`missing required field: options ${at}]`],
    },
    {
      name: "options and groups",
      block: withOptions("static_select", options(1), { option_groups: [{ label: plain(), options: options(1) }] }),
      said: [`must define only one of \`options\` or \`option_groups\` ${at}]`],
    },
    {
      name: "a group label of 76",
      block: block("actions", {
        elements: [{ type: "static_select", option_groups: [{ label: plain(chars(76)), options: options(1) }] }],
      }),
      said: [`must be less than 76 characters ${at}/option_groups/0/label/text]`],
    },
  ])("$name", ({ block: one, said }) => expect(ofBlocks(one)).toEqual(said));
});

describe("confirm dialogs", () => {
  const all = { title: plain(), text: plain(), confirm: plain(), deny: plain() };
  const asked = (confirm: unknown) => ofBlocks(block("actions", { elements: [element("button", { confirm })] }));
  const at = "[json-pointer:/blocks/0/elements/0/confirm";
  test.each([
    { name: "all four", confirm: all, said: [] },
    {
      name: "at the limits",
      confirm: {
        title: plain(chars(100)),
        text: mrkdwn(chars(300)),
        confirm: plain(chars(30)),
        deny: plain(chars(30)),
        style: "danger",
      },
      said: [],
    },
    {
      name: "beyond the limits",
      confirm: {
        title: plain(chars(101)),
        text: plain(chars(301)),
        confirm: plain(chars(31)),
        deny: plain(chars(31)),
        style: "default",
      },
      said: [
        `must be less than 101 characters ${at}/title/text]`,
        `failed to match all allowed schemas ${at}/text]`,
        `must be less than 301 characters ${at}/text/text]`,
        `must be less than 31 characters ${at}/confirm/text]`,
        `must be less than 31 characters ${at}/deny/text]`,
        `failed to match schema ${at}/style]`,
      ],
    },
    {
      name: "without deny",
      confirm: { title: plain(), text: plain(), confirm: plain() },
      said: [`missing required field: deny ${at}]`],
    },
  ])("$name", ({ confirm, said }) => expect(asked(confirm)).toEqual(said));
});
