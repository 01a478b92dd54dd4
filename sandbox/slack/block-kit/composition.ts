import { isObject } from "../json.ts";
import { type FieldSpec, limits, type ObjectSpec } from "../limits.ts";
import type { Report } from "./report.ts";
import { checkShape } from "./shape.ts";

const specs = new Map(Object.keys(limits.composition).map((name) => [name, specOf(name)]));

export function checkComposition(name: string, value: unknown, path: string, report: Report): void {
  const spec = specs.get(name);
  if (spec === undefined) throw new Error(`No such composition object in the limits file: ${name}`);
  checkShape(value, spec, path, report);
  const minimum = limits.composition[name]?.min_properties ?? 0;
  if (isObject(value) && Object.keys(value).length < minimum) report.say("too few array items", { min: minimum, path });
}

/** An option's text may be mrkdwn in checkboxes and radio buttons only, its url set in overflow menus only. */
export function checkOption(value: unknown, list: FieldSpec, path: string, report: Report): void {
  const spec = specs.get("option");
  if (spec === undefined) throw new Error("The limits file has no option object");
  const types = list.option_text?.includes("mrkdwn") ? ["plain_text", "mrkdwn"] : ["plain_text"];
  const text = (key: string): FieldSpec => ({ ...spec.fields?.[key], type: "text_object", text_types: types });
  checkShape(
    value,
    {
      ...spec,
      optional: spec.optional.filter((key) => key !== "url" || list.option_url_allowed),
      fields: { ...spec.fields, text: text("text"), description: text("description") },
    },
    path,
    report,
  );
}

function specOf(name: string): ObjectSpec {
  const entry = limits.composition[name] ?? {};
  const required = entry.required ?? [];
  const optional = entry.optional ?? entry.exactly_one_of ?? [];
  const fields = [...required, ...optional].map((key): [string, FieldSpec] => [key, fieldOf(name, key, entry[key])]);
  return {
    required,
    optional,
    fields: Object.fromEntries(fields),
    ...(entry.exactly_one_of && { exactly_one_of: entry.exactly_one_of }),
  };
}

/** Composition objects are written more freely in the limits file than blocks; this brings them to one form. */
function fieldOf(name: string, key: string, rule: unknown): FieldSpec {
  if (name === "option_group" && key === "options")
    return { type: "array", of: ["composition.option"], ...(isObject(rule) && rule) };
  if (name === "workflow" && key === "trigger") return { type: "object", ref: "composition.trigger" };
  if (Array.isArray(rule)) return { type: "string", enum: rule };
  if (key.startsWith("exclude_")) return { type: "boolean" };
  if (!isObject(rule)) return key === "url" || key === "id" ? { type: "string" } : {};
  if (rule.text_types !== undefined)
    return {
      type: "text_object",
      ...(Array.isArray(rule.text_types) && { text_types: rule.text_types }),
      ...(typeof rule.max_length === "number" && { max_text_length: rule.max_length }),
    };
  if (Array.isArray(rule.enum)) return { type: "array", of: ["string"], ...rule };
  return { type: key === "customizable_input_parameters" ? "array" : "string", ...rule };
}
