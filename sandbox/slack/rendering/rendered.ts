import { unescapeText } from "../block-kit/text.ts";
import { isObject, type JsonObject, stringOr } from "../json.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { formatDate, type Viewer } from "./date.ts";
import { parseMrkdwn, type Token } from "./mrkdwn.ts";

/** A token with the words that one person's client puts in its place. */
export type ShownToken = Token & { shown: string };

export function showText(text: string, verbatim: boolean, workspace: Workspace, viewer: Viewer): ShownToken[] {
  return parseMrkdwn(text, { verbatim, directory: workspace }).map((token) => ({
    ...token,
    shown: wordsFor(token, workspace, viewer),
  }));
}

function wordsFor(token: Token, workspace: Workspace, viewer: Viewer): string {
  if (token.type === "text") return token.text;
  if (token.type === "user") return `@${workspace.users.get(token.id)?.displayName ?? token.id}`;
  if (token.type === "channel") return `#${workspace.channels.get(token.id)?.name ?? token.id}`;
  if (token.type === "usergroup") return `@${workspace.userGroups.get(token.id)?.handle ?? token.id}`;
  if (token.type === "broadcast") return `@${token.range}`;
  if (token.type === "link") return token.label;
  return formatDate(token.timestamp, token.format, viewer);
}

/**
 * Blocks for a page: mrkdwn gets `tokens`, plain text gets `shown`, and rich text leaves that name
 * somebody or a time get `shown` as well. Everything else stays as the app sent it.
 */
export function showBlocks(value: unknown, workspace: Workspace, viewer: Viewer): unknown {
  if (Array.isArray(value)) return value.map((item) => showBlocks(item, workspace, viewer));
  if (!isObject(value)) return value;
  const text = stringOr(value.text, "");
  if (value.type === "mrkdwn") return { ...value, tokens: showText(text, value.verbatim === true, workspace, viewer) };
  if (value.type === "plain_text") return { ...value, shown: unescapeText(text) };
  const leaf = leafToken(value);
  const inside = Object.entries(value).map(([key, item]) => [key, showBlocks(item, workspace, viewer)]);
  return { ...Object.fromEntries(inside), ...(leaf && { shown: wordsFor(leaf, workspace, viewer) }) };
}

function leafToken(value: JsonObject): Token | undefined {
  const text = (key: string): string => stringOr(value[key], "");
  if (value.type === "user") return { type: "user", id: text("user_id") };
  if (value.type === "usergroup") return { type: "usergroup", id: text("usergroup_id") };
  if (value.type === "channel") return { type: "channel", id: text("channel_id") };
  if (value.type === "broadcast") return { type: "broadcast", range: text("range") };
  if (value.type !== "date") return undefined;
  return { type: "date", timestamp: Number(value.timestamp), format: text("format"), fallback: text("fallback") };
}
