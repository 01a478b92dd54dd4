import { describe, expect, test } from "vitest";
import { problemLine, validateMessage, validateView } from "../../../../sandbox/slack/index.ts";
import { type FieldSpec, limits, type Surface } from "../../../../sandbox/slack/limits.ts";
import { block, blocks, confirm, element, elements, home, modal, plain, richText } from "./samples.ts";

const SURFACES = ["message", "modal", "home"] as const;

/** The lines of the report without those that only name a parent. */
function refusals(surface: Surface, list: unknown[]): string[] {
  const problems =
    surface === "message"
      ? validateMessage({ text: "x", blocks: list })
      : validateView(surface === "modal" ? modal(list) : home(list));
  return problems.map(problemLine).filter((line) => !line.startsWith("failed to match all allowed schemas"));
}

const root = (surface: Surface): string => (surface === "message" ? "/blocks" : "/view/blocks");

test("there is a sample of every block and element in the limits file", () => {
  expect(Object.keys(blocks).toSorted()).toEqual(Object.keys(limits.blocks).toSorted());
  expect(Object.keys(elements).toSorted()).toEqual(Object.keys(limits.elements).toSorted());
});

describe("each block is taken where the file says so, and nowhere else", () => {
  for (const [type, spec] of Object.entries(limits.blocks))
    test.each(SURFACES)(`${type} on %s`, (surface) => {
      const allowed = spec.surfaces?.[surface] === true && !spec.inbound_only;
      const expected = allowed ? [] : [`unsupported type: ${type} [json-pointer:${root(surface)}/0/type]`];
      expect(refusals(surface, [block(type)])).toEqual(expected);
    });
});

/** A block that can hold the element, and the pointer from the block to it. */
function holding(type: string, sample: Record<string, unknown>): { holder: Record<string, unknown>; path: string } {
  const { containers = [] } = limits.elements[type] as unknown as { containers: string[] };
  if (containers.includes("actions.elements"))
    return { holder: block("actions", { elements: [sample] }), path: "/elements/0" };
  if (containers.includes("section.accessory"))
    return { holder: block("section", { accessory: sample }), path: "/accessory" };
  if (containers.includes("input.element")) return { holder: block("input", { element: sample }), path: "/element" };
  if (containers.includes("context_actions.elements"))
    return { holder: block("context_actions", { elements: [sample] }), path: "/elements/0" };
  return { holder: block("task_card", { sources: [{ ...sample, type: "url" }] }), path: "/sources/0" };
}

describe("each element is taken where the file says so, and nowhere else", () => {
  for (const [type, spec] of Object.entries(limits.elements))
    test.each(SURFACES)(`${type} on %s`, (surface) => {
      const { holder, path } = holding(type, element(type));
      const onSurface = spec.surfaces?.[surface] === true;
      const holderAllowed = limits.blocks[String(holder.type)]?.surfaces?.[surface] === true;
      if (onSurface) expect(refusals(surface, [holder])).toEqual([]);
      else if (holderAllowed)
        expect(refusals(surface, [holder])).toEqual([
          `unsupported type: ${type} [json-pointer:${root(surface)}/0${path}/type]`,
        ]);
      else
        expect(refusals(surface, [holder])).toEqual([
          `unsupported type: ${holder.type} [json-pointer:${root(surface)}/0/type]`,
        ]);
    });
});

interface Case {
  value: unknown;
  taken: boolean;
  line?: string;
  path?: string;
}

const chars = (count: number): string => "x".repeat(count);

/** Values on both sides of each limit of a field, with what Slack says beyond it. */
function edges(field: FieldSpec): Case[] {
  const cases: Case[] = [];
  const both = (good: unknown, bad: unknown, line: string, path = ""): void =>
    void cases.push({ value: good, taken: true }, { value: bad, taken: false, line, path });
  if (field.type === "string" && field.max_length && !field.pattern && !field.enum)
    both(chars(field.max_length), chars(field.max_length + 1), `must be less than ${field.max_length + 1} characters`);
  if (field.type === "string" && field.min_length) both("x", "", "must be more than 0 characters");
  if (field.type === "string" && field.enum) both(field.enum[0], `${field.enum[0]}?`, "failed to match schema");
  if (field.type === "text_object" && field.max_text_length) {
    const max = field.max_text_length;
    both(textOf(field, chars(max)), textOf(field, chars(max + 1)), `must be less than ${max + 1} characters`, "/text");
    both(textOf(field, "x"), textOf(field, ""), "must be more than 0 characters", "/text");
    cases.push({ value: "words", taken: false, line: "must provide an object", path: "" });
    if (field.text_types?.length === 1) {
      const other = field.text_types[0] === "plain_text" ? "mrkdwn" : "plain_text";
      cases.push({
        value: { type: other, text: "x" },
        taken: false,
        line: `unsupported type: ${other}`,
        path: "/type",
      });
    }
  }
  if (field.type === "integer" && field.minimum !== undefined)
    both(field.minimum, field.minimum - 1, "failed to match schema");
  if (field.type === "integer" && field.maximum !== undefined)
    both(field.maximum, field.maximum + 1, "failed to match schema");
  if (field.type === "boolean") both(true, "true", "must provide a boolean");
  if (field.ref === "composition.confirm") both(confirm, null, "must provide an object");
  if (field.ref === "blocks.rich_text") both(richText, null, "must provide an object");
  if (field.type !== "boolean" && field.type !== "integer" && field.const === undefined)
    cases.push({ value: null, taken: false, path: "" });
  return cases;
}

const textOf = (field: FieldSpec, text: string) => ({ type: field.text_types?.[0], text });

// Fields that exclude another one, or need one, on the sample they are tried on.
const WITHOUT: Record<string, string[]> = {
  "container.rich_text_title": ["title"],
  "static_select.option_groups": ["options"],
  "multi_static_select.option_groups": ["options"],
};

