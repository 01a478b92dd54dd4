import { isObject } from "../json.ts";
import { type FieldSpec, limits } from "../limits.ts";
import { checkBlock } from "./blocks.ts";
import { checkComposition, checkOption } from "./composition.ts";
import { checkElement } from "./elements.ts";
import type { Report } from "./report.ts";
import { checkKeys } from "./shape.ts";
import { characters, checkText } from "./text.ts";

export function checkField(value: unknown, field: FieldSpec, path: string, report: Report): void {
  const { type, text_types: types = [], min_text_length: min, max_text_length: max } = field;
  if (type === "text_object") checkText(value, { types, min, max }, path, report);
  else if (type === "string") checkString(value, field, path, report);
  else if (type === "integer") checkInteger(value, field, path, report);
  else if (type === "array") checkArray(value, field, path, report);
  else if (type === "object") checkObjectField(value, field, path, report);
  else if (type === "boolean" && typeof value !== "boolean") report.say("boolean expected", { path });
}

function checkString(value: unknown, field: FieldSpec, path: string, report: Report): void {
  if (typeof value !== "string") {
    report.say("string expected", { path });
    return;
  }
  const length = characters(value);
  if (field.max_length !== undefined && length > field.max_length)
    report.say("string too long", { max: field.max_length, path });
  if (field.min_length !== undefined && length < field.min_length)
    report.say("string empty", { min: field.min_length, path });
  const fits =
    (field.enum === undefined || field.enum.includes(value)) &&
    (!field.pattern?.startsWith("^") || new RegExp(field.pattern).test(value)) &&
    (field.format !== "IANA zone" || isTimeZone(value)) &&
    (field.format !== "U…|W…" || /^[UW][A-Z0-9]+$/.test(value));
  if (!fits) report.say("value fails its own schema", { path });
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function checkInteger(value: unknown, field: FieldSpec, path: string, report: Report): void {
  if (typeof value !== "number" || !Number.isInteger(value)) {
    report.say("number expected", { path });
    return;
  }
  const digits = /^(\d+)-digit/.exec(field.pattern ?? "")?.[1];
  const fits =
    value >= (field.minimum ?? -Infinity) &&
    value <= (field.maximum ?? Infinity) &&
    (digits === undefined || String(value).length === Number(digits));
  if (!fits) report.say("value fails its own schema", { path });
}

function checkArray(value: unknown, field: FieldSpec, path: string, report: Report): void {
  if (!Array.isArray(value)) {
    report.say("array expected", { path });
    return;
  }
  if (field.max_items !== undefined && value.length > field.max_items)
    report.say("too many array items", { max: field.max_items, path });
  if (field.min_items !== undefined && value.length < field.min_items)
    report.say("too few array items", { min: field.min_items, path });
  value.forEach((item, index) => {
    checkItem(item, field, `${path}/${index}`, report);
  });
}

function checkItem(item: unknown, field: FieldSpec, path: string, report: Report): void {
  const of = field.of ?? [];
  if (field.item_optional) {
    checkLooseItem(item, field.item_optional, path, report);
    return;
  }
  if (of.includes("composition.option")) {
    checkOption(item, field, path, report);
    return;
  }
  if (of.includes("composition.option_group")) {
    checkComposition("option_group", item, path, report);
    return;
  }
  if (of.includes("string")) {
    checkString(item, { ...(field.enum && { enum: field.enum }) }, path, report);
    return;
  }
  const texts: string[] = of.filter((name) => name === "plain_text" || name === "mrkdwn");
  const isText = isObject(item) && texts.includes(String(item.type));
  if (isText || (texts.length > 0 && texts.length === of.length)) {
    checkText(
      item,
      { types: texts, min: field.item_min_text_length, max: field.item_max_text_length ?? field.text_max_length },
      path,
      report,
    );
    return;
  }
  // Table rows and the parts of rich text have walkers of their own.
  if (of.includes("array") || of.includes("rich_text_section")) return;
  if (of.every((name) => name in limits.blocks)) {
    checkBlock(item, path, report, of);
    return;
  }
  checkElement(item, of, path, report);
}

function checkLooseItem(
  item: unknown,
  keys: NonNullable<FieldSpec["item_optional"]>,
  path: string,
  report: Report,
): void {
  if (!isObject(item)) {
    report.say("null or scalar where an object is needed", { path });
    return;
  }
  checkKeys(item, { required: [], optional: Object.keys(keys) }, path, report);
  for (const [key, allowed] of Object.entries(keys))
    if (key in item && (Array.isArray(allowed) ? !allowed.includes(String(item[key])) : typeof item[key] !== allowed))
      report.say("value fails its own schema", { path: `${path}/${key}` });
}

function checkObjectField(value: unknown, field: FieldSpec, path: string, report: Report): void {
  const [group, name] = field.ref?.split(".") ?? [];
  if (group === "composition" && name === "option") {
    checkOption(value, field, path, report);
    return;
  }
  if (group === "composition" && name !== undefined) {
    checkComposition(name, value, path, report);
    return;
  }
  if (group === "blocks" && name !== undefined) {
    checkBlock(value, path, report, [name]);
    return;
  }
  if (group === "elements" && name !== undefined) {
    checkElement(value, [name], path, report);
    return;
  }
  if (field.of !== undefined) {
    checkElement(value, field.of, path, report);
    return;
  }
  if (!isObject(value)) {
    report.say("null or scalar where an object is needed", { path });
    return;
  }
  for (const wanted of field.required_props ?? []) checkNested(value, wanted.split("."), path, report);
  if (field.props) checkProps(value, field.props, path, report);
}

function checkNested(value: unknown, [key, ...rest]: string[], path: string, report: Report): void {
  if (key === undefined) return;
  if (!isObject(value)) {
    report.say("null or scalar where an object is needed", { path });
    return;
  }
  if (!(key in value)) {
    report.say("required key absent", { key, path });
    return;
  }
  checkNested(value[key], rest, `${path}/${key}`, report);
}

/** The limits file writes small nested objects in a shorthand: "plain_text <=75", "<=2000 required". */
function checkProps(value: unknown, props: Record<string, string>, path: string, report: Report): void {
  if (!isObject(value)) {
    report.say("null or scalar where an object is needed", { path });
    return;
  }
  const required = Object.keys(props).filter((key) => /required|plain_text/.test(props[key] ?? ""));
  checkKeys(value, { required, optional: Object.keys(props) }, path, report);
  for (const [key, rule] of Object.entries(props)) {
    if (!(key in value)) continue;
    const max = Number(/<=(\d+)/.exec(rule)?.[1] ?? Infinity);
    if (rule.includes("plain_text")) checkText(value[key], { types: ["plain_text"], max }, `${path}/${key}`, report);
    else checkString(value[key], { max_length: max }, `${path}/${key}`, report);
  }
}
