import { isObject, type JsonObject } from "../json.ts";
import { limits } from "../limits.ts";
import type { Report } from "./report.ts";
import { checkKeys } from "./shape.ts";
import { characters } from "./text.ts";

const { leaves, style_flags: styleFlags } = limits.rich_text;

// Leaves that name somebody or something take three flags more.
const NAMING_FLAGS = ["highlight", "client_highlight", "unlink"];
const NAMING_LEAVES = ["user", "channel", "usergroup"];

export function checkRichText(block: JsonObject, path: string, report: Report): void {
  const allowed = limits.blocks.rich_text?.fields?.elements?.of ?? [];
  if (Array.isArray(block.elements))
    block.elements.forEach((part, index) => {
      checkPart(part, allowed, `${path}/elements/${index}`, report);
    });
}

function checkPart(value: unknown, allowed: string[], path: string, report: Report): void {
  if (!isObject(value)) {
    report.say("null or scalar where an object is needed", { path });
    return;
  }
  if (value.type === undefined) {
    report.say("required key absent", { key: "type", path });
    return;
  }
  const type = String(value.type);
  if (!allowed.includes(type)) {
    report.say("unknown or surface-forbidden type", { type, path });
    return;
  }
  const spec = limits.rich_text[type as "rich_text_section"];
  checkKeys(value, spec, path, report);
  checkListKeys(value, spec, path, report);
  if (!Array.isArray(value.elements)) {
    if ("elements" in value) report.say("array expected", { path: `${path}/elements` });
    return;
  }
  value.elements.forEach((item, index) => {
    const at = `${path}/elements/${index}`;
    if (spec.elements.some((name) => name.startsWith("rich_text_"))) checkPart(item, spec.elements, at, report);
    else checkLeaf(item, spec.elements, at, report);
  });
}

function checkListKeys(
  value: JsonObject,
  spec: { style?: string[]; indent?: { min: number; max: number }; border?: number[] },
  path: string,
  report: Report,
): void {
  const wrong = [
    "style" in value && spec.style && !spec.style.includes(String(value.style)) && "style",
    "indent" in value && spec.indent && !isWithin(value.indent, spec.indent) && "indent",
    "border" in value && !(spec.border ?? [0, 1]).includes(Number(value.border)) && "border",
  ];
  for (const key of wrong) if (key) report.say("value fails its own schema", { path: `${path}/${key}` });
}

const isWithin = (value: unknown, { min, max }: { min: number; max: number }): boolean =>
  typeof value === "number" && Number.isInteger(value) && value >= min && value <= max;

function checkLeaf(value: unknown, allowed: string[], path: string, report: Report): void {
  if (!isObject(value)) {
    report.say("null or scalar where an object is needed", { path });
    return;
  }
  if (value.type === undefined) {
    report.say("required key absent", { key: "type", path });
    return;
  }
  const type = String(value.type);
  const spec = allowed.includes(type) ? leaves[type] : undefined;
  if (spec === undefined) {
    report.say("unknown or surface-forbidden type", { type, path });
    return;
  }
  checkKeys(value, { required: spec.required, optional: spec.optional ?? [] }, path, report);
  for (const key of spec.required) {
    if (!(key in value) || key === "type") continue;
    const wanted = key === "timestamp" ? "number" : "string";
    if (typeof value[key] !== wanted) report.say(`${wanted} expected`, { path: `${path}/${key}` });
  }
  const minimum = spec.text?.min_length ?? 0;
  if (typeof value.text === "string" && characters(value.text) < minimum)
    report.say("string empty", { min: minimum, path: `${path}/text` });
  if (spec.range && !spec.range.includes(String(value.range)))
    report.say("value fails its own schema", { path: `${path}/range` });
  if ("style" in value && spec.optional?.includes("style")) checkStyle(value.style, type, `${path}/style`, report);
}

function checkStyle(style: unknown, leaf: string, path: string, report: Report): void {
  if (!isObject(style)) {
    report.say("null or scalar where an object is needed", { path });
    return;
  }
  const flags = NAMING_LEAVES.includes(leaf) ? [...styleFlags, ...NAMING_FLAGS] : styleFlags;
  for (const [flag, value] of Object.entries(style)) {
    if (!flags.includes(flag)) report.say("unknown key", { key: flag, path });
    else if (typeof value !== "boolean") report.say("boolean expected", { path: `${path}/${flag}` });
  }
}
