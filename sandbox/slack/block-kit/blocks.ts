import { isObject, type JsonObject } from "../json.ts";
import { limits } from "../limits.ts";
import type { Report } from "./report.ts";
import { checkRichText } from "./rich-text.ts";
import { checkTyped } from "./shape.ts";
import { checkRows } from "./tables.ts";

export function checkBlocks(blocks: unknown[], path: string, report: Report): void {
  blocks.forEach((block, index) => {
    checkBlock(block, `${path}/${index}`, report);
  });
}

export function checkBlock(value: unknown, path: string, report: Report, allowed?: string[]): void {
  const specFor = (type: string) => (allowed && !allowed.includes(type) ? undefined : limits.blocks[type]);
  if (!checkTyped(value, specFor, path, report)) return;
  if (value.type === "rich_text") checkRichText(value, path, report);
  if (value.type === "table" || value.type === "data_table") checkRows(value, path, report);
  if (value.type === "input") checkInput(value, path, report);
}

function checkInput(block: JsonObject, path: string, report: Report): void {
  const { element } = block;
  if (isObject(element) && element.type === "file_input" && block.dispatch_action === true)
    report.say("value fails its own schema", { path: `${path}/dispatch_action` });
  // A response_url only comes back from a modal's submission.
  const asksForUrl = isObject(element) && element.response_url_enabled === true;
  if (asksForUrl && report.surface !== "modal")
    report.say("value fails its own schema", { path: `${path}/element/response_url_enabled` });
}
