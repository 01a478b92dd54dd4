import { isDeepStrictEqual } from "node:util";
import { isObject, type JsonObject, objectsIn } from "../json.ts";
import { limits, type ObjectSpec } from "../limits.ts";
import type { Report } from "./report.ts";
import { checkTyped } from "./shape.ts";

const byType = new Map<string, ObjectSpec>(
  Object.entries(limits.elements).map(([name, spec]) => [spec.type_const ?? name, spec]),
);

export const elementSpec = (type: unknown): ObjectSpec | undefined => byType.get(String(type));

export function checkElement(value: unknown, allowed: string[], path: string, report: Report): void {
  const specFor = (type: string) => (allowed.includes(type) ? byType.get(type) : undefined);
  if (!checkTyped(value, specFor, path, report)) return;
  checkInitialOptions(value, path, report);
  checkRanges(value, path, report);
}

function checkInitialOptions(element: JsonObject, path: string, report: Report): void {
  const fields = elementSpec(element.type)?.fields ?? {};
  const offered = [
    ...objectsIn(element.options),
    ...objectsIn(element.option_groups).flatMap((group) => objectsIn(group.options)),
  ];
  for (const key of Object.keys(fields)) {
    if (fields[key]?.must_match === undefined || !(key in element)) continue;
    const chosen = Array.isArray(element[key]) ? element[key] : [element[key]];
    chosen.forEach((option, index) => {
      if (!isObject(option) || offered.some((candidate) => isDeepStrictEqual(candidate, option))) return;
      report.say("option not offered", {
        path: Array.isArray(element[key]) ? `${path}/${key}/${index}` : `${path}/${key}`,
      });
    });
  }
}

const RANGES = [
  ["min_length", "max_length"],
  ["min_value", "max_value"],
  ["min_lines", "max_lines"],
] as const;

function checkRanges(element: JsonObject, path: string, report: Report): void {
  for (const [low, high] of RANGES)
    if (low in element && high in element && Number(element[low]) > Number(element[high]))
      report.say("range upside down", { low, high, path });
  if (element.type !== "number_input") return;
  for (const key of ["initial_value", "min_value", "max_value"]) {
    const text = element[key];
    if (typeof text !== "string") continue;
    const pattern = element.is_decimal_allowed === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
    if (!pattern.test(text)) report.say("value fails its own schema", { path: `${path}/${key}` });
  }
}