describe("both sides of every limit of a block's own field", () => {
  for (const [type, spec] of Object.entries(limits.blocks)) {
    const surface = SURFACES.find((name) => spec.surfaces?.[name] === true && !spec.inbound_only);
    if (surface === undefined) continue;
    for (const [key, field] of Object.entries(spec.fields ?? {}))
      for (const { value, taken, line, path } of edges(field))
        test(`${type}.${key} ${taken ? "takes" : "refuses"} ${describeValue(value)}`, () => {
          const sample: Record<string, unknown> = block(type, { [key]: value });
          for (const other of WITHOUT[`${type}.${key}`] ?? []) delete sample[other];
          expectCase(refusals(surface, [sample]), { taken, line, path: `${root(surface)}/0/${key}${path ?? ""}` });
        });
  }
});

describe("both sides of every limit of an element's own field", () => {
  for (const [type, spec] of Object.entries(limits.elements)) {
    const surface = SURFACES.find((name) => spec.surfaces?.[name] === true);
    if (surface === undefined || type === "url_source") continue;
    for (const [key, field] of Object.entries(spec.fields ?? {}))
      for (const { value, taken, line, path } of edges(field))
        test(`${type}.${key} ${taken ? "takes" : "refuses"} ${describeValue(value)}`, () => {
          const sample: Record<string, unknown> = element(type, { [key]: value });
          for (const other of WITHOUT[`${type}.${key}`] ?? []) delete sample[other];
          if (sample.image_url && key === "image_url") return;
          const { holder, path: inner } = holding(type, sample);
          if (type === "image") Object.assign(holder, block("context", { elements: [sample] }));
          const at = type === "image" ? "/elements/0" : inner;
          expectCase(refusals(surface, [holder]), { taken, line, path: `${root(surface)}/0${at}/${key}${path ?? ""}` });
        });
  }
});

function expectCase(
  lines: string[],
  { taken, line, path }: { taken: boolean; line?: string | undefined; path: string },
): void {
  // A long address is no image, and a long value fits no option: only what the limit says counts here.
  const own = lines.filter((text) => text.includes(`[json-pointer:${path}]`));
  if (taken) expect(own.filter((text) => /characters|schema|boolean|object/.test(text))).toEqual([]);
  else if (line === undefined) expect(own).not.toEqual([]);
  else expect(own).toContain(`${line} [json-pointer:${path}]`);
}

const describeValue = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${typeof value} of ${text.length} characters` : text;
};

describe("required and unknown keys", () => {
  for (const [type, spec] of Object.entries(limits.blocks)) {
    const surface = SURFACES.find((name) => spec.surfaces?.[name] === true && !spec.inbound_only);
    if (surface === undefined) continue;
    test.each(spec.required.filter((key) => key !== "type"))(`${type} needs %s`, (key) => {
      const sample: Record<string, unknown> = block(type);
      delete sample[key];
      expect(refusals(surface, [sample])).toContain(`missing required field: ${key} [json-pointer:${root(surface)}/0]`);
    });
    test(`${type} takes no other key`, () => {
      expect(refusals(surface, [block(type, { disabled: true })])).toEqual([
        `invalid additional property: disabled [json-pointer:${root(surface)}/0]`,
      ]);
    });
  }
  for (const [type, spec] of Object.entries(limits.elements)) {
    const surface = SURFACES.find((name) => spec.surfaces?.[name] === true) as Surface;
    const { path } = holding(type, element(type));
    test.each(spec.required.filter((key) => key !== "type"))(`${type} needs %s`, (key) => {
      const sample: Record<string, unknown> = element(type);
      delete sample[key];
      expect(refusals(surface, [holding(type, sample).holder])).toContain(
        `missing required field: ${key} [json-pointer:${root(surface)}/0${path}]`,
      );
    });
    test(`${type} takes no other key`, () => {
      expect(refusals(surface, [holding(type, element(type, { disabled: true })).holder])).toEqual([
        `invalid additional property: disabled [json-pointer:${root(surface)}/0${path}]`,
      ]);
    });
  }
});

test("array limits, both sides", () => {
  const many = (count: number, make: (i: number) => unknown) => Array.from({ length: count }, (_, i) => make(i));
  const button = (i: number) => element("button", { action_id: `a${i}` });
  const at = "[json-pointer:/blocks/0";
  expect(refusals("message", [block("actions", { elements: many(25, button) })])).toEqual([]);
  expect(refusals("message", [block("actions", { elements: many(26, button) })])).toEqual([
    `no more than 25 items allowed ${at}/elements]`,
  ]);
  expect(refusals("message", [block("actions", { elements: [] })])).toEqual([
    `must provide at least 1 items ${at}/elements]`,
  ]);
  expect(refusals("message", [block("context", { elements: many(10, () => plain()) })])).toEqual([]);
  expect(refusals("message", [block("context", { elements: many(11, () => plain()) })])).toEqual([
    `no more than 10 items allowed ${at}/elements]`,
  ]);
  expect(refusals("message", [{ type: "section", fields: many(10, () => plain(chars(2000))) }])).toEqual([
    "msg_blocks_too_long",
  ]);
  expect(refusals("message", [{ type: "section", fields: many(11, () => plain()) }])).toEqual([
    `no more than 10 items allowed ${at}/fields]`,
  ]);
  expect(refusals("modal", [{ type: "section", fields: many(10, () => plain(chars(2000))) }])).toEqual([]);
  expect(refusals("modal", [{ type: "section", fields: [plain(chars(2001))] }])).toEqual([
    "must be less than 2001 characters [json-pointer:/view/blocks/0/fields/0/text]",
  ]);
});
