import { isObject, type JsonObject, objectsIn } from "../json.ts";
import { limits } from "../limits.ts";
import { checkBlocks } from "./blocks.ts";
import { checkSingleFocus, checkUniqueIds } from "./identity.ts";
import { checkImages, type FileCheck } from "./images.ts";
import type { Problem, Report } from "./report.ts";
import { characters } from "./text.ts";
import { blockTextLength } from "./total-text.ts";

export const problem = (error: string, message = error, pointer = ""): Problem => ({ error, message, pointer });

/** The form of all blocks of one payload. */
export function checkBlockList(
  blocks: unknown[],
  { path, min, max }: { path: string; min: number; max: number },
  report: Report,
): void {
  if (blocks.length > max) report.say("too many array items", { max, path });
  if (blocks.length < min) report.say("too few array items", { min, path });
  checkBlocks(blocks, path, report);
  checkMarkdownTotal(blocks, path, report);
}

/** What well-formed blocks must agree on among each other, and with the world outside. */
export function checkTogether(blocks: unknown[], path: string, isFile: FileCheck, report: Report): void {
  checkUniqueIds(blocks, path, report);
  checkSingleFocus(blocks, path, report);
  checkImages(blocks, path, isFile, report);
}

function checkMarkdownTotal(blocks: unknown[], path: string, report: Report): void {
  const max = limits.blocks.markdown?.fields?.text?.max_length ?? Infinity;
  let total = 0;
  blocks.forEach((block, index) => {
    if (!isObject(block) || block.type !== "markdown" || typeof block.text !== "string") return;
    const before = total;
    total += characters(block.text);
    if (before > 0 && total > max) report.say("string too long", { max, path: `${path}/${index}/text` });
  });
}

/** Limits on a whole message: how many of a kind, and how much text together. */
export function messageTotals(blocks: JsonObject[], path: string, report: Report, withText: boolean): Problem[] {
  for (const [type, { max_per_message: max, per_message_total_characters: characterMax }] of Object.entries(
    limits.blocks,
  )) {
    const same = blocks.filter((block) => block.type === type);
    if (max !== undefined && same.length > max && type !== "table")
      report.say("too many of a block", { max, type, path });
    const rows = same.flatMap((block) => objectsIn([block]).map(({ rows }) => rows));
    if (characterMax !== undefined && blockTextLength(rows) > characterMax)
      report.say("string too long", { max: characterMax, path });
  }
  const tables = blocks.filter(({ type }) => type === "table").length;
  const { safe_max: most, error } = limits.message.total_block_text;
  return [
    ...(tables > (limits.blocks.table?.max_per_message ?? Infinity)
      ? [problem("invalid_attachments", "only_one_table_allowed")]
      : []),
    ...(withText && blockTextLength(blocks) > most ? [problem(error)] : []),
  ];
}
