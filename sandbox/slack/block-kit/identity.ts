import { type JsonObject, objectsIn } from "../json.ts";
import { elementsOf } from "./interactive.ts";
import type { Report } from "./report.ts";

/** `block_id`s within one payload, where two empty ones count as a repetition; `action_id`s within one block. */
export function checkUniqueIds(blocks: unknown[], path: string, report: Report): void {
  const seen = new Set<string>();
  const visit = (block: JsonObject, at: string): void => {
    if (typeof block.block_id === "string") {
      if (seen.has(block.block_id)) report.say("duplicate block_id", { id: block.block_id, path: at });
      seen.add(block.block_id);
    }
    const children = objectsIn(block.child_blocks);
    children.forEach((child, index) => {
      visit(child, `${at}/child_blocks/${index}`);
    });
    if (children.length === 0) checkUniqueActions(block, at, report);
  };
  objectsIn(blocks).forEach((block, index) => {
    visit(block, `${path}/${index}`);
  });
}

function checkUniqueActions(block: JsonObject, path: string, report: Report): void {
  const seen = new Set<string>();
  for (const { element, path: inner } of elementsOf(block)) {
    if (typeof element.action_id !== "string") continue;
    if (seen.has(element.action_id))
      report.say("duplicate action_id", { id: element.action_id, path: `${path}${inner}` });
    seen.add(element.action_id);
  }
}

export function checkSingleFocus(blocks: unknown[], path: string, report: Report): void {
  let focused = 0;
  objectsIn(blocks).forEach((block, index) => {
    for (const { element, path: inner } of elementsOf(block)) {
      if (element.focus_on_load !== true) continue;
      focused += 1;
      if (focused > 1) report.say("second focus", { path: `${path}/${index}${inner}` });
    }
  });
}
