import { storedText } from "../block-kit/text.ts";
import type { JsonObject } from "../json.ts";
import { parseMrkdwn, type Token } from "../rendering/mrkdwn.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** What a person typed, as the composer sends it: mentions and addresses become commands, the rest is escaped. */
export function typedText(text: string, workspace: Workspace): string {
  const tokens = parseMrkdwn(storedText(text, "plain_text"), { directory: workspace });
  return tokens.map(commandFor).join("");
}

function commandFor(token: Token): string {
  if (token.type === "user") return `<@${token.id}>`;
  if (token.type === "channel") return `<#${token.id}>`;
  if (token.type === "broadcast") return `<!${token.range}>`;
  if (token.type === "link") return `<${token.url.replaceAll("&", "&amp;")}>`;
  return token.type === "text" ? storedText(token.text, "plain_text") : "";
}

/** Slash commands with `should_escape`: people and channels carry their names, everything else stays raw. */
export function commandText(text: string, workspace: Workspace): string {
  return text.replace(/(?<![\w.])([@#])([\w.-]+)/g, (whole, sign: string, name: string) => {
    const id = sign === "@" ? workspace.userNamed(name) : workspace.channelNamed(name);
    return id === undefined ? whole : `<${sign}${id}|${name}>`;
  });
}

export const richTextOf = (text: string): JsonObject => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements: text === "" ? [] : [{ type: "text", text }] }],
});
