import { type MessageRules, validateMessage } from "../../block-kit/validate-message.ts";
import { type JsonObject, objectsIn } from "../../json.ts";
import { limits } from "../../limits.ts";
import { refuseIf, refuseProblems } from "../../refusal.ts";
import {
  addMessage,
  asBot,
  changeMessage,
  contentOf,
  isTruncated,
  removeMessage,
  showEphemeral,
} from "../../workspace/messages.ts";
import type { Channel, Message } from "../../workspace/model.ts";
import { messageWire } from "../../workspace/wire.ts";
import type { World } from "../../world.ts";
import type { ApiCall } from "../call.ts";
import { knownMessage, postableChannel, threadParent, visibleChannel } from "../conversation.ts";
import { limitPost } from "../limit-post.ts";

/** The message in a call, its structured parts decoded. */
export function contentArguments(call: ApiCall): JsonObject {
  const flags = ["link_names", "unfurl_links", "unfurl_media"].filter(call.has);
  const texts = ["text", "markdown_text", "parse"].filter((name) => call.text(name) !== undefined);
  const structures = [
    ["blocks", "invalid_blocks_format"],
    ["attachments", "invalid_attachments"],
    ["metadata", "invalid_metadata_format"],
  ] as const;
  return Object.fromEntries([
    ...texts.map((name) => [name, call.text(name)]),
    ...flags.map((name) => [name, call.flag(name)]),
    ...structures.filter(([name]) => call.has(name)).map(([name, error]) => [name, call.structure(name, error)]),
  ]);
}

export const isFile =
  (world: World): NonNullable<MessageRules["isFile"]> =>
  ({ id }) => {
    const file = world.workspace.files.get(String(id));
    return file?.completed === true && !file.deleted;
  };

function checkScopes(call: ApiCall, content: JsonObject): void {
  if (call.has("username") || call.has("icon_emoji") || call.has("icon_url")) call.need("chat:write.customize");
  for (const block of objectsIn(content.blocks)) {
    const scope = limits.blocks[String(block.type)]?.requires_scope;
    if (scope !== undefined) call.need(scope);
  }
}

export function postMessage(call: ApiCall, world: World): JsonObject {
  const channel = postableChannel(world, call);
  const content = contentArguments(call);
  checkScopes(call, content);
  refuseProblems(validateMessage(content, { isFile: isFile(world) }));
  const threadTs = threadParent(channel, call.text("thread_ts"));
  limitPost(world, channel.id);
  const message = addMessage(
    world,
    channel,
    { ...asBot(world), ...contentOf(content) },
    { threadTs, broadcast: call.flag("reply_broadcast") },
  );
  return withWarning(content, { ok: true, channel: channel.id, ts: message.ts, message: messageWire(message) });
}

const withWarning = (content: JsonObject, answer: JsonObject): JsonObject => {
  const warning = limits.message.text.truncation_warning;
  return isTruncated(content) ? { ...answer, warning, response_metadata: { warnings: [warning] } } : answer;
};

export function postEphemeral(call: ApiCall, world: World): JsonObject {
  const channel = postableChannel(world, call);
  const viewer = call.required("user");
  refuseIf(!channel.members.has(viewer), "user_not_in_channel");
  const content = contentArguments(call);
  checkScopes(call, content);
  refuseProblems(validateMessage(content, { isFile: isFile(world), textMax: limits.message.text.update_max }));
  const threadTs = threadParent(channel, call.text("thread_ts"));
  return { ok: true, message_ts: showEphemeral(world, channel, viewer, contentOf(content), threadTs).ts };
}

export function update(call: ApiCall, world: World): JsonObject {
  const channel = visibleChannel(world, call.required("channel"));
  const message = knownMessage(channel, call.required("ts"));
  refuseIf(message.bot_id !== world.app.botId, "cant_update_message");
  refuseIf(channel.archived, "is_inactive");
  const content = contentArguments(call);
  const onlyMetadata = content.metadata !== undefined && Object.keys(content).length === 1;
  const rules = { isFile: isFile(world), textMax: limits.message.text.update_max };
  checkScopes(call, content);
  refuseProblems(validateMessage(onlyMetadata ? { text: "as before", ...content } : content, rules));
  refuseMismatch(message, content);
  changeMessage(world, channel, message, changesBy(call, world, content, onlyMetadata));
  return { ok: true, channel: channel.id, ts: message.ts, text: message.text, message: messageWire(message) };
}

/** Blocks stay only if neither text nor blocks are given; metadata stays unless given, and `{}` clears it. */
function changesBy(call: ApiCall, world: World, content: JsonObject, onlyMetadata: boolean): JsonObject {
  const { text, blocks, attachments, metadata } = contentOf(content);
  const metadataChange = content.metadata === undefined ? {} : { metadata };
  if (onlyMetadata) return metadataChange;
  return {
    text,
    blocks,
    ...(call.has("attachments") && { attachments }),
    ...metadataChange,
    link_names: content.link_names,
    parse: content.parse,
    ...(call.flag("reply_broadcast") && { subtype: "thread_broadcast" }),
    // An update made with blocks shows no "edited" mark.
    ...(blocks === undefined && { edited: { user: world.app.botUser, ts: world.ids.ts() } }),
  };
}

/** Rich text cannot be replaced by other kinds of blocks. */
function refuseMismatch(message: Message, content: JsonObject): void {
  const isRich = ({ type }: JsonObject): boolean => type === "rich_text";
  const fresh = objectsIn(content.blocks);
  refuseIf(fresh.length > 0 && objectsIn(message.blocks).some(isRich) && !fresh.some(isRich), "block_mismatch");
}

export function remove(call: ApiCall, world: World): JsonObject {
  const channel = visibleChannel(world, call.required("channel"));
  const message = knownMessage(channel, call.required("ts"));
  refuseIf(message.bot_id !== world.app.botId, "cant_delete_message");
  removeMessage(world, channel, message);
  return { ok: true, channel: channel.id, ts: message.ts };
}

export function getPermalink(call: ApiCall, world: World): JsonObject {
  const channel = visibleChannel(world, call.required("channel"));
  const message = knownMessage(channel, call.required("message_ts"));
  return { ok: true, channel: channel.id, permalink: permalink(world, channel, message) };
}

export function permalink(world: World, channel: Channel, { ts, thread_ts: threadTs }: Message): string {
  const base = `https://${world.workspace.team.domain}.slack.com/archives/${channel.id}/p${ts.replace(".", "")}`;
  return threadTs === undefined || threadTs === ts ? base : `${base}?thread_ts=${threadTs}&cid=${channel.id}`;
}
