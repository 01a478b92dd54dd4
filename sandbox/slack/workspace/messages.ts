import { echoBlocks } from "../block-kit/echo.ts";
import { characters, storedText } from "../block-kit/text.ts";
import { isObject, type JsonObject, objectsIn, withoutUndefined } from "../json.ts";
import { limits } from "../limits.ts";
import { emitMessage } from "../socket/message-events.ts";
import type { World } from "../world.ts";
import type { Channel, Ephemeral, Message } from "./model.ts";

const NO_TEXT = "This content can't be displayed.";

/** The parts of a message that an app or a person wrote, in the form in which Slack keeps them. */
export function contentOf(source: JsonObject): JsonObject & { text: string } {
  const written = String(source.text ?? source.markdown_text ?? "");
  const kept = isTruncated(source) ? [...written].slice(0, limits.message.text.truncated_over).join("") : written;
  const blocks = Array.isArray(source.blocks) ? echoBlocks(objectsIn(source.blocks)) : [];
  const attachments = objectsIn(source.attachments);
  return {
    text: kept === "" ? NO_TEXT : storedText(kept, "mrkdwn"),
    ...(blocks.length > 0 && { blocks }),
    ...(attachments.length > 0 && { attachments: attachments.map((item, i) => ({ id: i + 1, ...item })) }),
    ...(isObject(source.metadata) && Object.keys(source.metadata).length > 0 && { metadata: source.metadata }),
    ...withoutUndefined({
      parse: source.parse,
      link_names: source.link_names,
      unfurl_links: source.unfurl_links,
      unfurl_media: source.unfurl_media,
    }),
  };
}

export const isTruncated = ({ text }: JsonObject): boolean =>
  typeof text === "string" && characters(text) > limits.message.text.truncated_over;

export const asBot = ({ app, workspace }: World): JsonObject => ({
  user: app.botUser,
  bot_id: app.botId,
  app_id: app.id,
  team: workspace.team.id,
  bot_profile: { id: app.botId, app_id: app.id, name: app.name, team_id: workspace.team.id, deleted: false },
});

export interface Placing {
  threadTs?: string | undefined;
  broadcast?: boolean;
}

/** Adds a message to a channel, tells the app if it listens, and whoever is watching. */
export function addMessage(
  world: World,
  channel: Channel,
  content: JsonObject & { text: string },
  { threadTs, broadcast = false }: Placing = {},
): Message {
  const message: Message = { type: "message", channel: channel.id, ts: world.ids.ts(), ...content };
  if (threadTs !== undefined) {
    message.thread_ts = threadTs;
    if (broadcast) message.subtype = "thread_broadcast";
    joinThread(channel, threadTs, message);
  }
  channel.messages.set(message.ts, message);
  if (message.user) channel.readAt.set(message.user, message.ts);
  publish(world, message);
  emitMessage(world, channel, message);
  return message;
}

function joinThread(channel: Channel, parentTs: string, reply: Message): void {
  const replies = channel.threads.get(parentTs) ?? [];
  replies.push(reply.ts);
  channel.threads.set(parentTs, replies);
  const parent = channel.messages.get(parentTs);
  if (!parent) return;
  const users = new Set([...((parent.reply_users as string[] | undefined) ?? []), String(reply.user)]);
  Object.assign(parent, {
    thread_ts: parentTs,
    reply_count: replies.length,
    reply_users: [...users],
    reply_users_count: users.size,
    latest_reply: reply.ts,
  });
}

export function changeMessage(world: World, channel: Channel, message: Message, changes: JsonObject): void {
  const previous = { ...message };
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) delete message[key];
    else message[key] = value;
  }
  publish(world, message);
  emitMessage(world, channel, message, { subtype: "message_changed", previous });
}

/** A parent with replies leaves a tombstone, so that its thread stays readable. */
export function removeMessage(world: World, channel: Channel, message: Message): void {
  const previous = { ...message };
  const parentTs = message.thread_ts;
  if ((channel.threads.get(message.ts)?.length ?? 0) > 0) {
    for (const key of ["blocks", "attachments", "metadata", "files", "bot_id", "app_id", "bot_profile"])
      delete message[key];
    Object.assign(message, { subtype: "tombstone", text: "This message was deleted.", user: "USLACKBOT" });
  } else {
    channel.messages.delete(message.ts);
    channel.pins.delete(message.ts);
    if (parentTs !== undefined) leaveThread(channel, parentTs, message.ts);
  }
  publish(world, message);
  emitMessage(world, channel, message, { subtype: "message_deleted", previous });
}

function leaveThread(channel: Channel, parentTs: string, ts: string): void {
  const replies = (channel.threads.get(parentTs) ?? []).filter((reply) => reply !== ts);
  channel.threads.set(parentTs, replies);
  const parent = channel.messages.get(parentTs);
  if (parent) Object.assign(parent, { reply_count: replies.length, latest_reply: replies.at(-1) });
}

export function showEphemeral(
  world: World,
  channel: Channel,
  viewer: string,
  content: JsonObject & { text: string },
  threadTs?: string,
): Ephemeral {
  const message: Ephemeral = {
    type: "message",
    channel: channel.id,
    ts: world.ids.ts(),
    viewer,
    is_ephemeral: true,
    ...asBot(world),
    ...content,
    ...(threadTs !== undefined && { thread_ts: threadTs }),
  };
  world.workspace.ephemerals.push(message);
  world.changes.publish({ kind: "ephemeral", channel: channel.id, user: viewer, ts: message.ts });
  return message;
}

const publish = (world: World, { channel, ts }: Message): void =>
  world.changes.publish({ kind: "message", channel, ts });
