import { isReply } from "../api/conversation.ts";
import { echoBlocks } from "../block-kit/echo.ts";
import type { JsonObject } from "../json.ts";
import { completeFile, newFile } from "../workspace/files.ts";
import { addMessage, changeMessage, removeMessage } from "../workspace/messages.ts";
import type { Channel, Message, User } from "../workspace/model.ts";
import { addReaction, removeReaction } from "../workspace/reactions.ts";
import { fileWire } from "../workspace/wire.ts";
import type { World } from "../world.ts";
import type { UploadSeed } from "./choice.ts";
import { Impossible } from "./outcome.ts";
import { richTextOf, typedText } from "./typing.ts";

interface Ref {
  channel: string;
  ts: string;
}

export function post(world: World, user: User, channel: Channel, text: string, threadTs?: string): Message {
  mustWrite(world, user, channel, threadTs);
  const blocks = echoBlocks([richTextOf(text)]);
  return addMessage(
    world,
    channel,
    { ...author(world, user), text: typedText(text, world.workspace), blocks },
    { threadTs },
  );
}

export function upload(
  world: World,
  user: User,
  channel: Channel,
  { name, content }: UploadSeed,
  { text = "", threadTs }: { text?: string; threadTs?: string } = {},
): Message {
  mustWrite(world, user, channel, threadTs);
  const bytes = Buffer.from(content);
  const file = newFile(world, { name, length: bytes.length, user: user.id });
  file.content = bytes;
  file.channels.add(channel.id);
  completeFile(world, file, name);
  const message = { ...author(world, user), subtype: "file_share", text: typedText(text, world.workspace) };
  const shared = addMessage(world, channel, { ...message, files: [fileWire(file, world)], upload: true }, { threadTs });
  const event = {
    type: "file_shared",
    file_id: file.id,
    file: { id: file.id },
    user_id: user.id,
    channel_id: channel.id,
  };
  world.socket.emit({ ...event, event_ts: shared.ts }, channel);
  return shared;
}

const author = (world: World, user: User): JsonObject => ({
  user: user.id,
  team: user.teamId,
  client_msg_id: world.ids.next("client"),
});

function mustWrite({ app, workspace }: World, user: User, channel: Channel, threadTs?: string): void {
  if (!channel.members.has(user.id)) throw new Impossible(`${user.name} is no member of ${channel.id}`);
  if (channel.archived) throw new Impossible(`${channel.id} is archived`);
  const isClosed = channel.kind === "im" && (!app.messagesTab || app.messagesTabReadOnly);
  if (isClosed) throw new Impossible("the app takes no direct messages: its Messages tab has no composer");
  const parent = threadTs === undefined ? undefined : workspace.message(channel.id, threadTs);
  if (threadTs !== undefined && (parent === undefined || isReply(parent)))
    throw new Impossible(`there is no message ${threadTs} to reply to in ${channel.id}`);
}

export function edit(world: World, user: User, ref: Ref, text: string): Message {
  const { channel, message } = own(world, user, ref, false);
  changeMessage(world, channel, message, {
    text: typedText(text, world.workspace),
    blocks: echoBlocks([richTextOf(text)]),
    edited: { user: user.id, ts: world.ids.ts() },
  });
  return message;
}

/** One's own messages; an administrator can delete those of others and of apps. */
export function remove(world: World, user: User, ref: Ref): void {
  const { channel, message } = own(world, user, ref, user.admin);
  removeMessage(world, channel, message);
}

function own(world: World, user: User, { channel: id, ts }: Ref, any: boolean): { channel: Channel; message: Message } {
  const channel = world.workspace.channel(id);
  const message = channel.messages.get(ts);
  if (message === undefined || (message.user !== user.id && !any))
    throw new Impossible(`${user.name} cannot change the message ${ts} in ${id}`);
  return { channel, message };
}

export function react(world: World, user: User, { channel: id, ts }: Ref, name: string, on: boolean): boolean {
  const channel = world.workspace.channel(id);
  const message = channel.messages.get(ts);
  if (message === undefined || !world.workspace.canSee(user.id, channel))
    throw new Impossible(`${user.name} sees no message ${ts} in ${id}`);
  return (on ? addReaction : removeReaction)(world, channel, message, name, user.id);
}
