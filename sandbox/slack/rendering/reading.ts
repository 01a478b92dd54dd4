import { isObject, type JsonObject, objectsIn, stringOr } from "../json.ts";
import { type Directory, parseMrkdwn, type Token } from "./mrkdwn.ts";

/** What a person's client finds in a message, a view or a list of blocks, besides plain text. */
function tokensIn(content: JsonObject | unknown[], directory?: Directory): Token[] {
  if (Array.isArray(content)) return content.flatMap((item) => inBlock(item, directory));
  const text = stringOr(content.text, "");
  // Message text is read like mrkdwn, but bare names become mentions only if the app asked for it.
  const named = content.link_names === true || content.parse === "full";
  const tokens = typeof content.text === "string" ? parseMrkdwn(text, named ? { directory } : {}) : [];
  const quiet = named ? tokens : tokens.filter((token) => !isBareName(token));
  return [...quiet, ...tokensIn(objectsIn(content.blocks), directory), ...inAttachments(content, directory)];
}

const isBareName = (token: Token): boolean => token.type !== "link" && "auto" in token;

const inAttachments = (content: JsonObject, directory?: Directory): Token[] =>
  objectsIn(content.attachments).flatMap((attachment) => [
    ...["pretext", "text"].flatMap((key) => parseMrkdwn(stringOr(attachment[key], ""), { directory })),
    ...tokensIn(objectsIn(attachment.blocks), directory),
  ]);

function inBlock(value: unknown, directory?: Directory): Token[] {
  if (Array.isArray(value)) return value.flatMap((item) => inBlock(item, directory));
  if (!isObject(value)) return [];
  if (value.type === "mrkdwn")
    return parseMrkdwn(stringOr(value.text, ""), { verbatim: value.verbatim === true, directory });
  if (value.type === "plain_text" || value.type === "text") return [];
  if (value.type === "markdown") return markdownLinks(stringOr(value.text, ""), directory);
  const own = leaf(value) ?? opened(value);
  return [...own, ...Object.values(value).flatMap((item) => inBlock(item, directory))];
}

function leaf(value: JsonObject): Token[] | undefined {
  const id = (key: string): string => stringOr(value[key], "");
  if (value.type === "user" && "user_id" in value) return [{ type: "user", id: id("user_id") }];
  if (value.type === "usergroup") return [{ type: "usergroup", id: id("usergroup_id") }];
  if (value.type === "channel" && "channel_id" in value) return [{ type: "channel", id: id("channel_id") }];
  if (value.type === "broadcast") return [{ type: "broadcast", range: id("range") }];
  if (value.type === "link") return [{ type: "link", url: id("url"), label: stringOr(value.text, id("url")) }];
  return undefined;
}

/** Buttons, options and titles that open an address. */
function opened(value: JsonObject): Token[] {
  const url = value.url ?? value.title_url;
  if (typeof url !== "string" || value.type === "image") return [];
  const label = isObject(value.text) ? stringOr(value.text.text, url) : url;
  return [{ type: "link", url, label }];
}

const markdownLinks = (text: string, directory?: Directory): Token[] => [
  ...[...text.matchAll(/\[([^\]]*)\]\(([^)\s]+)\)/g)].map(
    ([, label = "", url = ""]): Token => ({ type: "link", url, label }),
  ),
  ...parseMrkdwn(text.replace(/\[[^\]]*\]\([^)]*\)/g, ""), { directory }).filter(({ type }) => type !== "text"),
];

export type Mention = Extract<Token, { type: "user" | "usergroup" | "broadcast" | "channel" }>;
export type Link = Extract<Token, { type: "link" }>;

/** Whom or what a message names live. Empty means that it pings nobody; `auto` marks a bare @name or #name. */
export const mentionsIn = (content: JsonObject | unknown[], directory?: Directory): Mention[] =>
  tokensIn(content, directory).filter(
    (token) =>
      token.type === "user" || token.type === "usergroup" || token.type === "broadcast" || token.type === "channel",
  );

/** What a person could click; `auto` marks an address that Slack made clickable by itself. */
export const linksIn = (content: JsonObject | unknown[]): Link[] =>
  tokensIn(content).flatMap((token): Link[] => {
    if (token.type === "link") return [token];
    return token.type === "date" && token.url ? [{ type: "link", url: token.url, label: token.fallback }] : [];
  });
