import { isObject, type JsonObject, objectsIn } from "../json.ts";
import { limits } from "../limits.ts";
import type { FileCheck } from "./images.ts";
import { checkBlockList, checkTogether, problem } from "./payload.ts";
import { createReport, type Problem, type Report } from "./report.ts";
import { checkKeys } from "./shape.ts";
import { characters, checkText } from "./text.ts";

const PATH = "/view";

/** Everything Slack would hold against a modal or a Home tab; empty when it would take it. */
export function validateView(view: unknown, isFile: FileCheck = () => true): Problem[] {
  const type = isObject(view) ? view.type : undefined;
  const report = createReport(type === "home" ? "home" : "modal", "invalid_arguments");
  if (!isObject(view)) report.say("null or scalar where an object is needed", { path: PATH });
  else if (type === undefined) report.say("required key absent", { key: "type", path: PATH });
  else if (type !== "modal" && type !== "home")
    report.say("unknown or surface-forbidden type", { type: String(type), path: PATH });
  else {
    if (Buffer.byteLength(JSON.stringify(view)) > limits.views[type].max_bytes) return [problem("view_too_large")];
    checkView(view, type, isFile, report);
  }
  return report.problems;
}

function checkView(view: JsonObject, type: "modal" | "home", isFile: FileCheck, report: Report): void {
  const spec = limits.views[type];
  checkKeys(view, spec, PATH, report);
  for (const key of ["title", "submit", "close"] as const) {
    const rule = spec[key];
    if (rule && key in view)
      checkText(
        view[key],
        { types: rule.text_types, min: rule.min_length, max: rule.max_length },
        `${PATH}/${key}`,
        report,
      );
  }
  for (const key of ["private_metadata", "callback_id", "external_id"] as const) checkId(view, key, report);
  for (const key of ["clear_on_close", "notify_on_close"])
    if (spec.optional.includes(key) && key in view && typeof view[key] !== "boolean")
      report.say("boolean expected", { path: `${PATH}/${key}` });
  const path = `${PATH}/blocks`;
  const { min_items: min, max_items: max } = spec.blocks;
  if (Array.isArray(view.blocks)) checkBlockList(view.blocks, { path, min, max }, report);
  else if ("blocks" in view) report.say("array expected", { path });
  if (report.problems.length > 0) nameTheUnion(report);
  else checkTogether(view.blocks as unknown[], path, isFile, report);
  if (type === "modal") checkSubmit(view, report);
}

function checkId(view: JsonObject, key: "private_metadata" | "callback_id" | "external_id", report: Report): void {
  if (!(key in view)) return;
  const value = view[key];
  const max = limits.ids[key].max_length;
  if (typeof value !== "string") report.say("string expected", { path: `${PATH}/${key}` });
  else if (characters(value) > max) report.say("string too long", { max, path: `${PATH}/${key}` });
}

/** A view is a modal or a Home tab, so whatever is wrong inside, Slack first says that neither schema fits. */
function nameTheUnion(report: Report): void {
  const precise = report.problems.splice(0);
  report.say("parent of any failing union member (text object, block, view)", { path: PATH });
  report.problems.push(...precise);
}

function checkSubmit(view: JsonObject, report: Report): void {
  if ("submit" in view) return;
  objectsIn(view.blocks).forEach(({ type }, n) => {
    if (type === "input") report.say("modal has input block, no submit", { n });
  });
}
