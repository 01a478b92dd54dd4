import { Refusal, refuseIf } from "../refusal.ts";
import type { Channel, Message } from "../workspace/model.ts";
import type { World } from "../world.ts";
import type { ApiCall } from "./call.ts";

const FAMILY = { public: "channels", private: "groups", im: "im" } as const;

/** The conversation a call names, if the app can see it: to a bot outside, a private channel does not exist. */
export function visibleChannel(world: World, id: string): Channel {
  const channel = world.workspace.channels.get(id);
  const hidden = channel?.kind !== "public" && !channel?.members.has(world.app.botUser);
  if (channel === undefined || hidden) throw new Refusal("channel_not_found");
  return channel;
}

/** The same, with the scope for its kind: `read` or `history`. */
export function readableChannel(world: World, call: ApiCall, right: "read" | "history"): Channel {
  const channel = visibleChannel(world, call.required("channel"));
  call.need(`${FAMILY[channel.kind]}:${right}`);
  return channel;
}

/** Where a message may be posted; people are reached by their id as well, and public channels by name. */
export function postableChannel(world: World, call: ApiCall): Channel {
  const channel = namedChannel(world, call.required("channel"));
  refuseIf(channel.archived, "is_archived");
  const inside = channel.members.has(world.app.botUser) || world.app.scopes.includes("chat:write.public");
  refuseIf(!inside, "not_in_channel");
  refuseIf(channel.kind === "im" && !world.app.messagesTab, "messages_tab_disabled");
  return channel;
}

function namedChannel(world: World, name: string): Channel {
  const { workspace } = world;
  const person = /^[UW]/.test(name) ? workspace.users.get(name) : undefined;
  if (person && !person.deleted && !person.bot) return workspace.directMessages(person.id);
  return visibleChannel(world, workspace.channelNamed(name.replace(/^#/, "")) ?? name);
}

/** The parent of a thread. Answers to answers, and to nothing, make threads that nobody finds. */
export function threadParent(channel: Channel, threadTs: string | undefined): string | undefined {
  if (threadTs === undefined || threadTs === "") return undefined;
  const parent = channel.messages.get(threadTs);
  refuseIf(parent === undefined || isReply(parent), "cannot_reply_to_message");
  return threadTs;
}

export const isReply = (message: Message): boolean =>
  message.thread_ts !== undefined && message.thread_ts !== message.ts;

/** A message an app may look up by ts; of a deleted one only the thread is left. */
export function knownMessage(channel: Channel, ts: string): Message {
  const message = channel.messages.get(ts);
  if (message === undefined || message.subtype === "tombstone") throw new Refusal("message_not_found");
  return message;
}
