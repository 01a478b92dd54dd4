import { isObject } from "../json.ts";
import { limits } from "../limits.ts";
import { characters, escapedLength } from "./text.ts";

const HEADER_OVERHEAD = Number(/roughly (\d+) per header/.exec(JSON.stringify(limits.message.total_block_text))?.[1]);

/** All text of a message's blocks as Slack adds it up for `msg_blocks_too_long`. */
export function blockTextLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + blockTextLength(item), 0);
  if (!isObject(value)) return 0;
  const inside = Object.values(value).reduce<number>((sum, item) => sum + blockTextLength(item), 0);
  return inside + ownText(value.type, value.text);
}

function ownText(type: unknown, text: unknown): number {
  if (type === "header") return HEADER_OVERHEAD;
  if (typeof text !== "string") return 0;
  if (type === "mrkdwn") return escapedLength(text, "mrkdwn");
  if (type === "plain_text") return escapedLength(text, "plain_text");
  return type === "text" || type === "link" || type === "markdown" || type === "raw_text" ? characters(text) : 0;
}
