import { isObject, type JsonObject, objectsIn } from "../json.ts";
import { limits } from "../limits.ts";
import type { FileCheck } from "./images.ts";
import { checkBlockList, checkTogether, messageTotals, problem } from "./payload.ts";
import { createReport, type Problem } from "./report.ts";
import { characters } from "./text.ts";

export interface MessageRules {
  /** chat.update and chat.postEphemeral refuse long text that chat.postMessage would cut. */
  textMax?: number;
  /** A message sent to a response_url escapes the limit on all block text together. */
  countAllText?: boolean;
  /** Whether a `slack_file` exists; without it any well-formed reference passes. */
  isFile?: FileCheck;
}

/** Everything Slack would hold against the content of a message; empty when it would take it. */
export function validateMessage(message: JsonObject, rules: MessageRules = {}): Problem[] {
  const { blocks, attachments, text } = message;
  const content = contentProblems(message);
  if (content.length > 0) return content;
  if (typeof text === "string" && rules.textMax !== undefined && characters(text) > rules.textMax)
    return [problem(limits.message.text.update_error)];
  if (blocks !== undefined && !Array.isArray(blocks)) return [problem("invalid_blocks_format")];
  const isFile = rules.isFile ?? (({ id, url }) => typeof (id ?? url) === "string");
  const found = blocksProblems(blocks ?? [], "/blocks", isFile, rules.countAllText !== false);
  const legacy = objectsIn(attachments).flatMap((attachment, index) =>
    Array.isArray(attachment.blocks)
      ? blocksProblems(attachment.blocks, `/attachments/${index}/blocks`, isFile, false)
      : [],
  );
  return [...found, ...legacy, ...metadataProblems(message.metadata)];
}

function blocksProblems(blocks: unknown[], path: string, isFile: FileCheck, countText: boolean): Problem[] {
  const report = createReport("message", "invalid_blocks");
  checkBlockList(blocks, { path, min: 0, max: limits.surface_limits.message.max_blocks }, report);
  if (report.problems.length > 0) return report.problems;
  checkTogether(blocks, path, isFile, report);
  if (report.problems.length > 0) return report.problems;
  const totals = messageTotals(objectsIn(blocks), path, report, countText);
  return [...report.problems, ...totals];
}

function contentProblems(message: JsonObject): Problem[] {
  const { markdown_text: markdown, attachments } = limits.message;
  const has = (key: string) => (Array.isArray(message[key]) ? message[key].length > 0 : Boolean(message[key]));
  if (!["text", "blocks", "attachments", "markdown_text"].some(has)) return [problem(limits.message.no_content.error)];
  if (has("markdown_text") && (has("text") || has("blocks"))) return [problem(markdown.error)];
  if (typeof message.markdown_text === "string" && characters(message.markdown_text) > markdown.max_length)
    return [problem(limits.message.text.update_error)];
  if (message.attachments !== undefined && !Array.isArray(message.attachments)) return [problem("invalid_attachments")];
  if (Array.isArray(message.attachments) && message.attachments.length > attachments.max_items)
    return [problem(attachments.error)];
  return [];
}

function metadataProblems(metadata: unknown): Problem[] {
  if (metadata === undefined) return [];
  if (!isObject(metadata)) return [problem("invalid_metadata_format")];
  if (Object.keys(metadata).length === 0) return [];
  const { event_type: type, event_payload: payload } = metadata;
  const known = Object.keys(metadata).every((key) => ["event_type", "event_payload", "entities"].includes(key));
  return known && typeof type === "string" && type !== "" && isObject(payload)
    ? []
    : [problem("invalid_metadata_schema")];
}
