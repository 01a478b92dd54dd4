import { isObject, type JsonObject } from "../json.ts";
import type { ObjectSpec } from "../limits.ts";
import { checkField } from "./field.ts";
import type { Report } from "./report.ts";

/** Keys, then each field: what the limits file says about one block, element or composition object. */
export function checkShape(value: unknown, spec: ObjectSpec, path: string, report: Report): void {
  if (!isObject(value)) {
    report.say("null or scalar where an object is needed", { path });
    return;
  }
  checkKeys(value, spec, path, report);
  for (const [key, field] of Object.entries(spec.fields ?? {}))
    if (key !== "type" && key in value) checkField(value[key], field, `${path}/${key}`, report);
}

export function checkKeys(
  value: JsonObject,
  spec: Pick<ObjectSpec, "required" | "optional" | "exactly_one_of" | "at_least_one_of">,
  path: string,
  report: Report,
): void {
  for (const key of spec.required) if (!(key in value)) report.say("required key absent", { key, path });
  for (const key of Object.keys(value))
    if (!spec.required.includes(key) && !spec.optional.includes(key)) report.say("unknown key", { key, path });
  checkOneOf(value, spec.exactly_one_of ?? [], path, report);
  const wanted = spec.at_least_one_of ?? [];
  if (wanted.length > 0 && !wanted.some((key) => key in value)) {
    if (value.type === "section") report.say("section without text and fields", { path });
    else report.say("none of several", { keys: wanted.map((key) => `\`${key}\``).join(", "), path });
  }
}

function checkOneOf(value: JsonObject, keys: string[], path: string, report: Report): void {
  const [first, second] = keys.filter((key) => key in value);
  if (first !== undefined && second !== undefined) report.say("two of one kind", { first, second, path });
  if (first === undefined && keys[0] !== undefined) report.say("required key absent", { key: keys[0], path });
}

/** An object of one of several types, told apart by `type`: a block in a payload, an element in a block. */
export function checkTyped(
  value: unknown,
  specFor: (type: string) => ObjectSpec | undefined,
  path: string,
  report: Report,
): value is JsonObject {
  if (!isObject(value)) {
    report.say("null or scalar where an object is needed", { path });
    return false;
  }
  if (value.type === undefined) {
    report.say("required key absent", { key: "type", path });
    return false;
  }
  const spec = typeof value.type === "string" ? specFor(value.type) : undefined;
  // A surface on which sources disagree is refused: better a refusal here than one in production.
  if (spec === undefined || spec.inbound_only || (spec.surfaces && spec.surfaces[report.surface] !== true)) {
    report.say("unknown or surface-forbidden type", { type: String(value.type), path });
    return false;
  }
  checkShape(value, spec, path, report);
  return true;
}
